import { AppError } from '#shared/kernel/app-error.ts';
import type { Deriver } from '../transaction/deriver.ts';
import type { RowChanges } from '../transaction/row-changes.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';
import { pointerTargets } from './keep-pointers.ts';

/** Refuses a step that would remove what something else rests on: undoing what others have built upon since. */
export const refuseDangling: Deriver = async (db, changes) => {
  for (const table of pointerTargets) {
    for (const { id, after } of changes.of(table)) {
      if (after !== null) continue;
      const to = `${table} ${id}`;
      if ((await db.pointers.where('[to+from]').between([to, ''], [to, '\uffff']).count()) > 0) throw inUse();
    }
  }
  await refuseMarkedArticles(db, changes);
  await refuseSharedArticles(db, changes);
};

async function refuseMarkedArticles(db: WorkbenchDatabase, changes: RowChanges): Promise<void> {
  for (const { before, after } of changes.of('caseArticles')) {
    if (after !== null || before === null) continue;
    const { caseId, articleId } = before;
    if ((await db.highlights.where('[caseId+articleId]').equals([caseId, articleId]).count()) > 0) throw inUse();
  }
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

function inUse(): AppError {
  return new AppError('conflict', 'Something else rests on this since: remove that first. Nothing was changed.');
}
