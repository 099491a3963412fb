import { useCallback, useState } from 'react';
import type { LibrarySnapshot, LibraryView } from '#renderer/services/library/library-view.ts';
import type { GridChoice } from '#renderer/ui/grid/grid-types.ts';
import type { ArticleId } from '#shared/domain/ids.ts';

const none: ReadonlySet<ArticleId> = new Set();
/** Rows that are looked for on the screen first; more are asked of the worker at once. */
const MOST_DRAWN = 200;

/** The rows that the analyst chose, by id: they stay chosen when rows are sorted, filtered or change. */
export type Chosen = {
  readonly ids: ReadonlySet<ArticleId>;
  readonly choose: (choice: GridChoice) => void;
  readonly clear: () => void;
};

/** Keeps the chosen rows of a view. */
export function useChosen(view: LibraryView | null, { rowAt, matching = 0 }: LibrarySnapshot): Chosen {
  const [ids, setIds] = useState(none);
  const choose = useCallback(
    (choice: GridChoice) => {
      if (choice.kind === 'only' || choice.kind === 'none') return setIds(none);
      const [from, to] = choice.kind === 'all' ? [0, matching - 1] : boundsOf(choice);
      const add = (found: readonly ArticleId[]) =>
        setIds((before) => (choice.kind === 'toggle' ? toggled(before, found) : withAll(before, found)));
      const drawn = to - from < MOST_DRAWN ? idsOf(rowAt, from, to) : null;
      if (drawn) add(drawn);
      else void view?.ids(from, to + 1).then(add);
    },
    [view, rowAt, matching],
  );
  const clear = useCallback(() => setIds(none), []);
  return { ids, choose, clear };
}

/** Ids of rows that are at hand; null when one of them is still being read. */
function idsOf(rowAt: LibrarySnapshot['rowAt'], from: number, to: number): ArticleId[] | null {
  const ids: ArticleId[] = [];
  for (let index = from; index <= to; index++) {
    const row = rowAt(index);
    if (!row) return null;
    ids.push(row.articleId);
  }
  return ids;
}

function boundsOf(choice: Extract<GridChoice, { kind: 'toggle' | 'range' }>): readonly [number, number] {
  if (choice.kind === 'toggle') return [choice.index, choice.index];
  return [Math.min(choice.from, choice.to), Math.max(choice.from, choice.to)];
}

function toggled(before: ReadonlySet<ArticleId>, ids: readonly ArticleId[]): ReadonlySet<ArticleId> {
  const after = new Set(before);
  for (const id of ids) if (!after.delete(id)) after.add(id);
  return after;
}

function withAll(before: ReadonlySet<ArticleId>, ids: readonly ArticleId[]): ReadonlySet<ArticleId> {
  return new Set([...before, ...ids]);
}
