import { spreadBulk } from '#shared/custody/bulk-change.ts';
import { invertChanges } from '#shared/custody/change.ts';
import { chainOf } from '#shared/custody/identify.ts';
import type { CaseId, GroupId } from '#shared/domain/ids.ts';
import type { LedgerEntry, LedgerPayload } from '#shared/domain/ledger.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { commitSteps, newGroup, type Writer } from './commit.ts';
import { undoState } from './history-walk.ts';
import type { Step } from './step.ts';
import { entryOf } from './stored-entry.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** The words behind "Undo:" and "Redo:"; null when there is nothing to undo or redo. */
export type UndoWords = { readonly undo: string | null; readonly redo: string | null };

/** Reads what Undo and Redo would do, in words: `Tag "Tell Tamr" as Place`. */
export async function undoWords({ db, device }: Writer, caseId: CaseId | null): Promise<UndoWords> {
  const { undo, redo } = await undoState(db, chainOf(caseId, device.personId));
  return { undo: await wordsOf(db, undo), redo: await wordsOf(db, redo) };
}

/**
 * Takes back the last step of this person in this case.
 *
 * @returns what was taken back, in words; null when there is nothing
 * @throws {AppError} `conflict` if a value has changed since; nothing is changed then
 */
export async function undo(writer: Writer, caseId: CaseId | null): Promise<string | null> {
  const { undo: group } = await undoState(writer.db, chainOf(caseId, writer.device.personId));
  return group === null ? null : takeBack(writer, caseId, group);
}

/**
 * Brings again the step that was last taken back.
 *
 * @returns what was brought again, in words; null when there is nothing
 * @throws {AppError} `conflict` if a value has changed since; nothing is changed then
 */
export async function redo(writer: Writer, caseId: CaseId | null): Promise<string | null> {
  const { redo: group } = await undoState(writer.db, chainOf(caseId, writer.device.personId));
  if (group === null) return null;
  const entries = await entriesOf(writer.db, group);
  const again = newGroup(writer.ports);
  const steps = entries.map(
    (entry): Step => ({
      caseId,
      action: `redo:${group}`,
      words: `Redo: ${payloadOf(entry).words}`,
      changes: spreadBulk(payloadOf(entry).changes),
      group: again,
    }),
  );
  await commitSteps(writer, steps);
  return entries[0] ? payloadOf(entries[0]).words : null;
}

/**
 * Takes back one step, whichever it is: all its entries, the last first, or nothing.
 *
 * @returns what was taken back, in words
 * @throws {AppError} `conflict` if a value has changed since, or what the step said was purged; nothing is changed then
 */
export async function takeBack(writer: Writer, caseId: CaseId | null, group: GroupId): Promise<string> {
  const entries = await entriesOf(writer.db, group);
  const back = newGroup(writer.ports);
  const steps = entries.reverse().map(
    (entry): Step => ({
      caseId,
      action: `undo:${group}`,
      words: `Undo: ${payloadOf(entry).words}`,
      changes: invertChanges(spreadBulk(payloadOf(entry).changes)),
      group: back,
    }),
  );
  await commitSteps(writer, steps);
  return entries[0] ? payloadOf(entries[0]).words : '';
}

async function entriesOf(db: WorkbenchDatabase, group: GroupId): Promise<LedgerEntry[]> {
  const stored = await db.ledger.where('group').equals(group).sortBy('seq');
  return stored.map(entryOf);
}

async function wordsOf(db: WorkbenchDatabase, group: GroupId | null): Promise<string | null> {
  if (group === null) return null;
  const [entry] = await entriesOf(db, group);
  return entry?.payload?.words ?? null;
}

function payloadOf({ payload }: LedgerEntry): LedgerPayload {
  if (payload === null) throw new AppError('conflict', 'What this step did was purged: it cannot be taken back.');
  return payload;
}
