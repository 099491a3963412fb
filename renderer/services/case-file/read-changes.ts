import type { Workspace } from '#renderer/data/workspace.ts';
import type { EntityId, EventId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { type ChangeLine, changeLine, idsIn } from './change-words.ts';

/** Lines of an entry that are shown; an import may have thousands. */
const MOST = 12;

/** What an entry changed, in words; and how many lines more it would have. */
export type EntryChanges = { readonly lines: readonly ChangeLine[]; readonly more: number };

/** Says the changes of an entry in words, with the names of what they speak of. */
export async function readChanges(workspace: Workspace, changes: readonly Change[]): Promise<EntryChanges> {
  const shown = changes.slice(0, MOST);
  const names = new Map<string, string>();
  const ids = idsIn(shown);
  for (const { id, name } of await workspace.entities.byIds(ids as EntityId[])) names.set(id, name);
  for (const event of await workspace.db.events.bulkGet(ids as EventId[])) {
    if (event && event.title !== '') names.set(event.id, event.title);
  }
  for (const source of await workspace.sources.all()) names.set(source.id, source.name);
  return {
    lines: shown.map((change) => changeLine(change, (id) => names.get(id))),
    more: changes.length - shown.length,
  };
}
