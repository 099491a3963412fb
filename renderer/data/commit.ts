import { gatherBulk } from '#shared/custody/bulk-change.ts';
import { canonicalJson } from '#shared/custody/canonical-json.ts';
import type { PlainRow } from '#shared/custody/change.ts';
import { clockNumber } from '#shared/custody/clock.ts';
import { chainOf } from '#shared/custody/identify.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import type { LedgerPayload } from '#shared/domain/ledger.ts';
import { isTableName, type TableName } from '#shared/domain/tables.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { Ports } from '#shared/kernel/ports.ts';
import { uuidV7 } from '#shared/kernel/uuid.ts';
import { hashText } from './hash-text.ts';
import type { Committed, Forgotten, MachineRows, Step } from './step.ts';
import type { DeviceRow } from './stored-rows.ts';
import { appendEntry, type NewEntry, readLedger } from './transaction/append-entry.ts';
import { applyChanges, checkRow, writeChanges } from './transaction/apply-changes.ts';
import type { Deriver } from './transaction/deriver.ts';
import { refuseCircles } from './transaction/refuse-circles.ts';
import { writeTransaction } from './transaction/write-transaction.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** What writing needs: the store, the device that signs, clock and chance, and who keeps derived rows. */
export type Writer = {
  readonly db: WorkbenchDatabase;
  readonly device: DeviceRow;
  readonly ports: Ports;
  readonly derivers: readonly Deriver[];
};

/** Nothing is made by hash alone. */
const noContents: ReadonlyMap<string, PlainRow> = new Map();

/**
 * Makes steps happen in one transaction: compares, validates, writes, appends a ledger entry and lets derivers follow.
 *
 * @throws {AppError} `conflict` if a row was changed meanwhile, `bad-input` for a row that does not fit its schema,
 * `disk-full`; nothing has changed then
 */
export async function commitSteps(writer: Writer, steps: readonly Step[]): Promise<Committed[]> {
  const prepared: { step: Step; entry: NewEntry }[] = [];
  for (const step of steps) prepared.push({ step, entry: await prepareEntry(writer, step) });
  return writeTransaction(writer.db, async () => {
    const committed: Committed[] = [];
    for (const { step, entry } of prepared) committed.push(await writeStep(writer, step, entry));
    return committed;
  });
}

/** One step; see `commitSteps`. */
export async function commitStep(writer: Writer, step: Step): Promise<Committed> {
  const [committed] = await commitSteps(writer, [step]);
  if (!committed) throw new AppError('internal', 'A step came to nothing.');
  return committed;
}

/** A fresh name for a step, sorted by when it was made. */
export function newGroup(ports: Ports): GroupId {
  return uuidV7(ports) as GroupId;
}

async function writeStep({ db, derivers }: Writer, step: Step, entry: NewEntry): Promise<Committed> {
  const [changes, position] = await Promise.all([
    applyChanges(db, step.changes, step.contents ?? noContents),
    readLedger(db, entry),
  ]);
  changes.revision = clockNumber(position.clock);
  // requests are answered in the order in which they are made: to wait for each in turn would only cost time
  const [committed] = await Promise.all([
    appendEntry(db, entry, position),
    writeChanges(db, step.changes, changes),
    step.packs && step.packs.length > 0 ? db.bodies.bulkAdd([...step.packs]) : undefined,
    step.work ? writeWork(db, step.work) : undefined,
    step.forget ? forget(db, step.forget) : undefined,
    refuseCircles(db, changes),
    ...derivers.map((derive) => derive(db, changes)),
  ]);
  return committed;
}

async function forget(db: WorkbenchDatabase, { entries, aside }: Forgotten): Promise<void> {
  await db.ledger.bulkPut(entries.map((stored) => ({ ...stored, payload: null })));
  await db.setAside.bulkDelete([...aside]);
}

async function writeWork(db: WorkbenchDatabase, work: MachineRows): Promise<void> {
  if (work.imports) await db.imports.bulkPut([...work.imports]);
  if (work.outcomes) await db.outcomes.bulkPut([...work.outcomes]);
  if (work.fileLists) await db.fileLists.bulkPut([...work.fileLists]);
  if (work.mappings) await db.mappings.bulkPut([...work.mappings]);
  if (work.suggestions) await db.suggestions.bulkPut([...work.suggestions]);
}

/** Whatever takes no part in the comparison is made before the transaction opens. */
async function prepareEntry({ device, ports }: Writer, step: Step): Promise<NewEntry> {
  for (const [label, row] of step.contents ?? noContents) checkContents(tableOfLabel(label), row);
  const payload: LedgerPayload = { salt: saltOf(ports), words: step.words, changes: gatherBulk(step.changes) };
  return {
    chain: chainOf(step.caseId, device.personId),
    group: step.group ?? newGroup(ports),
    action: step.action,
    ...(await sealed(payload)),
    now: ports.now(),
  };
}

/**
 * Captures, texts and places in a case are put together by our own readers from numbers and hashes, and an import has so many
 * that to check each would take half of its time. What a file says of itself is checked.
 */
function checkContents(table: TableName, row: PlainRow): void {
  if (table !== 'captures' && table !== 'texts' && table !== 'caseArticles') checkRow(table, row);
}

function tableOfLabel(label: string): TableName {
  const table = label.slice(0, label.indexOf(' '));
  if (!isTableName(table)) throw new AppError('bad-input', `There is no table ${table}.`);
  return table;
}

/** A payload as it is stored, with its hash. */
export async function sealed(payload: LedgerPayload): Promise<Pick<NewEntry, 'payload' | 'payloadHash'>> {
  const text = canonicalJson(payload);
  return { payload: text, payloadHash: await hashText(text) };
}

/** 32 hex digits of chance, so that a dropped payload cannot be guessed from its hash. */
export function saltOf({ randomBytes }: Ports): string {
  return Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
