import { describe, expect, it } from 'vitest';
import type { Workspace } from '#renderer/data/workspace.ts';
import { importFiles } from '#renderer/workers/import/import-files.ts';
import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import { sha256Hex } from '#shared/custody/sha256.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

const GOOD = ['Five were killed in the market.', 'The bridge is shut since dawn.'].map((text, at) =>
  JSON.stringify({ title: `Report ${at}`, text, source: `https://outlet.example/${at}`, hostname: 'outlet.example' }),
);
const LINES = [GOOD[0], '{"title": "cut off', GOOD[1]].join('\n');

describe('a file of many records', () => {
  it('gives its articles with the bytes of each record, and is kept by name, size and hash', async () => {
    const { workspace, caseId, take } = await emptyCase();

    const { counts } = await take([fileOf('dump.jsonl', LINES)]);

    expect(counts).toMatchObject({ done: 1, imported: 2, failed: 1 });
    const [container] = await workspace.db.containers.toArray();
    expect(container).toMatchObject({
      caseId,
      fileName: 'dump.jsonl',
      format: expect.stringContaining('json'),
      size: LINES.length,
      sha256: sha256Hex(LINES),
      captureId: null,
      records: 3,
      taken: 2,
    });
    const captures = await workspace.db.captures.toArray();
    const bytes = await Promise.all(captures.map(({ id }) => workspace.articles.captureBytes(id)));
    expect(bytes.map((capture) => new TextDecoder().decode(capture.bytes).trim()).sort()).toEqual([...GOOD].sort());
  });

  it('keeps a list of every record: what was made of it, or why nothing was', async () => {
    const { workspace, caseId, take } = await emptyCase();
    await take([fileOf('dump.jsonl', LINES)]);

    const [list] = await workspace.db.recordLists.toArray();

    expect(list?.records).toHaveLength(3);
    expect(list?.records.map(({ articleId }) => articleId !== null)).toEqual([true, false, true]);
    expect(list?.records[1]?.reason).not.toBe('');
    expect(list?.records[0]).toMatchObject({ size: GOOD[0]?.length, sha256: sha256Hex(GOOD[0] ?? '') });
    expect((await workspace.verify(caseId)).faults).toEqual([]);
  });

  it('is stored on its way also where nothing in it is an article', async () => {
    const { workspace, take } = await emptyCase();
    const lines = `${GOOD[0]}\n${'[1]\n'.repeat(25_000)}`;
    const stored: number[] = [];
    const { importBatch } = workspace;
    workspace.importBatch = (batch) => {
      stored.push(batch.recordLists?.length ?? 0);
      return importBatch.call(workspace, batch);
    };

    await take([fileOf('dump.jsonl', lines)]);

    expect(Math.max(...stored)).toBeLessThanOrEqual(25);
    expect(stored.length).toBeGreaterThan(1);
    expect(await workspace.db.recordLists.count()).toBe(51);
  });

  it('names the record that failed in the log, under its file', async () => {
    const { workspace, take } = await emptyCase();

    const { import: row } = await take([fileOf('dump.jsonl', LINES)]);

    expect(await workspace.imports.outcomes(row.id)).toMatchObject([
      { fileName: 'dump.jsonl', position: '', result: 'imported', reason: '2 articles, 1 failed.', articles: 2 },
      { fileName: 'dump.jsonl', position: expect.stringMatching(/2/), result: 'failed', code: expect.any(String) },
    ]);
  });

  it('is kept whole where the analyst chose so', async () => {
    const { workspace, caseId } = await emptyCase();

    await run(workspace, caseId, [fileOf('dump.jsonl', LINES)], true);

    const [container] = await workspace.db.containers.toArray();
    if (!container?.captureId) throw new Error('not kept');
    const { bytes } = await workspace.articles.captureBytes(container.captureId);
    expect(new TextDecoder().decode(bytes)).toBe(LINES);
    expect((await workspace.verify(caseId)).faults).toEqual([]);
  });

  it('is not taken back while another case keeps its bytes, be its articles in the bin or not', async () => {
    const { workspace, caseId } = await emptyCase();
    const other = await workspace.cases.create('Ashmar');
    await run(workspace, caseId, [fileOf('dump.jsonl', LINES)], true);
    await run(workspace, other, [fileOf('dump.jsonl', LINES)], true);
    const ids = await workspace.articles.idsInCase(other);
    const targets = ids.map((id) => ({ table: 'caseArticles' as const, id: `${other}/${id}` }));
    const binId = await workspace.bin.remove(other, targets, 'Remove 2 articles');

    expect(await codeOf(workspace.undo(caseId))).toBe('conflict');
    expect((await workspace.verify(other)).faults).toEqual([]);

    // for good: the file itself is still kept there
    await workspace.bin.purge(binId);
    expect(await codeOf(workspace.undo(caseId))).toBe('conflict');
    expect((await workspace.verify(other)).faults).toEqual([]);
  });

  it('is taken back whole by one undo, its list too, and comes again', async () => {
    const { workspace, caseId } = await emptyCase();
    await run(workspace, caseId, [fileOf('dump.jsonl', LINES)], true);
    const sizes = async () => [
      await workspace.db.containers.count(),
      await workspace.db.recordLists.count(),
      await workspace.db.articles.count(),
      await workspace.db.captures.count(),
    ];
    const before = await sizes();

    await workspace.undo(caseId);
    expect(await sizes()).toEqual([0, 0, 0, 0]);
    await workspace.redo(caseId);

    expect(await sizes()).toEqual(before);
  });

  it('goes with its case into another workspace', async () => {
    const { workspace, caseId } = await emptyCase();
    await run(workspace, caseId, [fileOf('dump.jsonl', LINES)], true);
    const there = await testWorkspace(seededPorts(9));

    await there.restoreCase(await workspace.collectCase(caseId));

    expect(await there.db.containers.toArray()).toEqual(await workspace.db.containers.toArray());
    expect(await there.db.recordLists.toArray()).toEqual(await workspace.db.recordLists.toArray());
    expect((await there.verify(caseId)).faults).toEqual([]);
  });

  it('brings nothing new the second time, and says so', async () => {
    const { workspace, take } = await emptyCase();
    await take([fileOf('dump.jsonl', GOOD.join('\n'))]);
    const acquired = await workspace.db.acquisitions.count();

    const { import: row, counts } = await take([fileOf('dump.jsonl', GOOD.join('\n'))]);

    expect(counts).toMatchObject({ imported: 0, duplicates: 2, failed: 0 });
    expect(await workspace.db.acquisitions.count()).toBe(acquired);
    expect(await workspace.imports.outcomes(row.id)).toMatchObject([
      { result: 'duplicate', reason: 'All 2 articles in it are in the case already.' },
    ]);
  });
});

