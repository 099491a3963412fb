import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SafetyCopies } from '#electron/services/safety-copies.ts';
import { CHUNK_BYTES, type SafetyCopy } from '#shared/contracts/host.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();
const START = Date.UTC(2026, 2, 14, 6, 40);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const namesIn = (data: string) => readdirSync(join(data, 'safety-copies')).sort();

async function open(data = folder(), clock = { at: START }) {
  const copies = new SafetyCopies(data, { now: () => clock.at });
  await copies.open();
  const keep = async (caseId: string, bytes: Buffer, caseName = 'Harbour fire'): Promise<SafetyCopy> => {
    const { token } = await copies.begin({ caseId, caseName });
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      await copies.write({ token, chunk: bytes.subarray(at, at + CHUNK_BYTES).toString('base64') });
    }
    return copies.finish({ token, sha256: sha256(bytes), bytes: bytes.length });
  };
  return { data, copies, clock, keep };
}

async function readAll(copies: SafetyCopies, name: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let offset = 0; ; ) {
    const { chunk, isLast } = await copies.read(name, offset);
    const part = Buffer.from(chunk, 'base64');
    parts.push(part);
    offset += part.length;
    if (isLast) return Buffer.concat(parts);
  }
}

describe('SafetyCopies', () => {
  it('gives back the very bytes, in chunks', async () => {
    const { copies, keep } = await open();
    const bytes = Buffer.alloc(2 * CHUNK_BYTES + 17, 'harbour ');
    const { name } = await keep('case-1', bytes);

    expect(sha256(await readAll(copies, name))).toBe(sha256(bytes));
  });

  it('reads a copy that ends with a whole chunk without an empty one behind it', async () => {
    const { copies, keep } = await open();
    const { name } = await keep('case-1', Buffer.alloc(CHUNK_BYTES, 1));

    expect((await copies.read(name, 0)).isLast).toBe(true);
    expect(await copies.read(name, CHUNK_BYTES * 5)).toEqual({ chunk: '', isLast: true });
  });

  it('lists copies newest first, in a later start as well', async () => {
    const { data, clock, keep } = await open();
    const first = await keep('case-1', Buffer.from('one'));
    clock.at += 60_000;
    const second = await keep('case-2', Buffer.from('two'), 'Other “case”');
    const later = await open(data);

    expect(await later.copies.list()).toEqual([second, first]);
    expect(second).toMatchObject({
      caseId: 'case-2',
      caseName: 'Other “case”',
      writtenAt: '2026-03-14T06:41:00.000Z',
      bytes: 3,
      sha256: sha256(Buffer.from('two')),
    });
  });

  it('keeps the five newest of each case', async () => {
    const { copies, clock, keep } = await open();
    await keep('case-2', Buffer.from('alone'));
    for (let at = 1; at <= 7; at++) {
      clock.at += 1_000;
      await keep('case-1', Buffer.from(`copy ${at}`));
    }
    const kept = (await copies.list()).filter(({ caseId }) => caseId === 'case-1');

    expect(await Promise.all(kept.map(({ name }) => readAll(copies, name).then(String)))).toEqual(
      [7, 6, 5, 4, 3].map((at) => `copy ${at}`),
    );
    expect(await copies.list()).toHaveLength(6);
  });

  it('does not take a new copy for the oldest after the clock was set back', async () => {
    const { copies, clock, keep } = await open();
    for (let at = 1; at <= 5; at++) await keep('case-1', Buffer.from(`copy ${at}`));
    clock.at -= 86_400_000;
    const newest = await keep('case-1', Buffer.from('after'));

    expect((await copies.list())[0]).toEqual(newest);
    expect(await copies.list()).toHaveLength(5);
  });

  it.each([
    ['another hash', { sha256: 'f'.repeat(64), bytes: 5 }],
    ['another length', { sha256: sha256(Buffer.from('bytes')), bytes: 6 }],
  ])('refuses bytes with %s than was sent, and touches no kept copy', async (_, claimed) => {
    const { data, copies, keep } = await open();
    const kept = await keep('case-1', Buffer.from('kept'));
    const { token } = await copies.begin({ caseId: 'case-1', caseName: '' });
    await copies.write({ token, chunk: Buffer.from('bytes').toString('base64') });

    await expect(copies.finish({ token, ...claimed })).rejects.toMatchObject({ code: 'altered' });
    expect(namesIn(data)).toEqual([kept.name, `${kept.name}.json`]);
    await expect(copies.write({ token, chunk: '' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses bytes that were changed on the disk before they took their place', async () => {
    const { data, copies } = await open();
    const { token } = await copies.begin({ caseId: 'case-1', caseName: '' });
    await copies.write({ token, chunk: Buffer.from('bytes').toString('base64') });
    writeFileSync(join(data, 'safety-copies', `${token}.part`), 'bytez');

    const claimed = { token, sha256: sha256(Buffer.from('bytes')), bytes: 5 };
    await expect(copies.finish(claimed)).rejects.toMatchObject({ code: 'altered' });
    expect(namesIn(data)).toEqual([]);
  });

  it('leaves nothing of an abandoned copy, nor of one that an earlier start was writing', async () => {
    const { data, copies } = await open();
    const { token } = await copies.begin({ caseId: 'case-1', caseName: '' });
    await copies.begin({ caseId: 'case-2', caseName: '' });
    await copies.abandon(token);
    await copies.abandon('unknown-token');
    expect(namesIn(data)).toHaveLength(1);

    await open(data);
    expect(namesIn(data)).toEqual([]);
  });

  it('still lists a copy whose description is lost or damaged', async () => {
    const { data, copies, keep } = await open();
    const first = await keep('case-1', Buffer.from('one'));
    const second = await keep('case-2', Buffer.from('two'));
    rmSync(join(data, 'safety-copies', `${first.name}.json`));
    writeFileSync(join(data, 'safety-copies', `${second.name}.json`), '{"caseName":');

    expect((await copies.list()).map(({ caseId, caseName }) => [caseId, caseName]).sort()).toEqual([
      ['case-1', ''],
      ['case-2', ''],
    ]);
  });

  it.each(['../place.json', 'place.json', '..', '/etc/passwd', 'x.casefile', '..%2fplace.json', 'CON', 'a\u0000b'])(
    'reads nothing under the name %j',
    async (name) => {
      const { data, copies } = await open();
      writeFileSync(join(data, 'place.json'), 'secret');

      await expect(copies.read(name, 0)).rejects.toMatchObject({ code: 'not-found' });
    },
  );

  it.each(['../case', 'a/b', 'a b', '', 'x'.repeat(65), 'ä'])('refuses the case id %j', async (caseId) => {
    const { copies } = await open();

    await expect(copies.begin({ caseId, caseName: '' })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('refuses a chunk that is not base64, and drops what was written', async () => {
    const { data, copies } = await open();
    const { token } = await copies.begin({ caseId: 'case-1', caseName: '' });

    await expect(copies.write({ token, chunk: 'AB' })).rejects.toMatchObject({ code: 'bad-input' });
    expect(namesIn(data)).toEqual([]);
  });

  it('writes at most sixteen copies at once', async () => {
    const { copies } = await open();
    for (let at = 0; at < 16; at++) await copies.begin({ caseId: `case-${at}`, caseName: '' });

    await expect(copies.begin({ caseId: 'one-more', caseName: '' })).rejects.toMatchObject({ code: 'too-large' });
  });

  it('keeps the chunks of calls that come at once in their order', async () => {
    const { copies } = await open();
    const { token } = await copies.begin({ caseId: 'case-1', caseName: '' });
    const letters = [...'abcdefghijklmnop'];
    await Promise.all(letters.map((letter) => copies.write({ token, chunk: Buffer.from(letter).toString('base64') })));
    const bytes = Buffer.from(letters.join(''));
    const { name } = await copies.finish({ token, sha256: sha256(bytes), bytes: bytes.length });

    expect(String(await readAll(copies, name))).toBe('abcdefghijklmnop');
  });
});
