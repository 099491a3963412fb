import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { caseTables } from '#shared/exchange/case-ports.ts';
import { read, written, writtenFrom } from '#tests/support/casefile/case-file.ts';
import { madeCase } from '#tests/support/casefile/made-case.ts';
import { collect, memorySource } from '#tests/support/casefile/memory-case.ts';
import { edit, partsOf, resealed, textOf, zipped } from '#tests/support/casefile/opened-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'casefile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const image = { bytes: Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 251), mediaType: 'image/jpeg' };

describe('writeCaseFile and readCaseFile', () => {
  it('CASEFILE-1 give back the same case', async () => {
    const held = madeCase({
      devices: 3,
      purgedEvery: 2,
      files: [image, { bytes: new Uint8Array(0), mediaType: 'text/html' }],
    });
    const { file, counts } = await written(held);

    const opened = await read(file);

    expect(await collect(opened.source)).toEqual(await collect(memorySource(held)));
    expect(counts).toEqual((await memorySource(held).summary()).counts);
  });

  it('CASEFILE-1 give back a case that was only just begun', async () => {
    const held = madeCase({ texts: [], entriesPerDevice: 1 });

    const opened = await read((await written(held)).file);

    expect(await collect(opened.source)).toEqual(await collect(memorySource(held)));
  });

  it('CASEFILE-1 can be chained: a case file is a source like a workspace', async () => {
    const first = await written(madeCase());
    const { source } = await read(first.file);

    const second = await writtenFrom(source);

    expect(second.sha256).toBe(first.sha256);
    expect(second.file.size).toBe(first.bytes);
  });

  it('say hash and size of the file as they are', async () => {
    const { file, sha256, bytes } = await written(madeCase());

    expect(bytes).toBe(file.size);
    expect(
      createHash('sha256')
        .update(new Uint8Array(await file.arrayBuffer()))
        .digest('hex'),
    ).toBe(sha256);
  });

  it('CASEFILE-2 give the same bytes for the same case, in every time zone', async () => {
    const zone = process.env['TZ'];
    const hashes = new Set<string>();
    for (const name of ['UTC', 'Pacific/Kiritimati', 'America/St_Johns']) {
      process.env['TZ'] = name;
      hashes.add((await written(madeCase())).sha256);
    }
    process.env['TZ'] = zone;

    expect(hashes.size).toBe(1);
  });

  it('CASEFILE-6 tell what the file is about', async () => {
    const { preview } = await read((await written(madeCase({ name: 'Bridge', devices: 2, files: [image] }))).file);

    expect(preview.summary).toMatchObject({ name: 'Bridge', program: 'Casewright 0.1.0', formatVersion: 2 });
    expect(preview.summary.exportedAt).toBe('2026-03-14T06:40:00.000Z');
    expect(preview.summary.counts).toMatchObject({ articles: 3, captures: 4, people: 2 });
    expect(preview.chains.map(({ person }) => person.name)).toEqual(['Analyst 0', 'Analyst 1']);
    expect(preview.captureBytes).toBeGreaterThan(3000);
    expect(preview.faults).toEqual([]);
  });

  it('CASEFILE-20 write what needs nothing newer in the first format, and read it', async () => {
    const held = madeCase();
    held.rows.containers = [];
    held.rows.recordLists = [];
    const { file } = await written(held);
    const parts = await partsOf(file);

    const { source, preview } = await read(file);

    expect(textOf(parts, 'bag-info.txt')).toMatch(/^Casewright-Format-Version: 1$/m);
    expect([...parts.keys()].filter((path) => /containers|recordLists/.test(path))).toEqual([]);
    expect(textOf(parts, 'data/casefile.json')).not.toMatch(/containers|recordLists/);
    expect(preview.summary).toMatchObject({ formatVersion: 1, counts: { containers: 0, recordLists: 0 } });
    expect(await collect(source)).toEqual(await collect(memorySource(held)));
  });

  it.each([
    ['a file of the second format that lacks the table of containers', 2],
    ['a file of the first format that counts containers', 1],
  ])('CASEFILE-1 refuse %s', async (_, version) => {
    const parts = await partsOf((await written(madeCase())).file);
    if (version === 2) parts.delete('data/tables/containers.jsonl');
    else edit(parts, 'data/casefile.json', (text) => text.replace('"formatVersion": 2', '"formatVersion": 1'));

    await expect(read(zipped(resealed(parts)))).rejects.toMatchObject({
      code: version === 2 ? 'unreadable' : 'bad-input',
    });
  });

  it('CASEFILE-1 refuse a table that the format of the file has not: nobody would check or keep its rows', async () => {
    const held = madeCase();
    const parts = await partsOf((await written(held)).file);
    const { containers, recordLists } = {
      containers: held.rows.containers.length,
      recordLists: held.rows.recordLists.length,
    };
    edit(parts, 'data/casefile.json', (text) =>
      text
        .replace('"formatVersion": 2', '"formatVersion": 1')
        .replace(`"containers": ${containers},`, '')
        .replace(`"recordLists": ${recordLists},`, ''),
    );

    await expect(read(zipped(resealed(parts)))).rejects.toMatchObject({ code: 'refused' });
  });

  it('CASEFILE-14 tell which entries have lost their payload', async () => {
    const { preview } = await read((await written(madeCase({ entriesPerDevice: 5, purgedEvery: 2 }))).file);

    expect(preview.chains.map(({ report }) => report.dropped)).toEqual([[1, 3, 5]]);
  });

  it('CASEFILE-15 tell of a quote that its text does not have', async () => {
    const held = madeCase();
    const [highlight] = held.rows.highlights;
    if (highlight) held.rows.highlights[0] = { ...highlight, made: { ...highlight.made, quote: 'B lorry' } };

    const { preview } = await read((await written(held)).file);

    expect(preview.faults).toEqual([`Highlight ${highlight?.id} quotes other words than its text has at 0.`]);
  });

  it('store what is compressed already as it is', async () => {
    const packed = await written(madeCase({ files: [{ ...image, mediaType: 'text/html' }] }));
    const stored = await written(madeCase({ files: [image] }));

    expect(stored.bytes).toBeGreaterThan(packed.bytes);
  });
});

