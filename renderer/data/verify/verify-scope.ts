import type { CaseId } from '#shared/domain/ids.ts';
import { type Row, type TableName, tableNames } from '#shared/domain/tables.ts';
import { type CaseTable, caseTables } from '#shared/exchange/case-ports.ts';
import { findCaseMembers, readRows } from '../case-members.ts';
import { chainsOfCase } from '../chains.ts';
import type { HeadRow } from '../stored-rows.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';

/** What is verified: a case with all that it rests on, or the whole workspace. */
export type VerifyScope = {
  readonly tables: readonly TableName[];
  rows<T extends TableName>(table: T): AsyncGenerator<Row<T>[]>;
  readonly heads: readonly HeadRow[];
  /** Whether a row is looked at. */
  holds(table: TableName, id: string): boolean;
  /** Rows and entries to be looked at. */
  readonly total: number;
};

/** Rows read at once. */
const CHUNK = 500;

/**
 * A case with all that it rests on.
 *
 * @throws {AppError} `not-found`
 */
export async function caseScope(db: WorkbenchDatabase, caseId: CaseId): Promise<VerifyScope> {
  const members = await findCaseMembers(db, caseId);
  const heads = await chainsOfCase(db, caseId);
  const idsOf = (table: TableName): ReadonlySet<string> => (isCaseTable(table) ? members[table] : new Set<string>());
  return {
    tables: caseTables,
    rows: (table) => readRows(db, table, idsOf(table)),
    heads,
    holds: (table, id) => idsOf(table).has(id),
    // captures and texts are looked at twice: as bytes and as rows
    total: [...caseTables, 'captures' as const, 'texts' as const].reduce(
      (sum, table) => sum + members[table].size,
      entriesOf(heads),
    ),
  };
}

/** The whole workspace. */
export async function workspaceScope(db: WorkbenchDatabase): Promise<VerifyScope> {
  const heads = await db.heads.toArray();
  let total = entriesOf(heads);
  for (const table of [...tableNames, 'captures' as const, 'texts' as const]) total += await db.rows(table).count();
  return { tables: tableNames, rows: (table) => allRows(db, table), heads, holds: () => true, total };
}

async function* allRows<T extends TableName>(db: WorkbenchDatabase, table: T): AsyncGenerator<Row<T>[]> {
  const keys = await db.rows(table).toCollection().primaryKeys();
  for (let at = 0; at < keys.length; at += CHUNK) {
    const rows = await db.rows(table).bulkGet(keys.slice(at, at + CHUNK));
    yield rows.filter((row): row is Row<T> => row !== undefined);
  }
}

function entriesOf(heads: readonly HeadRow[]): number {
  return heads.reduce((sum, { seq }) => sum + seq, 0);
}

function isCaseTable(table: TableName): table is CaseTable {
  return caseTables.some((each) => each === table);
}
