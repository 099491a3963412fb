import { difference } from '#shared/custody/make-change.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import type { Row, TableName } from '#shared/domain/tables.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { keyOfRow } from './row-key.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';
import type { WorkspaceCore } from './workspace-core.ts';

/**
 * Reads a row that has to be there.
 *
 * @throws {AppError} `not-found`
 */
export async function readRow<T extends TableName>(db: WorkbenchDatabase, table: T, id: string): Promise<Row<T>> {
  const row = await db.rows(table).get(keyOfRow(table, id));
  if (!row) throw gone(table, id);
  return row;
}

function gone(table: TableName, id: string): AppError {
  return new AppError('not-found', `This is no longer there: it was removed (${table} ${id}).`);
}

/** What to change, and how the step is called. */
export type RowEdit<T extends TableName> = {
  readonly caseId: CaseId | null;
  readonly action: string;
  readonly words: string;
  readonly table: T;
  readonly edit: (row: Row<T>) => Row<T>;
};

/**
 * Edits rows of one table as one step. Rows that the edit leaves as they are make no change; when all are left, no step.
 *
 * @throws {AppError} `not-found` if a row is gone, `conflict` if it was changed meanwhile; nothing has changed then
 */
export async function editRows<T extends TableName>(
  { writer, commit }: WorkspaceCore,
  ids: readonly string[],
  { table, edit, ...step }: RowEdit<T>,
): Promise<void> {
  // At once: thousands of articles are triaged in one step.
  const rows = await writer.db.rows(table).bulkGet(ids.map((id) => keyOfRow(table, id)));
  const changes = rows.flatMap((row, at): Change[] => {
    if (!row) throw gone(table, ids[at] ?? '');
    return difference(table, row, edit(row));
  });
  if (changes.length > 0) await commit({ ...step, changes });
}
