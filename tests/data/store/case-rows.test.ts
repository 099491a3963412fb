import { describe, expect, it, vi } from 'vitest';
import { openCaseRows } from '#renderer/data/case-rows.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { importFiles } from '#renderer/workers/import/import-files.ts';
import type { LibraryRow } from '#shared/contracts/library-query.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

/** Live queries of Dexie look for the browser's own IndexedDB: these run in Chromium, where this suite runs too. */
const isInBrowser = globalThis.indexedDB !== undefined;

describe('the rows of a case', () => {
  it('are all read, in order of their ids, and those of no other case', async () => {
    const { workspace, caseId } = await caseWith(5);
    const other = await workspace.cases.create('Another');
    await importReports(workspace, other, 7, 2);

    const rows = await allRows(workspace, caseId);

    expect(rows.map(({ articleId }) => articleId)).toEqual(await workspace.articles.idsInCase(caseId));
    expect(rows).toHaveLength(5);
  });

  it('are read by their ids in the order asked; those that are gone are left out', async () => {
    const { workspace, caseId } = await caseWith(3);
    const [first, second, third] = await workspace.articles.idsInCase(caseId);
    if (!first || !second || !third) throw new Error('no articles');
    await workspace.bin.remove(caseId, [{ table: 'caseArticles', id: `${caseId}/${second}` }], 'Remove one');

    const feed = await openCaseRows(workspace.db, caseId);

    expect((await feed.read([third, second, first])).map(({ articleId }) => articleId)).toEqual([third, first]);
    expect((await allRows(workspace, caseId)).map(({ articleId }) => articleId)).toEqual([first, third]);
  });

  it.runIf(isInBrowser)('tell of what changes, comes and goes, and of nothing that was there before', async () => {
    const { workspace, caseId } = await caseWith(2);
    const [first] = await workspace.articles.idsInCase(caseId);
    if (!first) throw new Error('no article');
    const heard: { rows: readonly LibraryRow[]; removed: readonly ArticleId[] }[] = [];
    (await openCaseRows(workspace.db, caseId)).watch((rows, removed) => heard.push({ rows, removed }));

    await workspace.articles.editInCase(caseId, [first], 'Done', () => ({ status: 'done' }));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    await importReports(workspace, caseId, 9, 1);
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    await workspace.undo(caseId);
    await vi.waitFor(() => expect(heard).toHaveLength(3));

    expect(heard[0]).toMatchObject({ rows: [{ articleId: first, status: 'done' }], removed: [] });
    expect(heard[1]?.rows.map(({ title }) => title)).toEqual(['Report 9']);
    expect(heard[2]).toMatchObject({ rows: [], removed: [heard[1]?.rows[0]?.articleId] });
  });

  it.runIf(isInBrowser)('tell of a change that is made between opening and watching', async () => {
    const { workspace, caseId } = await caseWith(1);
    const [first] = await workspace.articles.idsInCase(caseId);
    if (!first) throw new Error('no article');
    const feed = await openCaseRows(workspace.db, caseId);
    await workspace.articles.editInCase(caseId, [first], 'Done', () => ({ status: 'done' }));
    const heard: LibraryRow[] = [];

    feed.watch((rows) => heard.push(...rows));

    await vi.waitFor(() => expect(heard).toMatchObject([{ articleId: first, status: 'done' }]));
  });
});

describe('how often the same bytes came in', () => {
  it('is counted in every case that has the article, however it came there', async () => {
    const { workspace, caseId } = await caseWith(1);
    await importReports(workspace, caseId, 0, 1, 'copy of ');
    await importReports(workspace, caseId, 0, 1, 'another copy of ');
    const other = await workspace.cases.create('Another');

    await workspace.articles.addToCase(other, await workspace.articles.idsInCase(caseId));

    expect(await allRows(workspace, caseId)).toMatchObject([{ duplicates: 2 }]);
    expect(await allRows(workspace, other)).toMatchObject([{ duplicates: 2 }]);
  });
});

async function caseWith(count: number): Promise<{ workspace: Workspace; caseId: CaseId }> {
  const workspace = await testWorkspace();
  const caseId = await workspace.cases.create('Marjouna');
  await importReports(workspace, caseId, 0, count);
  return { workspace, caseId };
}

async function importReports(
  workspace: Workspace,
  caseId: CaseId,
  from: number,
  count: number,
  prefix = '',
): Promise<void> {
  const files = Array.from({ length: count }, (_, at) => {
    const name = `${prefix}${from + at}.txt`;
    return { path: name, file: new File([`Report ${from + at}\n\nWords.`], name) };
  });
  await importFiles({ workspace, caseId, files, from: `${count} files`, onCounts: () => {} }, unattended);
}

async function allRows(workspace: Workspace, caseId: CaseId): Promise<LibraryRow[]> {
  const rows: LibraryRow[] = [];
  await (await openCaseRows(workspace.db, caseId)).readAll((some) => rows.push(...some));
  return rows;
}
