import { useCallback, useState } from 'react';
import type { LibraryView } from '#renderer/services/library/library-view.ts';
import type { GridChoice } from '#renderer/ui/grid/grid-types.ts';
import type { ArticleId } from '#shared/domain/ids.ts';

const none: ReadonlySet<ArticleId> = new Set();

/** The rows that the analyst chose, by id: they stay chosen when rows are sorted, filtered or change. */
export type Chosen = {
  readonly ids: ReadonlySet<ArticleId>;
  readonly choose: (choice: GridChoice) => void;
  readonly clear: () => void;
};

/** Keeps the chosen rows of a view. */
export function useChosen(view: LibraryView | null, matching: number): Chosen {
  const [ids, setIds] = useState(none);
  const choose = useCallback(
    (choice: GridChoice) => {
      if (choice.kind === 'only' || choice.kind === 'none') return setIds(none);
      const [from, to] = choice.kind === 'all' ? [0, matching - 1] : boundsOf(choice);
      void view?.ids(from, to + 1).then((found) => {
        setIds((before) => (choice.kind === 'toggle' ? toggled(before, found) : withAll(before, found)));
      });
    },
    [view, matching],
  );
  const clear = useCallback(() => setIds(none), []);
  return { ids, choose, clear };
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
