import type { HistoryEntry } from '#renderer/data/repositories/history.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import type { CaseId } from '#shared/domain/ids.ts';

/** The latest entries of a case with who made each, and how many there are in all. */
export type CaseHistory = {
  readonly lines: readonly (Pick<HistoryEntry, 'entry' | 'words'> & { readonly by: string })[];
  readonly all: number;
};

/** Reads the latest entries of a case. */
export async function readHistory(workspace: Workspace, caseId: CaseId, limit: number): Promise<CaseHistory> {
  const [entries, size] = await Promise.all([workspace.history.inCase(caseId, limit), workspace.history.size(caseId)]);
  const ids = [...new Set(entries.map(({ personId }) => personId))];
  const names = new Map(await Promise.all(ids.map(async (id) => [id, await workspace.people.nameOf(id)] as const)));
  const lines = entries.map(({ entry, words, personId }) => ({
    entry,
    words,
    by: names.get(personId) ?? 'No name given',
  }));
  return { lines, all: size.entries };
}
