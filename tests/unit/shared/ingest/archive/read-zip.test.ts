import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rawZip } from '#tests/support/casefile/raw-zip.ts';
import { docxOf, paragraph, zipOf } from '#tests/support/ingest/office-file.ts';
import { articlesIn, leftOutIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const PAGE = '<!doctype html><title>Page</title><p>The lorry left at dawn.</p>';
const MAIL = 'From: a@x.org\nTo: b@x.org\nSubject: Mail\n\nIt left.';

describe('a zip', () => {
  it('ZIP-1 gives an article of each file that can be read, whatever it is, and names the others', async () => {
    const inner = await zipOf({ 'deep/n.txt': 'Note of its own.' });
    const outcomes = await outcomesOf(
      await zipOf({
        'a/page.bin': PAGE,
        'mail.eml': MAIL,
        'report.docx': await docxOf(paragraph('Report')),
        'inner.zip': inner,
        'a.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
        'empty.txt': '',
        '__MACOSX/._a': 'x',
      }),
    );

    expect(linesOf(outcomes)).toEqual([
      'file: container zip',
      'a/page.bin: article Page',
      'mail.eml: article Mail',
      'report.docx: article Report',
      'inner.zip: container zip',
      'inner.zip › deep/n.txt: article Note of its own.',
      'a.png: unknown-format',
      'empty.txt: unreadable',
      '__MACOSX/._a: no-article',
    ]);
    expect(articlesIn(outcomes)[0]).toMatchObject({
      capture: { bytes: new TextEncoder().encode(PAGE) },
      hints: { fileName: 'page.bin' },
      place: { path: ['a/page.bin'], hash: articlesIn(outcomes)[0]?.capture.id },
    });
  });

  it('ZIP-2 reads all else where one file may not be read', async () => {
    const zip = rawZip([
      { name: '../evil.txt', bytes: new TextEncoder().encode('Evil') },
      { name: 'locked.txt', bytes: new TextEncoder().encode('Locked'), flags: 0x0801 },
      { name: 'bad.txt', bytes: new TextEncoder().encode('Damaged'), saidCrc: 7 },
      { name: 'good.txt', bytes: new TextEncoder().encode('Good') },
    ]);
    const outcomes = await outcomesOf(new Uint8Array(await zip.arrayBuffer()));

    expect(linesOf(outcomes)).toEqual([
      'file: container zip',
      '../evil.txt: refused',
      'locked.txt: locked',
      'bad.txt: unreadable',
      'good.txt: article Good',
    ]);
    expect(leftOutIn(outcomes).map(({ reason }) => reason)).toEqual([
      'Its name climbs out of its folder: a zip made to do harm has such names.',
      'It is locked with a password. Give the password, or unpack the zip and import the folder.',
      'bad.txt does not fit its checksum: it is damaged.',
    ]);
  });

  it('ZIP-4 goes three zips deep and no deeper, whatever each holds', async () => {
    let zip = await zipOf({ 'n.txt': 'Inside.' });
    for (let at = 0; at < 4; at++) zip = await zipOf({ [`${at}.zip`]: zip, [`${at}.txt`]: `Level ${at}.` });
    const outcomes = await outcomesOf(zip);

    expect(articlesIn(outcomes).map(({ article }) => article.text)).toEqual(['Level 1.', 'Level 2.', 'Level 3.']);
    expect(leftOutIn(outcomes).map(({ code }) => code)).toEqual(['refused']);
  });

  it('ZIP-1 tells that it is empty, or damaged', async () => {
    const cut = (await zipOf({ 'a.txt': 'One' })).slice(0, 40);

    expect(linesOf(await outcomesOf(await zipOf({})))).toEqual([
      'file: container zip',
      'file: no-text application/zip',
    ]);
    expect(leftOutIn(await outcomesOf(cut))).toEqual([expect.objectContaining({ code: 'unreadable' })]);
  });

  it('ZIP-5 reads locked files with the password, and tells of another', { timeout: 30_000 }, async () => {
    const zip = lockedZip('a.txt', 'The lorry left.', 'dawn');

    expect(articlesIn(await outcomesOf(zip, { password: 'dawn' })).map(({ article }) => article.text)).toEqual([
      'The lorry left.',
    ]);
    expect(leftOutIn(await outcomesOf(zip, { password: 'dusk' }))).toEqual([
      expect.objectContaining({ code: 'locked', reason: expect.stringContaining('another password') }),
    ]);
  });
});

/** A zip as old programs lock it (ZipCrypto), made by hand: `APPNOTE.TXT`, section 6.1. */
function lockedZip(name: string, text: string, password: string): Uint8Array {
  const packed = deflateRawSync(Buffer.from(text));
  const crc = crcOf(Buffer.from(text));
  const keys = [0x12345678, 0x23456789, 0x34567890];
  const update = (byte: number) => {
    keys[0] = step(keys[0] ?? 0, byte);
    keys[1] = (Math.imul(((keys[1] ?? 0) + (keys[0] & 0xff)) >>> 0, 134775813) + 1) >>> 0;
    keys[2] = step(keys[2] ?? 0, keys[1] >>> 24);
  };
  for (const byte of Buffer.from(password)) update(byte);
  const locked = Buffer.from([...new Uint8Array(11), crc >>> 24, ...packed]).map((byte) => {
    const mask = ((keys[2] ?? 0) | 2) & 0xffff;
    const sign = byte ^ ((Math.imul(mask, mask ^ 1) >>> 8) & 0xff);
    update(byte);
    return sign;
  });
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(0x0801, 0);
  fields.writeUInt16LE(8, 2);
  fields.writeUInt32LE(crc, 8);
  fields.writeUInt32LE(locked.length, 12);
  fields.writeUInt32LE(text.length, 16);
  fields.writeUInt16LE(name.length, 20);
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), fields, Buffer.from(name), locked]);
  const entry = Buffer.concat([
    Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0]),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, entry, end]));
}

function step(crc: number, byte: number): number {
  let value = (crc ^ byte) & 0xff;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return ((crc >>> 8) ^ value) >>> 0;
}

function crcOf(bytes: Uint8Array): number {
  return ~bytes.reduce((crc, byte) => step(crc, byte), 0xffffffff) >>> 0;
}
