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

  it('keeps copies of every age, not five of one coffee break', async () => {
    const { copies, clock, keep } = await open();
    await keep('case-2', Buffer.from('alone'));
    for (let minute = 0; minute <= 3 * 24 * 60; minute += 20) {
      await keep('case-1', Buffer.from(`copy ${minute}`));
      clock.at += 20 * 60_000;
    }
    const kept = (await copies.list()).filter(({ caseId }) => caseId === 'case-1');
    const ages = kept.map(({ writtenAt }) => Math.round((clock.at - 20 * 60_000 - Date.parse(writtenAt)) / 60_000));

    expect(ages.slice(0, 3)).toEqual([0, 20, 40]);
    expect(ages.slice(3).map((age) => Math.floor(age / 60))).toEqual([expect.any(Number), 72]);
    expect(ages[3]).toBeGreaterThanOrEqual(60);
    expect(await Promise.all(kept.map(({ name }) => readAll(copies, name).then(String)))).toContain('copy 0');
    expect(kept.length).toBeLessThanOrEqual(8);
  });

  it('tells how far the chains of a case had come, and of what lost its description that it does not know', async () => {
    const { data, copies } = await open();
    const heads = [{ chain: 'case-1.x', seq: 3, hash: 'a'.repeat(64) }];
    const { token } = await copies.begin({ caseId: 'case-1', caseName: '', heads });
    const { name } = await copies.finish({ token, sha256: sha256(Buffer.from('')), bytes: 0 });

    expect(await copies.list()).toMatchObject([{ heads, isPassed: false }]);
    rmSync(join(data, 'safety-copies', `${name}.json`));
    expect(await copies.list()).toMatchObject([{ heads: [] }]);
  });

  it('remembers over starts which copies the analyst has passed; a damaged memory asks again', async () => {
    const { data, copies, keep } = await open();
    await copies.pass();
    await keep('case-1', Buffer.from('one'));
    await copies.pass();
    await keep('case-2', Buffer.from('two'));
    const later = await open(data);

    expect((await later.copies.list()).map(({ caseId, isPassed }) => [caseId, isPassed])).toEqual([
      ['case-2', false],
      ['case-1', true],
    ]);
    writeFileSync(join(data, 'safety-copies', 'passed.json'), '{');
    expect((await copies.list()).some(({ isPassed }) => isPassed)).toBe(false);
  });

  it('does not take a new copy for the oldest after the clock was set back', async () => {
    const { copies, clock, keep } = await open();
    for (let at = 1; at <= 5; at++) await keep('case-1', Buffer.from(`copy ${at}`));
    clock.at -= 86_400_000;
    const newest = await keep('case-1', Buffer.from('after'));

    expect((await copies.list())[0]).toEqual(newest);
    expect(await copies.list()).toHaveLength(3);
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

  it('lets go of copies whose windows have died, so that others can be written', async () => {
    const { data, copies, clock, keep } = await open();
    for (let at = 0; at < 16; at++) await copies.begin({ caseId: `case-${at}`, caseName: '' });
    clock.at += 30_000;
    await expect(keep('one-more', Buffer.from('x'))).rejects.toMatchObject({ code: 'too-large' });
    clock.at += 31_000;
    await keep('one-more', Buffer.from('x'));

    expect(namesIn(data).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('keeps a copy that is still being written, however long it takes', async () => {
    const { copies, clock } = await open();
    const { token } = await copies.begin({ caseId: 'case-1', caseName: '' });
    for (let at = 0; at < 5; at++) {
      clock.at += 50_000;
      await copies.write({ token, chunk: 'YQ==' });
      await copies.abandon((await copies.begin({ caseId: 'case-2', caseName: '' })).token);
    }

    await expect(copies.finish({ token, sha256: sha256(Buffer.from('aaaaa')), bytes: 5 })).resolves.toBeDefined();
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
