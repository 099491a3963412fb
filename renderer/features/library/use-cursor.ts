import { useEffect, useState } from 'react';
import type { LibrarySnapshot, LibraryView } from '#renderer/services/library/library-view.ts';
import type { ArticleId } from '#shared/domain/ids.ts';

/** The row in hand. */
export type Cursor = {
  /** Its place; null while none is in hand. */
  readonly index: number | null;
  readonly id: ArticleId | null;
  readonly set: (index: number) => void;
};

type Held = { readonly index: number; readonly id: ArticleId | null };

/**
 * Keeps the row in hand in hand while rows come, go and are sorted anew. When it no longer matches - done, and only the
 * inbox is shown - the row that took its place is in hand.
 */
export function useCursor(view: LibraryView | null, snapshot: LibrarySnapshot): Cursor {
  const [held, setHeld] = useState<Held | null>(null);
  const { rowAt, matching = 0 } = snapshot;
  const here = held ? (rowAt(held.index)?.articleId ?? null) : null;
  const hasMoved = held !== null && here !== held.id;
  useEffect(() => {
    if (!hasMoved || !view || !held) return;
    if (held.id === null) return setHeld({ ...held, id: here });
    let isOver = false;
    const settle = (place: number) => {
      if (isOver) return;
      if (place >= 0) setHeld({ index: place, id: held.id });
      else if (matching === 0) setHeld(null);
      else setHeld({ index: Math.min(held.index, matching - 1), id: null });
    };
    view.placeOf(held.id).then(settle, () => {
      // The view was closed: nothing is in hand there any more.
    });
    return () => {
      isOver = true;
    };
  }, [view, held, here, hasMoved, matching]);
  return {
    index: held?.index ?? null,
    id: held?.id ?? null,
    set: (index) => setHeld({ index, id: rowAt(index)?.articleId ?? null }),
  };
}
