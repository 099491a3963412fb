import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { gapOffsetAt } from '../surface/hit-test.ts';
import { caretRect } from '../surface/measure.ts';
import { passageOf } from '../surface/text-selection.ts';
import type { Surface } from '../surface/use-surface.ts';
import css from './Handles.module.css';

type Props = {
  readonly surface: Surface;
  /** The mark in hand. */
  readonly span: TextSpan;
  /** What it would become while a handle is dragged; null when it is let go. */
  readonly onPreview: (span: TextSpan | null) => void;
  readonly onResize: (span: TextSpan) => void;
};

/** Two handles at the ends of the mark in hand, to drag it longer or shorter. Keys do the same. */
export function Handles({ surface, span, onPreview, onResize }: Props) {
  const dragged = useRef<TextSpan | null>(null);
  const move = (edge: 'start' | 'end') => (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const at = gapOffsetAt(surface.map, event.clientX, event.clientY);
    if (at === null) return;
    const anchor = edge === 'start' ? span.end : span.start;
    dragged.current = passageOf(surface.laid.text, { anchor, focus: at });
    onPreview(dragged.current);
  };
  const drop = () => {
    const to = dragged.current;
    dragged.current = null;
    onPreview(null);
    if (to && (to.start !== span.start || to.end !== span.end)) onResize(to);
  };
  return (['start', 'end'] as const).map((edge) => (
    <Handle key={edge} surface={surface} offset={span[edge]} edge={edge} onMove={move(edge)} onDrop={drop} />
  ));
}

type HandleProps = {
  readonly surface: Surface;
  readonly offset: number;
  readonly edge: 'start' | 'end';
  readonly onMove: (event: PointerEvent) => void;
  readonly onDrop: () => void;
};

function Handle({ surface: { map, root, layout }, offset, edge, onMove, onDrop }: HandleProps) {
  const [place, setPlace] = useState<{ left: number; top: number; height: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `layout` says that lines may have moved
  useLayoutEffect(() => {
    const rect = caretRect(map, offset);
    const box = root.current?.getBoundingClientRect();
    setPlace(rect && box ? { left: rect.left - box.left, top: rect.top - box.top, height: rect.height } : null);
  }, [map, root, offset, layout]);
  return (
    place && (
      <span
        aria-hidden="true"
        className={css.handle}
        data-edge={edge}
        style={place}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onMove}
        onPointerUp={onDrop}
        onPointerCancel={onDrop}
      />
    )
  );
}
