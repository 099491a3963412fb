import type { GroupId } from '#shared/domain/ids.ts';
import type { ChainId, LedgerEntry } from '#shared/domain/ledger.ts';
import { entryOf } from './stored-entry.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Entries read at once: the step to take back is nearly always the last. */
const CHUNK = 32;

/** Steps that cannot be taken back: what made the case, and what is gone for good. */
const finalActions: ReadonlySet<string> = new Set([
  'case:create',
  'case:open',
  'case:remove',
  'bin:purge',
  'bin:free',
  'person:name',
]);

/** What Undo and Redo would do now; null when there is nothing. */
export type UndoState = { readonly undo: GroupId | null; readonly redo: GroupId | null };

/**
 * Finds the step that Undo takes back and the one that Redo brings again, from the chain alone, so that a restart changes
 * nothing. Walked backwards, the first word about a step is the last that was said of it.
 *
 *     do a · do b · undo b · do c · undo c      undo: a      redo: c (b was given up when c was done)
 */
export async function undoState(db: WorkbenchDatabase, chain: ChainId): Promise<UndoState> {
  const spoken = new Set<GroupId>();
  let undo: GroupId | null = null;
  let redo: GroupId | null = null;
  let isRedoOpen = true;
  for await (const { header, payload } of entriesBackwards(db, chain)) {
    const { verb, group } = readAction(header.action, header.group);
    if (verb === 'do') isRedoOpen = false;
    if (!spoken.has(group) && !finalActions.has(header.action)) {
      if (verb === 'undo' && isRedoOpen) redo ??= group;
      if (verb !== 'undo' && payload !== null) undo ??= group;
    }
    spoken.add(group);
    if (undo !== null && (redo !== null || !isRedoOpen)) break;
  }
  return { undo, redo };
}

/** Whether the last that a chain says of a step is that it was taken back. */
export async function isTakenBack(db: WorkbenchDatabase, chain: ChainId, group: GroupId): Promise<boolean> {
  for await (const { header } of entriesBackwards(db, chain)) {
    const said = readAction(header.action, header.group);
    if (said.group === group) return said.verb === 'undo';
  }
  return false;
}

/** Every entry of a chain, the last first. */
export async function* entriesBackwards(db: WorkbenchDatabase, chain: ChainId): AsyncGenerator<LedgerEntry> {
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const chunk = await db.ledger
      .where('[chain+seq]')
      .between([chain, 0], [chain, before], true, false)
      .reverse()
      .limit(CHUNK)
      .toArray();
    for (const stored of chunk) yield entryOf(stored);
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK) return;
    before = last.seq;
  }
}

function readAction(action: string, group: GroupId): { verb: 'do' | 'undo' | 'redo'; group: GroupId } {
  const [verb, of] = action.split(':');
  if (verb === 'undo' || verb === 'redo') return { verb, group: of as GroupId };
  return { verb: 'do', group };
}
