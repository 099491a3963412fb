import { clockNumber } from '#shared/custody/clock.ts';
import { chainOf, personOfChain } from '#shared/custody/identify.ts';
import type { LedgerPayload } from '#shared/domain/ledger.ts';
import { isTableName, type Row, rowId, type TableName, tableSchemas } from '#shared/domain/tables.ts';
import { type CaseRestored, type CaseSummary, type CaseTable, caseTables } from '#shared/exchange/case-ports.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { newGroup, saltOf, sealed, type Writer } from './commit.ts';
import { forgetCase } from './forget-case.ts';
import { keyOfRow } from './row-key.ts';
import type { Staging } from './staging.ts';
import type { StagedRow } from './stored-rows.ts';
import { appendEntry, type NewEntry, readLedger } from './transaction/append-entry.ts';
import { RowChanges } from './transaction/row-changes.ts';
import { writeTransaction } from './transaction/write-transaction.ts';
import type { WorkspaceCore } from './workspace-core.ts';

type Counts = Record<CaseTable, number>;

/**
 * Where a case that comes in is put: where none stands, and facts shared by cases that stand here stay as they are; or, in a
 * store that was rolled back or damaged, in the place of the one that stands, with those facts as they come.
 */
export type CasePlacing = 'where-none-stands' | 'instead';

/** Shared facts that an analyst can change; the others are named by what they hold. */
const changeable: ReadonlySet<TableName> = new Set([
  'people',
  'codebooks',
  'sources',
  'entities',
  'relations',
  'decisions',
  'articles',
]);

/**
 * Writes what is staged where it belongs, in one transaction: rows, chains, heads, derived rows, and one entry that says which
 * heads came in. The chains of the case stay as they came: that entry goes to this device's chain of no case.
 *
 * @throws {AppError} `conflict` when a row of the case stands here already; nothing has changed then
 */
export async function writeStaged(
  core: WorkspaceCore,
  staging: Staging,
  summary: CaseSummary,
  placing: CasePlacing,
): Promise<CaseRestored> {
  const { writer } = core;
  const opened = await openedEntry(writer, summary);
  return writeTransaction(writer.db, async () => {
    const position = await readLedger(writer.db, opened);
    if (placing === 'instead') await forgetCase(writer.db, summary.caseId);
    const revision = clockNumber(position.clock);
    const added = noCounts();
    const kept = noCounts();
    for (let part = 0; part < staging.size; part++) {
      const content = await staging.read(part);
      if (content.kind === 'entries') await writer.db.ledger.bulkAdd([...content.entries]);
      if (content.kind === 'rows') await writeRows(writer, content, placing, { added, kept, revision, part });
    }
    for (const { signature, ...head } of summary.heads) {
      const isOurs = personOfChain(head.chain) === core.personId;
      await writer.db.heads.add({ ...head, signature: isOurs ? null : signature });
    }
    await appendEntry(writer.db, opened, position);
    await staging.finish();
    return { caseId: summary.caseId, added, kept };
  });
}

async function writeRows(
  writer: Writer,
  { table, rows }: Extract<StagedRow['content'], { kind: 'rows' }>,
  placing: CasePlacing,
  { added, kept, revision, part }: { added: Counts; kept: Counts; revision: number; part: number },
): Promise<void> {
  if (!isCaseTable(table)) throw new AppError('internal', `No case has rows of ${table}.`);
  const replaces = placing === 'instead' && changeable.has(table);
  const changes = new RowChanges();
  changes.revision = revision;
  changes.part = part;
  const fresh = await writeFresh(writer, table, rows as readonly Row<TableName>[], { replaces, changes });
  added[table] += fresh;
  kept[table] += rows.length - fresh;
}

/** A row of the case itself must not stand here; a fact shared by cases may, and then stays unless it is replaced. */
async function writeFresh(
  { db, derivers }: Writer,
  table: TableName,
  rows: readonly Row<TableName>[],
  { replaces, changes }: { replaces: boolean; changes: RowChanges },
): Promise<number> {
  const keys = rows.map((row) => keyOfRow(table, rowId(table, row)));
  const standing = tableSchemas[table].scope === 'workspace' ? await db.rows(table).bulkGet(keys) : [];
  const fresh = rows.filter((_, at) => standing[at] === undefined);
  await db.rows(table).bulkAdd(fresh);
  for (const row of fresh) changes.set(table, { id: rowId(table, row), before: null, after: row });
  for (const [at, row] of rows.entries()) {
    const before = standing[at];
    if (!replaces || before === undefined) continue;
    await db.rows(table).put(row);
    changes.set(table, { id: rowId(table, row), before, after: row });
  }
  for (const derive of derivers) await derive(db, changes);
  return fresh.length;
}

async function openedEntry({ device, ports }: Writer, { name, heads }: CaseSummary): Promise<NewEntry> {
  const payload: LedgerPayload = {
    salt: saltOf(ports),
    words: `Open the case file "${name}"`,
    changes: heads.map(({ chain, hash }) => ({
      table: 'heads',
      id: chain,
      field: null,
      before: null,
      after: { sha256: hash },
    })),
  };
  const chain = chainOf(null, device.personId);
  return { chain, group: newGroup(ports), action: 'case:open', ...(await sealed(payload)), now: ports.now() };
}

function noCounts(): Counts {
  return Object.fromEntries(caseTables.map((table) => [table, 0])) as Counts;
}

function isCaseTable(table: string): table is CaseTable {
  return isTableName(table) && caseTables.some((each) => each === table);
}
