import { useMemo, useSyncExternalStore } from 'react';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';

/** The list that articles are read from, in its order. */
export type ReadingList = {
  readonly caseId: CaseId;
  /** Where one came from: "Library", "Search: shelling". */
  readonly name: string;
  readonly articleIds: readonly ArticleId[];
};

let current: ReadingList | null = null;
const listeners = new Set<() => void>();

/**
 * Says from which list the next article is opened: what a filtered library shows. Holds in this window.
 *
 * @param list - null for the whole case
 */
export function readFrom(list: ReadingList | null): void {
  current = list;
  for (const listener of listeners) listener();
}

/** The list that one reads from: the one that was come from, else every article of the case, the latest first. */
export function useReadingList(caseId: CaseId): ReadingList | undefined {
  const { workspace } = useServices();
  const chosen = useSyncExternalStore(listen, () => current);
  const isChosen = chosen?.caseId === caseId;
  const all = useLive(
    async () => (isChosen ? null : (await workspace.articles.columns(caseId)).sort(byDate)),
    [workspace, caseId, isChosen],
  );
  return useMemo(() => {
    if (isChosen) return chosen;
    return all ? { caseId, name: 'Library', articleIds: all.map(({ articleId }) => articleId) } : undefined;
  }, [caseId, chosen, isChosen, all]);
}

function byDate(a: { earliest: number | null; title: string }, b: { earliest: number | null; title: string }): number {
  const first = a.earliest ?? Number.NEGATIVE_INFINITY;
  const second = b.earliest ?? Number.NEGATIVE_INFINITY;
  if (first !== second) return second > first ? 1 : -1;
  return a.title.localeCompare(b.title);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
