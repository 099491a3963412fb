import { describe, expect, it } from 'vitest';
import { ZipArchive } from '#shared/zip/zip-archive.ts';
import { ZipPacker } from '#shared/zip/zip-packer.ts';
import { memoryFile } from '#tests/support/casefile/memory-case.ts';
import { rawZip } from '#tests/support/casefile/raw-zip.ts';
import { gather } from '#tests/support/gather.ts';

const MOMENT = Date.parse('2026-03-14T06:40:00.000Z');
const bytes = (text: string) => new TextEncoder().encode(text);

async function* pieces(...texts: string[]) {
  for (const text of texts) yield bytes(text);
}

describe('ZipArchive', () => {
  it('gives back what a packer was given, whole and in pieces, packed and stored', async () => {
    const { writable, blob } = memoryFile();
    const packer = new ZipPacker(writable, MOMENT);
    await Promise.all([packer.add('a/x', bytes('one')), packer.add('a/y', bytes('two'), false)]);
    await packer.add('a/z', pieces('th', 'ree'));
    await packer.add('a/empty', pieces());
    await packer.close();

    const archive = await ZipArchive.open(blob(), (name) => name !== 'a/y');

    expect([...archive.members.keys()]).toEqual(['a/x', 'a/y', 'a/z', 'a/empty']);
    expect(new TextDecoder().decode(await archive.member('a/x')?.whole())).toBe('one');
    expect(await gather(archive.member('a/z')?.stream() ?? pieces())).toEqual([bytes('three')]);
    expect(archive.member('a/y')).toBeNull();
    const walked = await gather(archive.walk((name) => name === 'a/y'));
    expect(new TextDecoder().decode(await walked[0]?.whole())).toBe('two');
  });

  it('passes on no more of a bomb than it says it holds', async () => {
    const bomb = { name: 'a/x', bytes: new Uint8Array(20_000_000), saidBytes: 300_000 };
    const archive = await ZipArchive.open(rawZip([bomb]), () => true);
    let passed = 0;
    const reading = (async () => {
      for await (const piece of archive.member('a/x')?.stream() ?? pieces()) passed += piece.length;
    })();

    await expect(reading).rejects.toMatchObject({ code: 'unreadable', message: expect.stringContaining('a/x') });
    expect(passed).toBeLessThanOrEqual(300_000);
  });

  it('stops unpacking when nobody reads on', async () => {
    const archive = await ZipArchive.open(rawZip([{ name: 'a/x', bytes: new Uint8Array(5_000_000) }]), () => true);
    for await (const piece of archive.member('a/x')?.stream() ?? pieces()) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }

    expect((await archive.member('a/x')?.whole())?.length).toBe(5_000_000);
  });

  it('can be read twice, and by two readers at once', async () => {
    const members = Array.from({ length: 20 }, (_, at) => ({ name: `a/${at}`, bytes: bytes(`member ${at}`) }));
    const archive = await ZipArchive.open(rawZip(members), () => true);
    const read = async () => {
      const texts: string[] = [];
      for await (const member of archive.walk(() => true)) texts.push(new TextDecoder().decode(await member.whole()));
      return texts;
    };

    const [first, second] = await Promise.all([read(), read()]);

    expect(first).toEqual(members.map((_, at) => `member ${at}`));
    expect(second).toEqual(first);
  });
});
