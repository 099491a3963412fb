import type { CaseId } from '#shared/domain/ids.ts';
import { isTableName, type Row, type TableName } from '#shared/domain/tables.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { detach, type Target } from './detach.ts';
import { keyOfRow } from './row-key.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** A row before and after a removal; null afterwards when it goes too. */
export type Dependent = Target & { readonly before: Row<TableName>; readonly after: Row<TableName> | null };

/**
 * Finds what a removal comes to: the rows themselves, every row that means nothing without them, and rows that only let go
 * of a pointer.
 *
 * @throws {AppError} `not-found` if a row is gone; `conflict` if another case rests on one of them
 */
export async function findDependents(
  db: WorkbenchDatabase,
  caseId: CaseId,
  targets: readonly Target[],
): Promise<Dependent[]> {
  const found = new Map<string, Dependent>();
  const gone = new Set<string>();
  const queue: Target[] = [];
  const take = (target: Target, before: Row<TableName>, after: Row<TableName> | null): void => {
    const label = labelOf(target);
    found.set(label, { ...target, before: found.get(label)?.before ?? before, after });
    if (after === null && !gone.has(label)) {
      gone.add(label);
      queue.push(target);
    }
  };
  for (const target of targets) {
    const row = await db.rows(target.table).get(keyOfRow(target.table, target.id));
    if (!row) throw new AppError('not-found', 'This is no longer there: it was removed already.');
    take(target, row, null);
  }
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const holder of await holdersOf(db, next)) {
      const known = found.get(labelOf(holder));
      if (known?.after === null) continue;
      const row = known ? known.after : await db.rows(holder.table).get(keyOfRow(holder.table, holder.id));
      if (!row) continue;
      if ('caseId' in row && row.caseId !== caseId) {
        throw new AppError('conflict', 'Another case rests on this: remove it there first. Nothing was removed.');
      }
      // a highlight points at its article, which stays, and leaves with its place in the case
      const isLeaving = next.table === 'caseArticles';
      const left = isLeaving ? null : detach(holder.table, row, (target) => gone.has(labelOf(target)));
      take(holder, row, left);
    }
  }
  return [...found.values()];
}

/** An article leaves a case with its highlights; all else is found by the pointers that are kept. */
async function holdersOf(db: WorkbenchDatabase, { table, id }: Target): Promise<Target[]> {
  if (table === 'caseArticles') {
    const [caseId = '', articleId = ''] = id.split('/');
    const ids = await db.highlights.where('[caseId+articleId]').equals([caseId, articleId]).primaryKeys();
    return ids.map((each) => ({ table: 'highlights', id: each }));
  }
  const to = `${table} ${id}`;
  const keys = await db.pointers.where('[to+from]').between([to, ''], [to, '\uffff']).primaryKeys();
  return keys.flatMap(([, from]) => {
    const [holder = '', ...rest] = from.split(' ');
    return isTableName(holder) ? [{ table: holder, id: rest.join(' ') }] : [];
  });
}

function labelOf({ table, id }: Target): string {
  return `${table} ${id}`;
}
