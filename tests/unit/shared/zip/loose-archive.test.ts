import { describe, expect, it } from 'vitest';
import { unattended } from '#shared/kernel/job-control.ts';
import { LooseArchive } from '#shared/zip/loose-archive.ts';
import { type RawEnd, type RawMember, rawZip } from '#tests/support/casefile/raw-zip.ts';
import { gather } from '#tests/support/gather.ts';

const LIMITS = { members: 100, memberBytes: 30_000_000, totalBytes: 60_000_000 };
const bytes = (text: string) => new TextEncoder().encode(text);

/** Members the eye can check: `a.txt: read`, `../b: refused`. */
async function lines(members: readonly RawMember[], { limits = LIMITS, end = {} as RawEnd } = {}) {
  const archive = new LooseArchive(rawZip(members, end), limits);
  const found = await gather(archive.members(unattended));
  return { lines: found.map(({ name, fault }) => `${name}: ${fault?.code ?? 'read'}`), isCut: archive.isCut, found };
}

describe('LooseArchive', () => {
  it('ZIP-1 gives every file of a zip, packed and stored, and what stands before and behind it', async () => {
    const members = [
      { name: 'a/x.txt', bytes: bytes('one') },
      { name: 'b.txt', bytes: bytes('two'), isStored: true },
      { name: 'folder/', bytes: bytes(''), mode: 0o040755 },
    ];
    const { found } = await lines(members, { end: { suffix: bytes('behind') } });

    expect(await Promise.all(found.map(async ({ whole }) => new TextDecoder().decode(await whole())))).toEqual([
      'one',
      'two',
    ]);
  });

  it.each<[string, RawMember, string]>([
    ['climbs', { name: '../../etc/passwd', bytes: bytes('a') }, 'refused'],
    ['is absolute', { name: '/etc/passwd', bytes: bytes('a') }, 'refused'],
    ['names a drive', { name: 'C:\\a.txt', bytes: bytes('a') }, 'refused'],
    ['climbs by backslashes', { name: 'a\\..\\..\\b', bytes: bytes('a') }, 'refused'],
    ['hides its ending', { name: 'a\u202Etxt.exe', bytes: bytes('a') }, 'refused'],
    ['is a link', { name: 'link', bytes: bytes('/etc/passwd'), mode: 0o120777 }, 'refused'],
    ['is a device', { name: 'null', bytes: bytes(''), mode: 0o020666 }, 'refused'],
    ['is locked', { name: 'a', bytes: bytes('a'), flags: 0x0801 }, 'locked'],
    ['is a bomb', { name: 'a', bytes: new Uint8Array(20_000_000) }, 'too-large'],
    ['says it is a bomb', { name: 'a', bytes: bytes('a'), saidBytes: 4_000_000_000 }, 'too-large'],
  ])('ZIP-2 names a file that %s, and gives all others', async (_, member, code) => {
    const found = await lines([{ name: 'first', bytes: bytes('1') }, member, { name: 'last', bytes: bytes('2') }]);

    expect(found.lines.map((line) => line.replace(/^.*: /, ''))).toEqual(['read', code, 'read']);
  });

  it('ZIP-2 names the second of two files of one name, in whatever letters', async () => {
    const found = await lines([
      { name: 'a/Straße.txt', bytes: bytes('1') },
      { name: 'A\\STRASSE.TXT', bytes: bytes('2') },
      { name: 'b', bytes: bytes('3') },
    ]);

    expect(found.lines.map((line) => line.replace(/^.*: /, ''))).toEqual(['read', 'refused', 'read']);
  });

  it('ZIP-2 names files that lie in the bytes of another', async () => {
    const found = await lines([
      { name: 'a', bytes: bytes('one'), isStored: true },
      { name: 'b', bytes: bytes('two'), isStored: true, saidOffset: 10 },
    ]);

    expect(found.lines).toContain('b: refused');
  });

  it('ZIP-2 keeps letters in pieces and folders of Windows apart from tricks', async () => {
    const found = await lines([{ name: 'fotos\\Cafe\u0301.txt', bytes: bytes('1') }]);

    expect(found.lines).toEqual(['fotos/Café.txt: read']);
  });

  it('ZIP-3 reads no more than its limits', async () => {
    const many = Array.from({ length: 120 }, (_, at) => ({ name: `${at}`, bytes: bytes('a') }));
    const found = await lines(many);
    const large = await lines(
      [
        { name: 'a', bytes: bytes('ab'.repeat(50)) },
        { name: 'b', bytes: bytes('ab'.repeat(50)) },
      ],
      { limits: { ...LIMITS, totalBytes: 150 } },
    );

    expect([found.lines.length, found.isCut]).toEqual([100, true]);
    expect(large.lines).toEqual(['a: read', 'b: too-large']);
  });

  it('ZIP-3 unpacks a file no further than it says, and refuses a damaged one', async () => {
    const [lying] = (await lines([{ name: 'a', bytes: new Uint8Array(400_000), saidBytes: 1000 }])).found;
    const [damaged] = (await lines([{ name: 'a', bytes: bytes('one'), saidCrc: 1 }])).found;

    await expect(lying?.whole()).rejects.toMatchObject({ code: 'unreadable' });
    await expect(damaged?.whole()).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('ZIP-3 says that a file is no zip, or was cut off', async () => {
    const cut = new Blob([(await rawZip([{ name: 'a', bytes: bytes('one') }]).arrayBuffer()).slice(0, 40)]);

    await expect(gather(new LooseArchive(cut, LIMITS).members(unattended))).rejects.toMatchObject({
      code: 'unreadable',
    });
  });
});
