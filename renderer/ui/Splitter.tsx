import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useRemembered } from './memory.tsx';
import css from './Splitter.module.css';

/** Bounds of an area's width, in pixels. */
export type Bounds = { readonly initial: number; readonly min: number; readonly max: number };

const isWidth = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** The width of an area that the analyst may change, in pixels; comes back after a restart. */
export function useAreaWidth(name: string, { initial, min, max }: Bounds): [number, (width: number) => void] {
  const [width, setWidth] = useRemembered(`width.${name}`, initial, isWidth);
  return [clamp(width, min, max), setWidth];
}

type SplitterProps = {
  /** What it makes wider or narrower: "Facets". */
  readonly label: string;
  readonly width: number;
  readonly onWidth: (width: number) => void;
  readonly bounds: Bounds;
  /** On which side of it the area stands. */
  readonly area: 'before' | 'after';
};

/** Pixels that an arrow key moves it. */
const STEP = 16;

/** The line between two areas: dragged, or moved with arrow keys; a double click puts it back. */
export function Splitter({ label, width, onWidth, bounds, area }: SplitterProps) {
  const { min, max, initial } = bounds;
  const drag = useRef<{ x: number; width: number } | null>(null);
  const direction = area === 'before' ? 1 : -1;
  const move = (to: number) => onWidth(clamp(Math.round(to), min, max));
  const onKeyDown = (event: KeyboardEvent) => {
    const to = widthAfterKey(event.key, width, direction, bounds);
    if (to === null) return;
    event.preventDefault();
    move(to);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current) move(drag.current.width + (event.clientX - drag.current.x) * direction);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width };
  };
  const stop = () => {
    drag.current = null;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a window splitter is a focusable separator, which <hr> is not
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${label}`}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={css.splitter}
      onKeyDown={onKeyDown}
      onDoubleClick={() => move(initial)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
    />
  );
}

/** @returns null for a key that moves nothing */
function widthAfterKey(key: string, width: number, direction: number, { min, max, initial }: Bounds): number | null {
  switch (key) {
    case 'ArrowLeft':
      return width - STEP * direction;
    case 'ArrowRight':
      return width + STEP * direction;
    case 'Home':
      return min;
    case 'End':
      return max;
    case 'Enter':
      return initial;
    default:
      return null;
  }
}

function clamp(width: number, min: number, max: number): number {
  return Math.min(Math.max(width, min), max);
}
