import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Witness } from '#electron/services/witness.ts';
import type { WitnessHead } from '#shared/contracts/host.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();
const now = () => Date.UTC(2026, 2, 14, 6, 40);
const head = (chain: string, seq: number): WitnessHead => ({ chain, seq, hash: seq.toString(16).padStart(64, '0') });
const fileIn = (data: string) => join(data, 'witness.ndjson');
const linesIn = (data: string) => readFileSync(fileIn(data), 'utf8').split('\n').slice(0, -1);

describe('Witness', () => {
  it('knows nothing in a new data folder', async () => {
    expect(await new Witness(folder(), { now }).read()).toEqual([]);
  });

  it('reads the last head of each chain, after a restart as well', async () => {
    const data = folder();
    const witness = new Witness(data, { now });
    await witness.append([head('a', 1), head('b', 1)]);
    await witness.append([head('a', 2)]);

    expect(await witness.read()).toEqual([head('a', 2), head('b', 1)]);
    expect(await new Witness(data, { now }).read()).toEqual([head('a', 2), head('b', 1)]);
  });

  it.each([
    ['the same head again', head('a', 3)],
    ['an earlier head', head('a', 2)],
    ['another hash of the same number', { ...head('a', 3), hash: 'f'.repeat(64) }],
  ])('changes nothing for %s', async (_, late) => {
    const data = folder();
    const witness = new Witness(data, { now });
    await witness.append([head('a', 3)]);
    const before = statSync(fileIn(data)).size;
    await witness.append([late]);

    expect(await witness.read()).toEqual([head('a', 3)]);
    expect(statSync(fileIn(data)).size).toBe(before);
  });

  it('takes the latest of several heads of one chain, in whatever order they come', async () => {
    const witness = new Witness(folder(), { now });
    await witness.append([head('a', 2), head('a', 5), head('a', 3)]);

    expect(await witness.read()).toEqual([head('a', 5)]);
  });

  it('notes calls that come at once one after the other', async () => {
    const data = folder();
    const witness = new Witness(data, { now });
    await Promise.all(Array.from({ length: 30 }, (_, at) => witness.append([head('a', at + 1)])));

    expect(linesIn(data)).toHaveLength(30);
    expect(await new Witness(data, { now }).read()).toEqual([head('a', 30)]);
  });

  it.each([
    ['without its end', '{"chain":"a","seq":2,"ha'],
    ['of bytes that are no text', '\u0000\uFFFD\u0000'],
  ])('passes over a torn last line %s and goes on behind the last whole one', async (_, torn) => {
    const data = folder();
    await new Witness(data, { now }).append([head('a', 1)]);
    appendFileSync(fileIn(data), torn);
    const witness = new Witness(data, { now });
    await witness.append([head('a', 2)]);

    expect(await new Witness(data, { now }).read()).toEqual([head('a', 2)]);
    expect(linesIn(data)).toHaveLength(2);
  });

  it('passes over a line whose hash has been altered, and keeps the head before it', async () => {
    const data = folder();
    const witness = new Witness(data, { now });
    await witness.append([head('a', 1), head('b', 7)]);
    await witness.append([head('a', 2)]);
    const altered = readFileSync(fileIn(data), 'utf8').replace(head('a', 2).hash, head('a', 9).hash);
    writeFileSync(fileIn(data), altered);

    expect(await new Witness(data, { now }).read()).toEqual([head('a', 1), head('b', 7)]);
  });

  it('is written anew with the last heads alone when it has grown long', async () => {
    const data = folder();
    const witness = new Witness(data, { now, compactAt: 10 });
    for (let seq = 1; seq <= 11; seq++) await witness.append([head('a', seq)]);

    expect(linesIn(data)).toHaveLength(1);
    await witness.append([head('a', 12)]);
    expect(await new Witness(data, { now }).read()).toEqual([head('a', 12)]);
    expect(readdirSync(data)).toEqual(['witness.ndjson']);
  });

  it('keeps a file that held damage beside the new one when it is written anew', async () => {
    const data = folder();
    writeFileSync(fileIn(data), 'damage\n');
    const witness = new Witness(data, { now, compactAt: 1 });
    await witness.append([head('a', 1)]);
    await witness.append([head('a', 2)]);

    const kept = readFileSync(join(data, 'witness-until-2026-03-14T06-40-00.000Z.ndjson'), 'utf8');
    expect(kept.split('\n')[0]).toBe('damage');
    expect(await new Witness(data, { now }).read()).toEqual([head('a', 2)]);
  });

  it('starts anew with the heads it is given and keeps the old file beside', async () => {
    const data = folder();
    const witness = new Witness(data, { now });
    await witness.append([head('a', 9), head('gone', 4)]);
    const old = readFileSync(fileIn(data), 'utf8');
    await witness.restart([head('a', 2)]);

    expect(await new Witness(data, { now }).read()).toEqual([head('a', 2)]);
    expect(readFileSync(join(data, 'witness-until-2026-03-14T06-40-00.000Z.ndjson'), 'utf8')).toBe(old);
  });

  it('says in words that the folder has gone, and takes up again when it is back', async () => {
    const witness = new Witness(join(folder(), 'missing'), { now });

    await expect(witness.append([head('a', 1)])).rejects.toMatchObject({ name: 'AppError', code: 'not-found' });
    expect(await witness.read()).toEqual([]);
  });
});
