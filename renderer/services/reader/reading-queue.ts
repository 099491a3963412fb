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

/** Where this window keeps the list; it ends with the window. */
const KEPT = 'reading-list';
/** Longer lists would fill what a browser lets a window keep: they are read from the case again. */
const MOST_KEPT = 50_000;

let current: ReadingList | null = keptList(sessionList());
const listeners = new Set<() => void>();

/**
 * Says from which list the next article is opened: what a filtered library shows. Holds in this window, and after it is loaded anew.
 *
 * @param list - null for the whole case
 */
export function readFrom(list: ReadingList | null): void {
  current = list;
  keepInWindow(list);
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

function keepInWindow(list: ReadingList | null): void {
  if (typeof sessionStorage === 'undefined') return;
  try {
    if (list && list.articleIds.length <= MOST_KEPT) sessionStorage.setItem(KEPT, JSON.stringify(list));
    else sessionStorage.removeItem(KEPT);
  } catch (error) {
    // Full or forbidden: the list then lasts until the window is loaded anew.
    console.warn(error);
  }
}

function sessionList(): string | null {
  return typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(KEPT);
}

/** A list as it was kept; null when there is none, or it is no list. */
export function keptList(text: string | null): ReadingList | null {
  try {
    const { caseId, name, articleIds } = Object(JSON.parse(text ?? 'null'));
    const isId = (id: unknown): id is ArticleId => typeof id === 'string';
    return Array.isArray(articleIds) && articleIds.every(isId) && typeof caseId === 'string' && typeof name === 'string'
      ? { caseId: caseId as CaseId, name, articleIds }
      : null;
  } catch {
    // Cut short: as if nothing were kept.
    return null;
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
