import { describeRow, pointersOf } from '#shared/domain/references.ts';
import { type Row, rowId, type TableName, tableSchemas } from '#shared/domain/tables.ts';
import { keyOfRow } from '../row-key.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';
import type { VerifyLog } from './verify-report.ts';
import type { VerifyScope } from './verify-scope.ts';

/** Checks that every row fits its schema and points at rows that are there. */
export async function verifyRows(db: WorkbenchDatabase, scope: VerifyScope, log: VerifyLog): Promise<void> {
  const known = new Set<string>();
  for (const table of scope.tables) {
    for await (const rows of scope.rows(table)) {
      for (const row of rows) known.add(`${table} ${rowId(table, row)}`);
    }
  }
  for (const table of scope.tables) {
    for await (const rows of scope.rows(table)) {
      await lookUp(db, table, rows, known);
      for (const row of rows) {
        verifyRow(table, row, known, log);
        await log.tick('rows');
      }
    }
  }
}

/** What a case's rows point at may stand outside of what was gathered: the machine's tables point at all of them. */
async function lookUp(db: WorkbenchDatabase, table: TableName, rows: readonly Row<TableName>[], known: Set<string>) {
  for (const { to, id } of rows.flatMap((row) => pointersOf(table, row))) {
    const label = `${to} ${id}`;
    if (!known.has(label) && (await db.rows(to).get(keyOfRow(to, id)))) known.add(label);
  }
}

function verifyRow(table: TableName, row: Row<TableName>, known: ReadonlySet<string>, log: VerifyLog): void {
  const at = describeRow(table, row);
  if (!tableSchemas[table].schema.safeParse(row).success) log.fault('row', at, `${at} does not fit its schema.`);
  for (const { to, id, path } of pointersOf(table, row)) {
    if (!known.has(`${to} ${id}`))
      log.fault('pointer', at, `${at} points by ${path} at ${to} ${id}, which is not there.`);
  }
}
