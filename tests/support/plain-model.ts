import type { Workspace } from '#renderer/data/workspace.ts';
import { type TableName, tableNames } from '#shared/domain/tables.ts';

/** Every row of every table of the ledger, as plain text that compares: the whole state but for bodies and derived rows. */
export async function snapshot(workspace: Workspace): Promise<Record<string, unknown[]>> {
  const state: Record<string, unknown[]> = {};
  for (const table of ledgerTables) state[table] = await workspace.db.rows(table).toArray();
  return state;
}

/** Rows that derivers keep, as they stand. */
export async function derivedSnapshot({ db }: Workspace) {
  const columns = await db.articleColumns.toArray();
  return {
    columns,
    articleEvents: await db.articleEvents.toArray(),
    names: await db.names.toArray(),
    pointers: await db.pointers.toArray(),
  };
}

const ledgerTables: readonly TableName[] = tableNames.filter(
  (name) => !['imports', 'outcomes', 'mappings', 'suggestions', 'bin'].includes(name),
);
