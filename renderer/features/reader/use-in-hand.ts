import { useMemo, useState } from 'react';
import type { Mark } from '#renderer/services/reader/mark.ts';
import type { HighlightId } from '#shared/domain/ids.ts';
import { IntervalIndex } from './surface/interval-index.ts';
import type { Surface } from './surface/use-surface.ts';

/** The mark in hand: the one that was gone to, else the innermost at the caret. */
export type InHand = {
  readonly mark: Mark | null;
  /** All marks at the caret, the innermost first. */
  readonly atCaret: readonly Mark[];
  readonly take: (mark: Mark) => void;
  /** The next mark in the text after the caret or the mark in hand; null at the end. */
  readonly beside: (step: 1 | -1) => Mark | null;
};

/** Keeps track of the mark in hand while caret and marks move. */
export function useInHand(surface: Surface, marks: readonly Mark[]): InHand {
  const { selection, reveal } = surface;
  const [taken, setTaken] = useState<HighlightId | null>(null);
  const index = useMemo(() => new IntervalIndex(marks), [marks]);
  const caret = selection && selection.anchor === selection.focus ? selection.focus : null;
  const atCaret = useMemo(() => (caret === null ? NONE : marksAt(index, caret)), [index, caret]);
  const mark = atCaret.find(({ id }) => id === taken) ?? atCaret[0] ?? null;
  return {
    mark,
    atCaret,
    take(next) {
      setTaken(next.id);
      reveal(next);
    },
    beside(step) {
      const { sorted } = index;
      if (mark) return sorted[sorted.findIndex(({ id }) => id === mark.id) + step] ?? null;
      const at = selection?.focus ?? 0;
      return (
        (step === 1 ? sorted.find(({ start }) => start >= at) : sorted.findLast(({ start }) => start < at)) ?? null
      );
    },
  };
}

const NONE: readonly Mark[] = [];

/** A caret right behind the last letter of a mark is on it still. */
function marksAt(index: IntervalIndex<Mark>, caret: number): readonly Mark[] {
  const over = index.at(caret);
  return over.length > 0 || caret === 0 ? over : index.at(caret - 1).filter(({ end }) => end === caret);
}
