import { useLayoutEffect, useMemo } from 'react';
import type { Mark } from '#renderer/services/reader/mark.ts';
import type { EventId } from '#shared/domain/ids.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { categoriesOf } from './categories.ts';
import { adoptHighlightSheet } from './highlight-sheet.ts';
import { HighlightPainter, type Stroke } from './painter.ts';
import type { TextMap } from './text-map.ts';

/** What is painted over the words of an article. */
export type Paint = {
  /** Those near the screen. */
  readonly marks: readonly Mark[];
  readonly openEvent: EventId | null;
  /** The mark at the caret or under the pointer. */
  readonly active: TextSpan | null;
  /** The selection, which the engine no longer draws once a field has the focus. */
  readonly selected: TextSpan | null;
  readonly hits: readonly TextSpan[];
  readonly currentHit: TextSpan | null;
};

/** Keeps the page painted: before the next frame, and only what differs from the last one. */
export function usePainter(map: TextMap<Node>, paint: Paint): void {
  const { marks, openEvent, active, selected, hits, currentHit } = paint;
  const painter = useMemo(() => new HighlightPainter(map), [map]);
  const strokes = useMemo<readonly Stroke[]>(
    () =>
      marks.map((mark) => ({
        id: mark.id,
        start: mark.start,
        end: mark.end,
        categories: categoriesOf(mark, openEvent),
      })),
    [marks, openEvent],
  );
  useLayoutEffect(() => adoptHighlightSheet(document), []);
  useLayoutEffect(() => painter.paint(strokes), [painter, strokes]);
  useLayoutEffect(() => painter.paintOnly('active', active ? [active] : []), [painter, active]);
  useLayoutEffect(() => painter.paintOnly('selected', selected ? [selected] : []), [painter, selected]);
  useLayoutEffect(() => painter.paintOnly('hit', hits), [painter, hits]);
  useLayoutEffect(() => painter.paintOnly('hit-current', currentHit ? [currentHit] : []), [painter, currentHit]);
  useLayoutEffect(() => () => painter.clear(), [painter]);
}
