import type { CaseId } from '#shared/domain/ids.ts';
import { chainsOfCase } from './chains.ts';
import { noSearchChange } from './derive/keep-search-changes.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Tables whose rows name their case in an index of its own. */
const byCase = [
  'sourceGrades',
  'mentions',
  'claims',
  'events',
  'entityNotes',
  'savedSearches',
  'containers',
  'recordLists',
  'bin',
] as const;

/** Tables whose key begins with the case, by the name of that key. */
const byKey = [
  ['caseArticles', '[caseId+articleId]'],
  ['highlights', '[caseId+articleId]'],
  ['articleColumns', '[caseId+articleId]'],
] as const;

/** What a case that takes the place of this one brings comes after, part by part. */
const BEFORE_ALL_PARTS = -1;

/**
 * Takes a case out of the store, its chains too, as if it had never been here: for a case that was damaged or rolled back,
 * before its safety copy takes its place. Facts about the material stay, and what the machine noted beside the ledger, which no copy has. This is no step of the analyst: nothing is written
 * into the ledger, and nothing but a safety copy brings it back. Runs in a write transaction.
 *
 * @param revision - of the step that this belongs to
 */
export async function forgetCase(db: WorkbenchDatabase, caseId: CaseId, revision: number): Promise<void> {
  const chains = (await chainsOfCase(db, caseId)).map(({ chain }) => chain);
  for (const table of byCase) {
    const ids = await db.rows(table).where('caseId').equals(caseId).primaryKeys();
    await forgetPointers(db, table, ids);
    await db.rows(table).bulkDelete(ids);
  }
  for (const [table, key] of byKey) {
    await db.table(table).where(key).between([caseId, ''], [caseId, '\uffff']).delete();
  }
  await db.columnChanges
    .where('[caseId+revision+part]')
    .between([caseId, 0, 0], [caseId, Number.POSITIVE_INFINITY, 0])
    .delete();
  await db.articleEvents
    .where('[caseId+articleId+eventId]')
    .between([caseId, '', ''], [caseId, '\uffff', '\uffff'])
    .delete();
  for (const chain of chains) {
    await db.ledger.where('[chain+seq]').between([chain, 0], [chain, Number.POSITIVE_INFINITY]).delete();
  }
  await db.heads.bulkDelete(chains);
  await db.searchChanges.add({ ...noSearchChange, cases: [caseId], seq: revision, part: BEFORE_ALL_PARTS });
  await db.cases.delete(caseId);
}

/** What the rows pointed at must not be held by rows that are gone. */
async function forgetPointers(db: WorkbenchDatabase, table: string, ids: readonly unknown[]): Promise<void> {
  const from = new Set(ids.map((id) => `${table} ${String(id)}`));
  if (from.size === 0) return;
  const keys = await db.pointers.filter((pointer) => from.has(pointer.from)).primaryKeys();
  await db.pointers.bulkDelete(keys);
}
