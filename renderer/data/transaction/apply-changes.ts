import { applyChange, isByHash, type PlainRow } from '#shared/custody/change.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { isTableName, type Row, type TableName, tableSchemas } from '#shared/domain/tables.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { inKeyOrder } from '../in-key-order.ts';
import { keyOfRow } from '../row-key.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';
import { RowChanges } from './row-changes.ts';

/**
 * Reads the rows that changes speak of and applies the changes in order; nothing is written yet. Runs in a write transaction.
 *
 * @param contents - rows that are made by hash alone, by `table id`
 * @throws {AppError} `conflict` if what stands is not what a change was made on; `bad-input` for a row that does not fit
 */
export async function applyChanges(
  db: WorkbenchDatabase,
  changes: readonly Change[],
  contents: ReadonlyMap<string, PlainRow>,
): Promise<RowChanges> {
  const [standing, aside] = await Promise.all([readStanding(db, changes), readSetAside(db, changes, contents)]);
  const result = new RowChanges();
  for (const change of changes) {
    const table = tableOf(change);
    const label = `${table} ${change.id}`;
    const touched = result.get(table, change.id);
    const row = touched ? touched.after : (standing.get(label) ?? null);
    const given = contents.get(label);
    // what the step itself hands over was hashed and checked when it was made ready
    const isGiven = row === null && given !== undefined && isByHash(change.after);
    const kept = isByHash(change.after) ? aside.get(asideKey(change, change.after.sha256)) : undefined;
    const after = isGiven ? given : applyChange(row, change, kept ?? null);
    result.set(table, { id: change.id, before: row, after: after === null ? null : (after as Row<TableName>) });
  }
  checkRows(result, contents);
  return result;
}

/** Writes what changes have come to. Every request is made before the first is waited for. */
export async function writeChanges(
  db: WorkbenchDatabase,
  changes: readonly Change[],
  result: RowChanges,
): Promise<void> {
  await Promise.all([writeRows(db, result), keepAside(db, changes, result)]);
}

/** The key under which a row that a bulk entry removed is kept. */
export function asideKey({ table, id }: Pick<Change, 'table' | 'id'>, sha256: string): string {
  return `${table} ${id} ${sha256}`;
}

/** Rows that a change makes are not read: `writeRows` adds them, and the database refuses a second one. */
async function readStanding(db: WorkbenchDatabase, changes: readonly Change[]): Promise<Map<string, Row<TableName>>> {
  const standing = new Map<string, Row<TableName>>();
  for (const [table, ids] of idsByTable(changes.filter(({ field, before }) => field !== null || before !== null))) {
    const rows = await db.rows(table).bulkGet(ids.map((id) => keyOfRow(table, id)));
    rows.forEach((row, at) => {
      if (row) standing.set(`${table} ${ids[at]}`, row);
    });
  }
  return standing;
}

async function readSetAside(
  db: WorkbenchDatabase,
  changes: readonly Change[],
  contents: ReadonlyMap<string, PlainRow>,
): Promise<Map<string, PlainRow>> {
  const keys = changes.flatMap((change) => {
    if (!isByHash(change.after) || contents.has(`${change.table} ${change.id}`)) return [];
    return [asideKey(change, change.after.sha256)];
  });
  if (keys.length === 0) return new Map();
  const kept = await db.setAside.bulkGet(keys);
  return new Map(kept.flatMap((each) => (each ? [[each.key, each.row as PlainRow]] : [])));
}

/** What is removed by hash alone stands nowhere else: it is kept, so that the removal can be taken back. */
async function keepAside(db: WorkbenchDatabase, changes: readonly Change[], result: RowChanges): Promise<void> {
  const kept = changes.flatMap((change) => {
    if (!isByHash(change.before) || change.after !== null) return [];
    const row = result.get(tableOf(change), change.id)?.before;
    return row ? [{ key: asideKey(change, change.before.sha256), row }] : [];
  });
  if (kept.length > 0) await db.setAside.bulkPut(kept);
}

async function writeRows(db: WorkbenchDatabase, result: RowChanges): Promise<void> {
  const writes: Promise<unknown>[] = [];
  for (const table of result.tables()) {
    const rows = result.of(table);
    const made = rows.flatMap(({ before, after }) => (before === null && after !== null ? [after] : []));
    const changed = rows.flatMap(({ before, after }) => (before !== null && after !== null ? [after] : []));
    const gone = rows.filter(({ after }) => after === null).map(({ id }) => keyOfRow(table, id));
    if (made.length > 0) writes.push(db.rows(table).bulkAdd(made));
    if (changed.length > 0) writes.push(db.rows(table).bulkPut(changed));
    if (gone.length > 0) writes.push(db.rows(table).bulkDelete(inKeyOrder(gone)));
  }
  await Promise.all(writes);
}

function checkRows(result: RowChanges, contents: ReadonlyMap<string, PlainRow>): void {
  for (const table of result.tables()) {
    for (const { id, after } of result.of(table)) {
      if (after !== null && !contents.has(`${table} ${id}`)) checkRow(table, after);
    }
  }
}

/**
 * Checks a row against the schema of its table.
 *
 * @throws {AppError} `bad-input`
 */
export function checkRow(table: TableName, row: unknown): void {
  const parsed = tableSchemas[table].schema.safeParse(row);
  if (!parsed.success) throw new AppError('bad-input', `A row of ${table} does not fit its schema.`, parsed.error);
}

function idsByTable(changes: readonly Change[]): Map<TableName, string[]> {
  const ids = new Map<TableName, Set<string>>();
  for (const change of changes) {
    const table = tableOf(change);
    ids.set(table, (ids.get(table) ?? new Set()).add(change.id));
  }
  return new Map([...ids].map(([table, set]) => [table, [...set]]));
}

function tableOf({ table }: Change): TableName {
  if (!isTableName(table)) throw new AppError('bad-input', `There is no table ${table}.`);
  return table;
}
