import { gatherBulk, spreadBulk } from '#shared/custody/bulk-change.ts';
import { isSameJson } from '#shared/custody/canonical-json.ts';
import { type PlainRow, rowHash } from '#shared/custody/change.ts';
import { caseOfChain } from '#shared/custody/identify.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Change, Clock, LedgerEntry } from '#shared/domain/ledger.ts';
import { isTableName, type Row, rowId, type TableName } from '#shared/domain/tables.ts';
import { entriesForwards } from './read-entries.ts';
import { rowsById } from './read-near.ts';
import type { Staging } from './staging.ts';
import { entryOf } from './stored-entry.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Where a case that comes in is put: where none stands, or in the place of the one that stands. */
export type CasePlacing = 'where-none-stands' | 'instead';

/** Shared facts that an analyst can change; the others are named by what they hold. */
const changeable: ReadonlySet<string> = new Set<TableName>([
  'people',
  'codebooks',
  'sources',
  'entities',
  'relations',
  'decisions',
  'articles',
]);

/** What becomes of the shared facts that a case brings, judged before anything is written. */
export type SharedFacts = {
  /** What the ledger says of them: each by its hash, as it stood and as it stands then. */
  readonly changes: readonly Change[];
  /** Facts that stand here otherwise, as `table id`: the incoming ones take their place. */
  readonly replaced: ReadonlySet<string>;
  /** Facts that stand here otherwise and stay, by name. */
  readonly kept: readonly string[];
  /** All chains as they were meanwhile: a commit since then may have changed a fact. */
  readonly seen: string;
};

type Differing = { readonly before: PlainRow; readonly after: PlainRow; readonly table: TableName };

/**
 * Judges the facts that cases share. Where none stands each comes in. One that stands stays, unless the case is put in the place
 * of itself, of a store that was damaged or rolled back: then the incoming one is taken, but not over a change that another case
 * made to it later.
 */
export async function judgeSharedFacts(
  db: WorkbenchDatabase,
  staging: Staging,
  caseId: CaseId,
  placing: CasePlacing,
): Promise<SharedFacts> {
  const seen = await chainsSeen(db);
  const changes: Change[] = [];
  const differing = new Map<string, Differing>();
  for (const staged of staging.list) {
    if (staged.table === null || !changeable.has(staged.table)) continue;
    const content = await staging.read(staged.part);
    if (content.kind !== 'rows' || !isTableName(content.table)) continue;
    const { table } = content;
    const rows = content.rows as readonly Row<TableName>[];
    const standing = await rowsById(
      db,
      table,
      rows.map((row) => rowId(table, row)),
    );
    for (const row of rows) {
      const before = standing.get(rowId(table, row));
      if (before && !isSameJson(before, row))
        differing.set(`${table} ${rowId(table, row)}`, { before, after: row, table });
      else changes.push(statement(table, rowId(table, row), before ?? null, row));
    }
  }
  const newer = placing === 'instead' ? await newerHere(db, staging, caseId, differing) : new Set(differing.keys());
  for (const [label, { before, after, table }] of differing) {
    changes.push(statement(table, label.slice(table.length + 1), before, newer.has(label) ? before : after));
  }
  return {
    changes: gatherBulk(changes),
    replaced: new Set([...differing.keys()].filter((label) => !newer.has(label))),
    kept: [...differing].flatMap(([label, { before, table }]) => (newer.has(label) ? [nameOf(table, before)] : [])),
    seen,
  };
}

/** Every chain and its last entry: another text whenever anything was committed. */
export async function chainsSeen(db: WorkbenchDatabase): Promise<string> {
  return (await db.heads.toArray()).map(({ chain, hash }) => `${chain} ${hash}`).join('\n');
}

/** Facts whose last change in another case is later than the last one that the incoming case made. */
async function newerHere(
  db: WorkbenchDatabase,
  staging: Staging,
  caseId: CaseId,
  differing: ReadonlyMap<string, unknown>,
): Promise<Set<string>> {
  if (differing.size === 0) return new Set();
  const here = new Map<string, Clock>();
  const theirs = new Map<string, Clock>();
  for (const { chain } of await db.heads.toArray()) {
    if (caseOfChain(chain) === caseId) continue;
    for await (const entry of entriesForwards(db, chain)) noteClocks(here, entry, differing);
  }
  for (const { part, kind } of staging.list) {
    if (kind !== 'entries') continue;
    const content = await staging.read(part);
    if (content.kind !== 'entries') continue;
    for (const stored of content.entries) noteClocks(theirs, entryOf(stored), differing);
  }
  return new Set([...here].flatMap(([label, clock]) => (clock > (theirs.get(label) ?? '') ? [label] : [])));
}

function noteClocks(
  clocks: Map<string, Clock>,
  { header: { clock }, payload }: LedgerEntry,
  differing: ReadonlyMap<string, unknown>,
): void {
  for (const { table, id, field, before, after } of spreadBulk(payload?.changes ?? [])) {
    const label = `${table} ${id}`;
    const isStatement = field === null && before !== null && after !== null;
    if (!isStatement && differing.has(label) && clock > (clocks.get(label) ?? '')) clocks.set(label, clock);
  }
}

/** What the ledger says of a fact that came with a case: contents stay where they are, as those of an import do. */
function statement(table: TableName, id: string, before: PlainRow | null, after: PlainRow): Change {
  const hash = (row: PlainRow) => ({ sha256: rowHash(table, row) });
  return { table, id, field: null, before: before && hash(before), after: hash(after) };
}

function nameOf(table: TableName, row: PlainRow): string {
  const name = row['name'] ?? row['title'];
  return typeof name === 'string' && name !== '' ? name : `${table} ${String(row['id'])}`;
}
