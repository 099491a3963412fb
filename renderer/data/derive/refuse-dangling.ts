import type { Row } from '#shared/domain/tables.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { Deriver } from '../transaction/deriver.ts';
import type { RowChanges } from '../transaction/row-changes.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';
import { pointerTargets } from './keep-pointers.ts';

/**
 * Rows that are asked for one by one. The pointers that a step has just deleted lie as tombstones where it looks for others: thousands
 * of look-ups would each step over thousands of them.
 */
const FEW = 64;

/**
 * Refuses a step that would remove what something else rests on: undoing what others have built upon since.
 *
 * @throws {AppError} `conflict`; nothing is changed then
 */
export const refuseDangling: Deriver = async (db, changes) => {
  await Promise.all([
    refusePointedAt(db, changes),
    refuseMarkedArticles(db, changes),
    refuseSharedArticles(db, changes),
    refuseBinnedArticles(db, changes),
    refuseKeptFiles(db, changes),
  ]);
};

async function refusePointedAt(db: WorkbenchDatabase, changes: RowChanges): Promise<void> {
  const asked = [...pointerTargets].map(async (table) => {
    const removed = changes.of(table).flatMap(({ id, after }) => (after === null ? [`${table} ${id}`] : []));
    return removed.length > FEW ? isAnyInRange(db, removed) : isAnyOf(db, removed);
  });
  if ((await Promise.all(asked)).includes(true)) throw inUse();
}

async function isAnyOf(db: WorkbenchDatabase, targets: readonly string[]): Promise<boolean> {
  const counts = targets.map((to) => db.pointers.where('[to+from]').between([to, ''], [to, '\uffff']).count());
  return (await Promise.all(counts)).some((count) => count > 0);
}

/** Reads what points at anything between the first and the last of these: rows that go together mostly came together. */
async function isAnyInRange(db: WorkbenchDatabase, targets: readonly string[]): Promise<boolean> {
  const wanted = new Set(targets);
  const sorted = [...targets].sort();
  const keys = await db.pointers
    .where('[to+from]')
    .between([sorted[0], ''], [sorted.at(-1), '\uffff'])
    .primaryKeys();
  return keys.some(([to]) => wanted.has(to));
}

async function refuseMarkedArticles(db: WorkbenchDatabase, changes: RowChanges): Promise<void> {
  const removed = changes.of('caseArticles').flatMap(({ before, after }) => (after === null && before ? [before] : []));
  const counts = await Promise.all(
    removed.map(({ caseId, articleId }) =>
      db.highlights.where('[caseId+articleId]').equals([caseId, articleId]).count(),
    ),
  );
  if (counts.some((count) => count > 0)) throw inUse();
}

/** Facts about the material are shared: an import is not taken back while another case has its articles. */
async function refuseSharedArticles(db: WorkbenchDatabase, changes: RowChanges): Promise<void> {
  const removed = changes.of('articles').flatMap(({ id, after }) => (after === null ? [id] : []));
  if (removed.length === 0) return;
  for (const caseId of await db.cases.toCollection().primaryKeys()) {
    const rows = await db.caseArticles.bulkGet(removed.map((id): [string, string] => [caseId, id]));
    if (rows.some((row) => row !== undefined)) throw inUse();
  }
}

/** What was removed from a case can be put back only while the article itself is there. */
async function refuseBinnedArticles(db: WorkbenchDatabase, changes: RowChanges): Promise<void> {
  const removed = new Set(changes.of('articles').flatMap(({ id, after }) => (after === null ? [id] : [])));
  if (removed.size === 0) return;
  const isHeld = (row: unknown) => removed.has(String(Object(row).articleId));
  const isHolder = ({ rows }: Row<'bin'>) => rows.some(({ table, row }) => table === 'caseArticles' && isHeld(row));
  if ((await db.bin.filter(isHolder).count()) > 0) throw inUse();
}

/** The same file may have been kept whole in several cases: its bytes are one capture. */
async function refuseKeptFiles(db: WorkbenchDatabase, changes: RowChanges): Promise<void> {
  const removed = new Set<string>(changes.of('captures').flatMap(({ id, after }) => (after === null ? [id] : [])));
  if (removed.size === 0) return;
  const isHolder = ({ captureId }: Row<'containers'>) => captureId !== null && removed.has(captureId);
  if ((await db.containers.filter(isHolder).count()) > 0) throw inUse();
}

function inUse(): AppError {
  return new AppError('conflict', 'Something else rests on this since: remove that first. Nothing was changed.');
}
