import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from './class-names.ts';
import css from './Float.module.css';
import { landmarkOf } from './landmark-of.ts';

/** What a float stands beside: an element, or a rectangle in the window such as that of a selection. */
export type Anchor = RefObject<HTMLElement | null> | DOMRect;

type FloatProps = {
  readonly anchor: Anchor;
  /** Called on a press elsewhere and on `Esc`. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly side?: 'below' | 'above';
  readonly align?: 'start' | 'end';
  /** At least as wide as what it stands beside. */
  readonly fitsAnchor?: boolean;
  readonly className?: string | undefined;
};

/** Pixels between a float and what it stands beside, and between a float and the window's edge. */
const GAP = 4;

/** Something small beside something else: a menu, a list, a card. Turns to the other side where there is no room. */
export function Float({
  anchor,
  onClose,
  children,
  side = 'below',
  align = 'start',
  fitsAnchor,
  className,
}: FloatProps) {
  const float = useRef<HTMLDivElement>(null);
  // Chosen once: what floats does not change areas.
  const [host] = useState(() => landmarkOf('current' in anchor ? anchor.current : null));
  const [place, setPlace] = useState<{ left: number; top: number; minWidth?: number }>({ left: 0, top: -9999 });
  useLayoutEffect(() => {
    const settle = () => {
      const at = rectOf(anchor);
      if (!at || !float.current) return;
      const box = float.current.getBoundingClientRect();
      setPlace({ ...placeAt(at, box, side, align), ...(fitsAnchor ? { minWidth: at.width } : {}) });
    };
    settle();
    const watch = new ResizeObserver(settle);
    if (float.current) watch.observe(float.current);
    window.addEventListener('resize', settle);
    return () => {
      watch.disconnect();
      window.removeEventListener('resize', settle);
    };
  }, [anchor, side, align, fitsAnchor]);
  useCloseOutside(float, anchor, onClose);
  return createPortal(
    <div ref={float} className={classNames(css.float, className)} style={place}>
      {children}
    </div>,
    host,
  );
}

function useCloseOutside(float: RefObject<HTMLElement | null>, anchor: Anchor, onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      const target = event.target instanceof Node ? event.target : null;
      const isInside = float.current?.contains(target) || ('current' in anchor && anchor.current?.contains(target));
      if (!isInside) close.current();
    };
    const keyed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close.current();
    };
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('keydown', keyed, true);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('keydown', keyed, true);
    };
  }, [float, anchor]);
}

function rectOf(anchor: Anchor): DOMRect | null {
  return 'current' in anchor ? (anchor.current?.getBoundingClientRect() ?? null) : anchor;
}

function placeAt(at: DOMRect, box: DOMRect, side: 'below' | 'above', align: 'start' | 'end') {
  const wished = align === 'start' ? at.left : at.right - box.width;
  const left = Math.max(GAP, Math.min(wished, window.innerWidth - box.width - GAP));
  const below = at.bottom + GAP;
  const above = at.top - box.height - GAP;
  const fitsBelow = below + box.height <= window.innerHeight - GAP;
  const isBelow = side === 'below' ? fitsBelow || above < GAP : above < GAP && fitsBelow;
  return { left, top: Math.max(GAP, isBelow ? below : above) };
}