describe('a table of unknown columns', () => {
  const table = 'alpha;beta\nFive were killed.;2019\nThe bridge is shut.;2020\n';

  it('is named as one whose columns have to be mapped', async () => {
    const { workspace, take } = await emptyCase();

    const { import: row } = await take([fileOf('table.csv', table)]);

    expect(await workspace.imports.outcomes(row.id)).toMatchObject([{ result: 'failed', code: 'unmapped' }]);
  });

  it('is read as the analyst says, and the next of the same columns without a question', async () => {
    const { workspace, caseId, take } = await emptyCase();
    const fields = [{ column: 'alpha', field: 'text' as const }];
    await workspace.mappings.keep('table.csv', ['alpha', 'beta'], { fields });

    const { counts } = await take([{ ...fileOf('first.csv', table), mapping: { fields } }]);
    const next = await take([fileOf('next.csv', table.replaceAll('20', '19').replace('Five', 'Six'))]);

    expect(counts).toMatchObject({ imported: 2, failed: 0 });
    expect(next.counts).toMatchObject({ imported: 2, failed: 0 });
    expect(await workspace.articles.idsInCase(caseId)).toHaveLength(4);
  });
});

async function emptyCase() {
  const workspace = await testWorkspace();
  const caseId = await workspace.cases.create('Marjouna');
  return { workspace, caseId, take: (files: ChosenFile[]) => run(workspace, caseId, files) };
}

function run(workspace: Workspace, caseId: CaseId, files: ChosenFile[], keepsWhole = false) {
  const from = `${files.length} files`;
  return importFiles({ workspace, caseId, files, from, choices: { keepsWhole }, onCounts: () => {} }, unattended);
}

function fileOf(path: string, content: string): ChosenFile {
  return { path, file: new File([content], path) };
}
