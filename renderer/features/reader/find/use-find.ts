import { useMemo, useState } from 'react';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { findWords } from '../surface/find-words.ts';
import type { Surface } from '../surface/use-surface.ts';
import { hitAfter } from './hit-after.ts';

/** Looking for words within the open article. */
export type Finding = {
  /** Null while nothing is looked for. */
  readonly words: string | null;
  readonly hits: readonly TextSpan[];
  /** The hit in hand, from 0; null when there is none. */
  readonly at: number | null;
  readonly current: TextSpan | null;
  /** Opens the bar, with what is selected in it. */
  readonly open: () => void;
  readonly type: (words: string) => void;
  readonly step: (by: 1 | -1) => void;
  /** Puts the bar away; the hit in hand is then selected, and the keys are with the text. */
  readonly close: () => void;
};

const NONE: readonly TextSpan[] = [];

/** Holds what is looked for in the article on the desk, and goes from hit to hit. */
export function useFind(surface: Surface, text: string): Finding {
  const [words, setWords] = useState<string | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const hits = useMemo(() => (words ? findWords(text, words) : NONE), [text, words]);
  // Words that are no longer looked for have no hit in hand.
  const current = (at === null ? null : hits[at]) ?? null;
  const goTo = (found: readonly TextSpan[], place: number | null) => {
    setAt(place);
    const hit = place === null ? undefined : found[place];
    if (hit) surface.show(hit);
  };
  const look = (next: string) => {
    const found = next ? findWords(text, next) : NONE;
    setWords(next);
    goTo(found, hitAfter(found, surface.selection?.anchor ?? 0));
  };
  return {
    words,
    hits,
    at,
    current,
    open() {
      const { anchor, focus } = surface.selection ?? { anchor: 0, focus: 0 };
      look(text.slice(Math.min(anchor, focus), Math.max(anchor, focus)).trim() || (words ?? ''));
    },
    type: look,
    step(by) {
      if (hits.length > 0) goTo(hits, ((at ?? -1) + by + hits.length) % hits.length);
    },
    close() {
      setWords(null);
      if (current) surface.select({ anchor: current.start, focus: current.end });
      surface.scroller.current?.focus({ preventScroll: true });
    },
  };
}
