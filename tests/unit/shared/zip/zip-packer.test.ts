import { TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { ZipArchive } from '#shared/zip/zip-archive.ts';
import { type Content, ZipPacker } from '#shared/zip/zip-packer.ts';
import { memoryFile } from '#tests/support/casefile/memory-case.ts';

const MOMENT = Date.parse('2026-03-14T06:40:01.000Z');
/** The same as a zip of that time zone's has it. */
const DOS_MOMENT = 0x5c6e3500;
const bytes = (text: string) => new TextEncoder().encode(text);

async function* pieces(...texts: string[]) {
  for (const text of texts) yield bytes(text);
}

/** A piece, and then nothing until `resume`. */
function halting() {
  let resume = () => {};
  const halt = new Promise<void>((go) => {
    resume = go;
  });
  async function* content() {
    yield bytes('first');
    await halt;
  }
  return { content: content(), resume: () => resume() };
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

describe('ZipPacker', () => {
  it('writes what another maker writes, byte for byte', async () => {
    const long = 'Shells fell near Tell Tamr. '.repeat(3000);
    const ours = memoryFile();
    const packer = new ZipPacker(ours.writable, MOMENT);
    await packer.add('a/whole', bytes(long));
    await packer.add('a/تل تمر', bytes('stored'), false);
    await packer.add('a/empty', bytes(''));
    await packer.add('a/pieces', pieces(long.slice(0, 50_001), long.slice(50_001)));
    await packer.add('a/stored pieces', pieces('one', 'two'), false);
    await packer.close();

    const theirs = memoryFile();
    const moment = { lastModDate: new Date(MOMENT), rawLastModDate: DOS_MOMENT };
    const zip = new ZipWriter(theirs.writable, { useWebWorkers: false, ...moment });
    const whole = { bufferedWrite: true, dataDescriptor: false };
    await zip.add('a/whole', new Uint8ArrayReader(bytes(long)), whole);
    await zip.add('a/تل تمر', new Uint8ArrayReader(bytes('stored')), { ...whole, level: 0 });
    await zip.add('a/empty', new TextReader(''), { ...whole, level: 6 });
    await zip.add('a/pieces', new Blob([long]).stream());
    await zip.add('a/stored pieces', new Blob(['onetwo']).stream(), { level: 0 });
    await zip.close();

    expect(Buffer.from(await bytesOf(ours.blob())).equals(await bytesOf(theirs.blob()))).toBe(true);
  });

  it('writes in the order of the calls, whichever member is ready first', async () => {
    const { writable, blob } = memoryFile();
    const packer = new ZipPacker(writable, MOMENT);
    const slow = halting();
    const added = [
      packer.add('a/1', slow.content),
      packer.add('a/2', bytes('2'), false),
      packer.add('a/3', bytes('3')),
    ];
    slow.resume();
    await Promise.all(added);
    await packer.close();

    expect([...(await ZipArchive.open(blob(), () => true)).members.keys()]).toEqual(['a/1', 'a/2', 'a/3']);
  });

  it('writes more than 65,535 members as Zip64', async () => {
    const { writable, blob } = memoryFile();
    const packer = new ZipPacker(writable, MOMENT);
    for (let at = 0; at < 65_536; at++) await packer.add(`a/${at}`, bytes(''), false);
    await packer.close();

    const archive = await ZipArchive.open(blob(), (name) => name === 'a/65535');

    expect(archive.members.size).toBe(65_536);
    expect(await archive.member('a/65535')?.whole()).toEqual(bytes(''));
  });

  it('refuses a second member of the same name', async () => {
    const packer = new ZipPacker(memoryFile().writable, MOMENT);
    await packer.add('a/x', bytes('x'));

    await expect(packer.add('a/x', bytes('y'))).rejects.toMatchObject({ code: 'internal' });
  });

  it('refuses a moment that a zip cannot name', () => {
    expect(() => new ZipPacker(memoryFile().writable, 0)).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(() => new ZipPacker(memoryFile().writable, Number.NaN)).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
  });

  it.each([true, false])('passes on what a stream of pieces throws, and adds nothing after it', async (isPacked) => {
    const packer = new ZipPacker(memoryFile().writable, MOMENT);
    async function* failing() {
      yield bytes('x');
      throw new RangeError('no more');
    }

    await expect(packer.add('a/x', failing(), isPacked)).rejects.toThrow('no more');
    await expect(packer.add('a/y', bytes('y'))).rejects.toThrow('no more');
    await expect(packer.close()).rejects.toThrow('no more');
  });

  it.each<[string, () => Content]>([
    ['whole', () => bytes('x')],
    ['a stream', () => pieces('x', 'y', 'z')],
  ])('passes on what its sink throws while a member is %s', async (_, content) => {
    const full = new WritableStream({ write: () => Promise.reject(new RangeError('full')) });
    const packer = new ZipPacker(full, MOMENT);

    await expect(packer.add('a/x', content())).rejects.toThrow('full');
  });

  it('lets go of what it was reading when its sink fails', async () => {
    let isLetGo = false;
    async function* endless() {
      try {
        for (;;) yield crypto.getRandomValues(new Uint8Array(60_000));
      } finally {
        isLetGo = true;
      }
    }
    let taken = 0;
    const filling = new WritableStream({
      write: (piece: Uint8Array) => {
        taken += piece.length;
        if (taken > 500_000) throw new RangeError('full');
      },
    });

    await expect(new ZipPacker(filling, MOMENT).add('a/x', endless())).rejects.toThrow('full');
    await expect.poll(() => isLetGo).toBe(true);
  });
});
