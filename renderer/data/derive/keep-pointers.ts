import { pointersOf } from '#shared/domain/references.ts';
import type { TableName } from '#shared/domain/tables.ts';
import { inKeyOrder } from '../in-key-order.ts';
import type { PointerRow } from '../stored-rows.ts';
import type { Deriver } from '../transaction/deriver.ts';
import type { RowChange } from '../transaction/row-changes.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';

/** What an analyst makes and may remove: only pointers at these are kept, bulk imports make none. */
export const pointerTargets: ReadonlySet<TableName> = new Set([
  'highlights',
  'entities',
  'relations',
  'events',
  'claims',
  'sources',
]);
const holders: readonly TableName[] = [
  'mentions',
  'claims',
  'events',
  'entities',
  'relations',
  'entityNotes',
  'sourceGrades',
  'sources',
];

/** Keeps the reverse of every pointer, so that what points at a row is found without reading whole tables. */
export const keepPointers: Deriver = async (db, changes) => {
  const gone: [string, string][] = [];
  const made: PointerRow[] = [];
  for (const table of holders) {
    for (const change of changes.of(table)) {
      const before = targetsOf(table, change, 'before');
      const after = targetsOf(table, change, 'after');
      const from = `${table} ${change.id}`;
      for (const to of before) if (!after.has(to)) gone.push([to, from]);
      for (const to of after) if (!before.has(to)) made.push({ to, from });
    }
  }
  await Promise.all([
    gone.length > 0 ? db.pointers.bulkDelete(inKeyOrder(gone)) : undefined,
    made.length > 0 ? db.pointers.bulkPut(made) : undefined,
  ]);
};

/** Ids of the rows of `holder` that point at a row: `idsPointingAt(db, 'mentions', 'entities', id)`. */
export async function idsPointingAt(
  db: WorkbenchDatabase,
  holder: TableName,
  target: TableName,
  id: string,
): Promise<string[]> {
  const to = `${target} ${id}`;
  const prefix = `${holder} `;
  const keys = await db.pointers
    .where('[to+from]')
    .between([to, prefix], [to, `${prefix}\uffff`])
    .primaryKeys();
  return keys.map(([, from]) => from.slice(prefix.length));
}

function targetsOf(table: TableName, change: RowChange, side: 'before' | 'after'): Set<string> {
  const row = change[side];
  if (row === null) return new Set();
  const pointers = pointersOf(table, row).filter(({ to }) => pointerTargets.has(to));
  return new Set(pointers.map(({ to, id }) => `${to} ${id}`));
}
