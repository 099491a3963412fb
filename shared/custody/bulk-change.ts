import type { Change } from '#shared/domain/ledger.ts';
import { isByHash } from './change.ts';

/** Stands in a change for every row that its value lists. */
const MANY = '*';

/** Rows of one table that are named by hash alone: `[id, sha256]`, or the id where it is the hash itself. */
type BulkValue = { readonly rows: readonly (string | readonly [string, string])[] };

/**
 * Gathers changes that make or remove rows by hash alone: one change a table and direction, so that an import of a thousand
 * rows says so in half the space. The order among tables is kept; within a bulk of rows it has no meaning.
 */
export function gatherBulk(changes: readonly Change[]): Change[] {
  const gathered: Change[] = [];
  const open = new Map<string, (string | [string, string])[]>();
  for (const change of changes) {
    const side = bulkSide(change);
    if (side === null) {
      open.clear();
      gathered.push(change);
      continue;
    }
    const label = `${side} ${change.table}`;
    let rows = open.get(label);
    if (!rows) {
      rows = [];
      open.set(label, rows);
      const bulk = { table: change.table, id: MANY, field: null, before: null, after: null };
      gathered.push({ ...bulk, [side]: { rows } });
    }
    const value = change[side];
    if (isByHash(value)) rows.push(value.sha256 === change.id ? change.id : [change.id, value.sha256]);
  }
  return gathered;
}

/** The changes one by one, as they are applied. */
export function spreadBulk(changes: readonly Change[]): Change[] {
  return changes.flatMap((change) => {
    if (change.id !== MANY) return [change];
    const { table, before, after } = change;
    return [
      ...rowsOf(before).map(([id, sha256]): Change => ({ table, id, field: null, before: { sha256 }, after: null })),
      ...rowsOf(after).map(([id, sha256]): Change => ({ table, id, field: null, before: null, after: { sha256 } })),
    ];
  });
}

function bulkSide({ field, before, after }: Change): 'before' | 'after' | null {
  if (field !== null) return null;
  if (before === null && isByHash(after)) return 'after';
  return after === null && isByHash(before) ? 'before' : null;
}

function rowsOf(value: Change['before']): (readonly [string, string])[] {
  if (!isBulk(value)) return [];
  return value.rows.map((row) => (typeof row === 'string' ? [row, row] : row));
}

function isBulk(value: unknown): value is BulkValue {
  return typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows);
}
