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

/**
 * The list that one reads from: the one that was come from, else every article of the case in the order in which the library
 * shows it at first.
 *
 * @param articleId - what is read; a list that does not hold it is not where one came from. Null when nothing is chosen yet
 */
export function useReadingList(caseId: CaseId, articleId: ArticleId | null): ReadingList | undefined {
  const { workspace } = useServices();
  const from = useSyncExternalStore(listen, () => current);
  const isChosen = useMemo(
    () => from?.caseId === caseId && (articleId === null || from.articleIds.includes(articleId)),
    [from, caseId, articleId],
  );
  const all = useLive(
    async () => (isChosen ? null : (await workspace.articles.columns(caseId)).sort(inLibraryOrder)),
    [workspace, caseId, isChosen],
  );
  return useMemo(() => {
    if (isChosen && from) return from;
    return all ? { caseId, name: 'Library', articleIds: all.map(({ articleId: id }) => id) } : undefined;
  }, [caseId, from, isChosen, all]);
}

type Ordered = { readonly articleId: ArticleId; readonly earliest: number | null; readonly added: number };

/** The latest publication first, those without a date last; of one moment as they came in, then by id. */
export function inLibraryOrder(a: Ordered, b: Ordered): number {
  const [first, second] = [a.earliest ?? Number.NEGATIVE_INFINITY, b.earliest ?? Number.NEGATIVE_INFINITY];
  if (first !== second) return second > first ? 1 : -1;
  return a.added - b.added || (a.articleId < b.articleId ? -1 : 1);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
