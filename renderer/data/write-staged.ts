import { clockNumber } from '#shared/custody/clock.ts';
import { chainOf, personOfChain } from '#shared/custody/identify.ts';
import type { LedgerPayload } from '#shared/domain/ledger.ts';
import { isTableName, type Row, rowId, type TableName, tableSchemas } from '#shared/domain/tables.ts';
import { type CaseRestored, type CaseSummary, type CaseTable, caseTables } from '#shared/exchange/case-ports.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { newGroup, saltOf, sealed, type Writer } from './commit.ts';
import { CaseTally } from './derive/case-tally.ts';
import { forgetCase } from './forget-case.ts';
import { standingIds } from './read-near.ts';
import { keyOfRow } from './row-key.ts';
import { type CasePlacing, chainsSeen, judgeSharedFacts, type SharedFacts } from './shared-facts.ts';
import type { StagedPart, Staging } from './staging.ts';
import type { StagedRow } from './stored-rows.ts';
import { appendEntry, type NewEntry, readLedger } from './transaction/append-entry.ts';
import { RowChanges } from './transaction/row-changes.ts';
import { writeTransaction } from './transaction/write-transaction.ts';
import type { WorkspaceCore } from './workspace-core.ts';

type Counts = Record<CaseTable, number>;

/** How often the shared facts are judged again because something was committed meanwhile. */
const ATTEMPTS = 5;

/**
 * Writes what is staged where it belongs, in one transaction: rows, chains, heads, derived rows, and one entry that says which
 * heads came in, and by hash which shared facts came, were replaced or stayed. The chains of the case stay as they came: that entry goes to this device's chain of no case.
 *
 * @throws {AppError} `conflict` when a row of the case stands here already; nothing has changed then
 */
export async function writeStaged(
  core: WorkspaceCore,
  staging: Staging,
  summary: CaseSummary,
  placing: CasePlacing,
): Promise<CaseRestored> {
  const { db } = core.writer;
  for (let attempt = 1; ; attempt++) {
    const facts = await judgeSharedFacts(db, staging, summary.caseId, placing);
    const restored = await writeJudged(core, staging, summary, { placing, facts });
    if (restored) return restored;
    if (attempt === ATTEMPTS) {
      throw new AppError('conflict', 'Something else was being saved all the while. Try again; nothing was changed.');
    }
  }
}

type Judged = { readonly placing: CasePlacing; readonly facts: SharedFacts };

/** @returns null when something was committed since the facts were judged; nothing has changed then */
async function writeJudged(
  core: WorkspaceCore,
  staging: Staging,
  summary: CaseSummary,
  { placing, facts }: Judged,
): Promise<CaseRestored | null> {
  const { writer } = core;
  const opened = await openedEntry(writer, summary, facts);
  return writeTransaction(writer.db, async () => {
    if ((await chainsSeen(writer.db)) !== facts.seen) return null;
    const position = await readLedger(writer.db, opened, summary.heads);
    const revision = clockNumber(position.clock);
    if (placing === 'instead') await forgetCase(writer.db, summary.caseId, revision);
    const { added, kept } = await writeParts(writer, staging, facts, revision);
    for (const { signature, ...head } of summary.heads) {
      const isOurs = personOfChain(head.chain) === core.personId;
      await writer.db.heads.add({ ...head, signature: isOurs ? null : signature });
    }
    await appendEntry(writer.db, opened, position);
    await staging.finish();
    return { caseId: summary.caseId, added, kept, differing: facts.kept };
  });
}

/** Writes every part, and with it what is derived. */
async function writeParts(writer: Writer, staging: Staging, facts: SharedFacts, revision: number) {
  const shared = { added: noCounts(), kept: noCounts(), revision, tally: new CaseTally() };
  const write = async (part: number, content: StagedRow['content'] | null) => {
    if (content?.kind === 'entries') await writer.db.ledger.bulkAdd([...content.entries]);
    if (content?.kind === 'rows') await writeRows(writer, content, facts, { ...shared, part });
  };
  const parts = writingOrder(staging);
  let [ahead] = await Promise.all(parts.slice(0, 1).map((part) => staging.read(part)));
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    // asked for before this one is written, which would keep it waiting
    [ahead] = await Promise.all([next === undefined ? undefined : staging.read(next), write(part, ahead ?? null)]);
  }
  await shared.tally.writeEvents(writer.db);
  return shared;
}

/** Packs of bodies are written where they belong already. The articles of the case come last: all that lies on them is counted then. */
function writingOrder(staging: Staging): number[] {
  const parts = staging.list.filter(({ kind }) => kind !== 'packs');
  const isLast = ({ table }: StagedPart) => table === 'caseArticles';
  return [...parts.filter((each) => !isLast(each)), ...parts.filter(isLast)].map(({ part }) => part);
}

/** What all parts share while they are written. */
type Progress = {
  readonly added: Counts;
  readonly kept: Counts;
  readonly revision: number;
  readonly part: number;
  readonly tally: CaseTally;
};

async function writeRows(
  writer: Writer,
  { table, rows }: Extract<StagedRow['content'], { kind: 'rows' }>,
  facts: SharedFacts,
  { added, kept, revision, part, tally }: Progress,
): Promise<void> {
  if (!isCaseTable(table)) throw new AppError('internal', `No case has rows of ${table}.`);
  const changes = new RowChanges();
  changes.revision = revision;
  changes.part = part;
  changes.tally = tally;
  const fresh = await writeFresh(writer, table, rows as readonly Row<TableName>[], { facts, changes });
  added[table] += fresh;
  kept[table] += rows.length - fresh;
}

/** A row of the case itself must not stand here; a fact shared by cases may, and then stays unless it is replaced. */
async function writeFresh(
  { db, derivers }: Writer,
  table: TableName,
  rows: readonly Row<TableName>[],
  { facts: { replaced }, changes }: { facts: SharedFacts; changes: RowChanges },
): Promise<number> {
  const isShared = tableSchemas[table].scope === 'workspace';
  const ids = rows.map((row) => rowId(table, row));
  const standing = isShared ? await standingIds(db, table, ids) : new Set<string>();
  const fresh = rows.filter((row) => !standing.has(rowId(table, row)));
  const adding = db.rows(table).bulkAdd(fresh);
  adding.catch(() => undefined); // thrown where it is awaited
  for (const row of fresh) changes.set(table, { id: rowId(table, row), before: null, after: row });
  for (const row of standing.size === 0 ? [] : rows) {
    const id = rowId(table, row);
    if (!standing.has(id) || !replaced.has(`${table} ${id}`)) continue;
    const before = (await db.rows(table).get(keyOfRow(table, id))) ?? null;
    await db.rows(table).put(row);
    changes.set(table, { id, before, after: row });
  }
  // requests are answered in the order in which they are made: to wait for each in turn would only cost time
  await Promise.all([adding, ...derivers.map((derive) => derive(db, changes))]);
  return fresh.length;
}

async function openedEntry(
  { device, ports }: Writer,
  { name, heads }: CaseSummary,
  facts: SharedFacts,
): Promise<NewEntry> {
  const payload: LedgerPayload = {
    salt: saltOf(ports),
    words: `Open the case file "${name}"`,
    changes: [
      ...heads.map(({ chain, hash }) => ({
        table: 'heads',
        id: chain,
        field: null,
        before: null,
        after: { sha256: hash },
      })),
      ...facts.changes,
    ],
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
