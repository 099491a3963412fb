import type { Collection } from 'dexie';
import { type Row, rowId, type TableName } from '#shared/domain/tables.ts';
import { keyOfRow } from './row-key.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Below this a request for each key is as quick. */
const FEW = 20;

/** Rows between the first key and the last, for each that is asked for, up to which they are read with them. */
const STRANGERS = 2;

/**
 * Reads rows by their ids with one request for all that lie between the first and the last, where that brings few others: a
 * request for each takes several times as long.
 *
 * @returns the rows that stand, in the order of their keys; null when too many others lie between, or few are asked for
 */
export async function rowsNear<T extends TableName>(
  db: WorkbenchDatabase,
  table: T,
  ids: readonly string[],
): Promise<Row<T>[] | null> {
  const [first, last] = endsOf(table, ids);
  if (ids.length < FEW) return null;
  const between = db.rows(table).where(':id').between(first, last, true, true);
  const found = await atMost<Row<T>>(between, ids.length * STRANGERS);
  const wanted = new Set(ids);
  return found?.filter((row) => wanted.has(rowId(table, row))) ?? null;
}

/** Rows by their ids; those that do not stand are left out. */
export async function rowsById<T extends TableName>(
  db: WorkbenchDatabase,
  table: T,
  ids: readonly string[],
): Promise<Map<string, Row<T>>> {
  const near = await rowsNear(db, table, ids);
  const rows = near ?? (await db.rows(table).bulkGet(ids.map((id) => keyOfRow(table, id))));
  return new Map(rows.flatMap((row) => (row ? [[rowId(table, row), row]] : [])));
}

/** Those of some ids of which rows stand. */
export async function standingIds(
  db: WorkbenchDatabase,
  table: TableName,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length < FEW) return new Set((await rowsById(db, table, ids)).keys());
  const [first, last] = endsOf(table, ids);
  const most = ids.length * STRANGERS;
  const keys = await db
    .rows(table)
    .where(':id')
    .between(first, last, true, true)
    .limit(most + 1)
    .primaryKeys();
  if (keys.length > most) return new Set((await rowsById(db, table, ids)).keys());
  const wanted = new Set(ids);
  return new Set(keys.map((key) => [key].flat().join('/')).filter((id) => wanted.has(id)));
}

/** All rows of a collection; null when there are more than `most`. */
export async function atMost<R>(collection: Collection<R, unknown>, most: number): Promise<R[] | null> {
  const rows = await collection.limit(most + 1).toArray();
  return rows.length > most ? null : rows;
}

/** The first and the last key of some rows. */
function endsOf(table: TableName, ids: readonly string[]): [string | string[], string | string[]] {
  let first = ids[0] ?? '';
  let last = first;
  for (const id of ids) {
    if (isBefore(id, first)) first = id;
    if (isBefore(last, id)) last = id;
  }
  return [keyOfRow(table, first), keyOfRow(table, last)];
}

/** As IndexedDB orders keys: part by part, by code units. */
function isBefore(a: string, b: string): boolean {
  const others = b.split('/');
  for (const [at, part] of a.split('/').entries()) {
    const other = others[at] ?? '';
    if (part !== other) return part < other;
  }
  return false;
}