describe('a case file in the hands of others', async () => {
  const { file } = await written(madeCase({ name: 'Tell Tamr – جسر', devices: 2, files: [image] }));
  const path = join(folder, 'case.casefile');
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
  const hasUnzip = isThere('unzip', ['-v']);
  const hasSums = isThere('sha256sum', ['--version']);

  it.skipIf(!hasUnzip)('CASEFILE-3 is tested by unzip without a fault (skipped where there is no unzip)', () => {
    expect(execFileSync('unzip', ['-tq', path], { encoding: 'utf8' })).toContain('No errors detected');
  });

  it.skipIf(!hasUnzip || !hasSums)(
    'CASEFILE-3 is accepted by sha256sum -c (skipped where there is no unzip or sha256sum)',
    () => {
      execFileSync('unzip', ['-q', path, '-d', join(folder, 'out')]);
      const [top, ...others] = readdirSync(join(folder, 'out'));
      const cwd = join(folder, 'out', top ?? '');

      expect(others).toEqual([]);
      for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
        expect(execFileSync('sha256sum', ['--strict', '--quiet', '-c', manifest], { cwd, encoding: 'utf8' })).toBe('');
      }
    },
  );

  it('CASEFILE-3 has the parts of a bag in one folder that is named after the case', async () => {
    const parts = await partsOf(file);

    expect([...parts.keys()].filter((name) => !name.includes('/'))).toEqual(
      expect.arrayContaining(['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt']),
    );
    expect(textOf(parts, 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect(textOf(parts, 'bag-info.txt')).toMatch(/^Casewright-Format-Version: 2$/m);
    expect(textOf(parts, 'bag-info.txt')).toMatch(/^External-Description: Tell Tamr – جسر$/m);
  });

  it('CASEFILE-4 has lines that fit the schemas it carries, by another validator', async () => {
    const parts = await partsOf(file);
    const ajv = new Ajv2020({ strict: false });
    const misfits: string[] = [];
    for (const table of caseTables) {
      const fits = ajv.compile(JSON.parse(textOf(parts, `schema/${table}.json`)));
      for (const line of textOf(parts, `data/tables/${table}.jsonl`).split('\n').filter(Boolean)) {
        if (!fits(JSON.parse(line))) misfits.push(`${table}: ${ajv.errorsText(fits.errors)}`);
      }
    }
    const fits = ajv.compile(JSON.parse(textOf(parts, 'schema/casefile.json')));

    expect(misfits).toEqual([]);
    expect(fits(JSON.parse(textOf(parts, 'data/casefile.json')))).toBe(true);
  });
});

function isThere(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
