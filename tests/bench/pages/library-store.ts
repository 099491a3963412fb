import { openDatabase } from '#renderer/data/open-database.ts';
import type { WorkbenchDatabase } from '#renderer/data/workbench-database.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { manyRows } from '#tests/support/library-rows.ts';

/** The database and the case of the bench. */
export const DATABASE = 'library-bench';
export const CASE = '01900000-0000-7000-8000-000000000001' as CaseId;

const CHUNK = 5000;

/** The store as the product opens it. */
export function openStore(): Promise<WorkbenchDatabase> {
  return openDatabase({ indexedDB, IDBKeyRange }, DATABASE);
}

/** Fills the library's derived table with rows, as a case of that many articles would have them. */
export async function fill(count: number): Promise<void> {
  const db = await openStore();
  const rows = manyRows(count);
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    await db.articleColumns.bulkPut(chunk.map((row) => ({ ...row, caseId: CASE, sourceId: null })));
    const articleIds = chunk.map(({ articleId }) => articleId);
    await db.columnChanges.put({ caseId: CASE, revision: from + 1, part: 0, articleIds });
  }
  db.close();
}

/** Resolves once what was drawn has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
