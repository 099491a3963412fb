import { spreadBulk } from '#shared/custody/bulk-change.ts';
import { isSameJson } from '#shared/custody/canonical-json.ts';
import { applyChange, invertChange, isByHash, type PlainRow, rowHash } from '#shared/custody/change.ts';
import type { Change, LedgerEntry } from '#shared/domain/ledger.ts';
import { isTableName, type TableName } from '#shared/domain/tables.ts';

/** A row as an entry last told all of it: its hash, its contents, null when it was removed; undefined when none did. */
type Base = string | PlainRow | null | undefined;

/** What the ledger says of one row: as it was told last, and what was changed of it since. */
type ToldRow = { readonly base: Base; readonly later: readonly Change[] };

/** Rows of these come in bulk and are purged by nothing: what is dropped of the ledger never spoke of them. */
const neverPurged: ReadonlySet<TableName> = new Set(['captures', 'texts', 'articles', 'acquisitions', 'metadata']);

/** What left with a case and comes again with its file: the entry that opens a file names only facts that can be changed. */
const comesAgain: ReadonlySet<TableName> = new Set(['captures', 'texts', 'acquisitions', 'metadata']);

/**
 * Follows what the ledger says of rows, entry by entry in their order, and compares what stands with it. Rows made in bulk cost
 * one string each, so that a hundred thousand articles fit into memory.
 */
export class ToldRows {
  private readonly byTable = new Map<TableName, Map<string, Base | ToldRow>>();

  /**
   * Takes the next entry.
   *
   * @param isMeant - which rows to follow
   */
  add({ payload }: LedgerEntry, isMeant: (table: TableName, id: string) => boolean): void {
    if (payload === null) {
      // what it said is gone, so that all that was told of such rows before proves nothing
      for (const [table, rows] of this.byTable) if (!neverPurged.has(table)) rows.clear();
      return;
    }
    for (const change of spreadBulk(payload.changes)) {
      if (isTableName(change.table) && isMeant(change.table, change.id)) this.note(change.table, change);
    }
  }

  /** Ids of the rows of a table that the ledger speaks of. */
  ids(table: TableName): string[] {
    return [...(this.byTable.get(table)?.keys() ?? [])];
  }

  /** The tables of which something was told. */
  tables(): TableName[] {
    return [...this.byTable.keys()];
  }

  /** Whether the ledger leads to what stands; null stands for a row that is not there. */
  leadsTo(table: TableName, id: string, row: PlainRow | null): boolean {
    const { base, later } = toldRow(this.byTable.get(table)?.get(id));
    let at: PlainRow | null = row;
    try {
      for (const change of [...later].reverse()) at = applyChange(at, invertChange(change));
    } catch {
      return false;
    }
    if (base === undefined) return true;
    if (base === null) return at === null || comesAgain.has(table);
    return at !== null && (typeof base === 'string' ? rowHash(table, at) === base : isSameJson(at, base));
  }

  private note(table: TableName, change: Change): void {
    const rows = this.byTable.get(table) ?? new Map<string, Base | ToldRow>();
    this.byTable.set(table, rows);
    if (change.field === null) rows.set(change.id, baseOf(change.after));
    else {
      const { base, later } = toldRow(rows.get(change.id));
      rows.set(change.id, { base, later: [...later, change] });
    }
  }
}

function baseOf(after: Change['after']): Base {
  if (isByHash(after)) return after.sha256;
  return typeof after === 'object' && after !== null && !Array.isArray(after) ? { ...after } : null;
}

function toldRow(told: Base | ToldRow): ToldRow {
  return isToldRow(told) ? told : { base: told, later: [] };
}

/** No table has a field of that name. */
function isToldRow(told: Base | ToldRow): told is ToldRow {
  return typeof told === 'object' && told !== null && Array.isArray(Object(told).later) && 'base' in told;
}
