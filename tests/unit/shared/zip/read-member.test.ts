import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipArchive } from '#shared/zip/zip-archive.ts';
import { type RawMember, rawZip } from '#tests/support/casefile/raw-zip.ts';

const text = new TextEncoder().encode('Shells fell near Tell Tamr. '.repeat(500));

async function whole(member: RawMember | Blob): Promise<Uint8Array | undefined> {
  const archive = await ZipArchive.open(member instanceof Blob ? member : rawZip([member]), () => true);
  return archive.member('a/x')?.whole();
}

/** The zip with bytes overwritten at a place of its first header. */
async function withHeader(zip: Blob, at: number, bytes: readonly number[]): Promise<Blob> {
  const all = new Uint8Array(await zip.arrayBuffer());
  all.set(bytes, at);
  return new Blob([all]);
}

describe('a member read whole', () => {
  it.each<[string, RawMember]>([
    ['packed', { name: 'a/x', bytes: text }],
    ['stored', { name: 'a/x', bytes: text, isStored: true }],
    ['of bytes that hardly pack', { name: 'a/x', bytes: new Uint8Array(randomBytes(200_000)) }],
    ['that is long', { name: 'a/x', bytes: new Uint8Array(3_000_000).fill(7) }],
    ['that is empty', { name: 'a/x', bytes: new Uint8Array(0) }],
  ])('gives back a member %s', async (_, member) => {
    expect(Buffer.from((await whole(member)) ?? []).equals(member.bytes)).toBe(true);
  });

  it.each<[string, RawMember]>([
    ['unpacks to more than it says', { name: 'a/x', bytes: text, saidBytes: 100 }],
    ['unpacks to less than it says', { name: 'a/x', bytes: text, saidBytes: text.length + 1 }],
    ['is no packed data', { name: 'a/x', bytes: text, isStored: true, saidMethod: 8 }],
    [
      'goes on after its end',
      { name: 'a/x', bytes: joined(deflateRawSync(text), text), isStored: true, saidMethod: 8 },
    ],
    ['ends too early', { name: 'a/x', bytes: deflateRawSync(text).subarray(0, 30), isStored: true, saidMethod: 8 }],
  ])('refuses a member that %s', async (_, member) => {
    await expect(whole(member)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('a/x'),
    });
  });

  it.each<[string, number, readonly number[]]>([
    ['signature', 0, [0x50, 0x4b, 0x03, 0x05]],
    ['flags', 6, [0x02, 0x00]],
    ['method', 8, [0]],
    ['checksum', 14, [1, 2, 3, 4]],
    ['packed size', 18, [1]],
    ['size', 22, [1]],
    ['length of its name', 26, [2]],
    ['name', 30, [0x62]],
    ['extra fields', 28, [1]],
  ])('refuses a member whose own header has another %s than the table of contents', async (_, at, bytes) => {
    const zip = await withHeader(rawZip([{ name: 'a/x', bytes: text }]), at, bytes);

    await expect(whole(zip)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('refuses a member that reaches into the table of contents', async () => {
    const member = { name: 'a/x', bytes: text, isStored: true };
    const zip = rawZip([{ ...member, bytes: text.subarray(0, 10) }]);
    const all = new Uint8Array(await zip.arrayBuffer());
    const view = new DataView(all.buffer);
    const directory = view.getUint32(all.length - 6, true);
    for (const at of [18, 22, directory + 20, directory + 24]) view.setUint32(at, 40, true);

    await expect(whole(new Blob([all]))).rejects.toMatchObject({ code: 'unreadable' });
  });
});

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  return Buffer.concat([a, b]);
}
