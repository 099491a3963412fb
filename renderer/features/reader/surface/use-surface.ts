import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import type { LaidText } from './layout-blocks.ts';
import { BlockBands, liveRange } from './measure.ts';
import type { TextMap } from './text-map.ts';
import { type TextSelection, writeSelection } from './text-selection.ts';
import { useLayoutVersion } from './use-layout-version.ts';
import { useNear } from './use-near.ts';
import { useTextMap } from './use-text-map.ts';
import { useTextSelection } from './use-text-selection.ts';

/** One article's text on the page: what stands where, what is selected, and how to get to a passage. */
export type Surface = {
  readonly laid: LaidText;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly map: TextMap<Node>;
  /** Grows whenever lines may have moved. */
  readonly layout: number;
  readonly bands: BlockBands;
  /** What of the text is on the screen or near it. */
  readonly near: TextSpan;
  readonly selection: TextSelection | null;
  /** A place that is shown although it be folded. */
  readonly revealed: number | null;
  /** Takes note of a selection that was just made, without waiting for the engine to tell of it. */
  readonly note: (selection: TextSelection) => void;
  /** Puts the selection; null forgets it. */
  readonly select: (selection: TextSelection | null) => void;
  /** Brings a passage on to the screen, opens what it is folded in, and puts the caret before it. */
  readonly reveal: (span: TextSpan) => void;
  /** As `reveal`, but caret and keys stay where they are. */
  readonly show: (span: TextSpan) => void;
  /** Where a passage stands in the window; null when it is not shown. */
  readonly rectOf: (span: TextSpan) => DOMRect | null;
};

/**
 * Holds the surface of one text version.
 *
 * @param isShown - false while something else stands in the words' place: they are other nodes when they come back
 */
export function useSurface(laid: LaidText, isShown: boolean): Surface {
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const map = useTextMap(root, laid, isShown);
  const layout = useLayoutVersion(root, map);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured holds until lines move or words change
  const bands = useMemo(() => new BlockBands(root.current), [map, layout]);
  const near = useNear(scroller, root, bands);
  const [selection, setSelection] = useTextSelection(root, map);
  const [wanted, setWanted] = useState<(TextSpan & { readonly takesCaret: boolean }) | null>(null);
  const [revealed, setRevealed] = useState<number | null>(null);
  const select = useCallback(
    (next: TextSelection | null) => {
      setSelection(next);
      if (next) writeSelection(map, next);
      else getSelection()?.removeAllRanges();
    },
    [map, setSelection],
  );
  useEffect(() => {
    if (!wanted || !map.isShown(wanted.start)) return;
    setWanted(null);
    if (wanted.takesCaret) select({ anchor: wanted.start, focus: wanted.start });
    const range = liveRange(map, wanted);
    if (range && scroller.current) scrollTo(scroller.current, range.getBoundingClientRect());
    if (!wanted.takesCaret) return;
    // Who goes to a passage goes on from there with the caret.
    scroller.current?.focus({ preventScroll: true });
  }, [map, wanted, select]);
  const show = useCallback(({ start, end }: TextSpan, takesCaret = false) => {
    setRevealed(start);
    setWanted({ start, end, takesCaret });
  }, []);
  const reveal = useCallback((span: TextSpan) => show(span, true), [show]);
  const rectOf = useCallback((span: TextSpan) => liveRange(map, span)?.getBoundingClientRect() ?? null, [map]);
  return {
    laid,
    root,
    scroller,
    map,
    layout,
    bands,
    near,
    selection,
    revealed,
    note: setSelection,
    select,
    reveal,
    show,
    rectOf,
  };
}

/** Pixels that stay free above and below a passage that was scrolled to. */
const ROOM = 80;

function scrollTo(scroller: HTMLElement, rect: DOMRect): void {
  const box = scroller.getBoundingClientRect();
  const isSeen = rect.top >= box.top + 4 && rect.bottom <= box.bottom - 4;
  if (!isSeen) scroller.scrollTop += rect.top - box.top - Math.min(ROOM, box.height / 4);
}

/** Scrolls no further than needed to see `rect`: what a caret does to the text it moves in. */
export function keepInSight(scroller: HTMLElement, rect: DOMRect): void {
  const box = scroller.getBoundingClientRect();
  if (rect.top < box.top + ROOM / 4) scroller.scrollTop += rect.top - box.top - ROOM / 2;
  else if (rect.bottom > box.bottom - ROOM / 4) scroller.scrollTop += rect.bottom - box.bottom + ROOM / 2;
}
