import { type RefObject, useLayoutEffect, useRef } from 'react';
import css from './Caret.module.css';
import { caretRect } from './measure.ts';
import type { TextMap } from './text-map.ts';

type Props = {
  readonly map: TextMap<Node>;
  readonly root: RefObject<HTMLElement | null>;
  /** Where it stands; null while it stands nowhere. */
  readonly offset: number | null;
  readonly layout: number;
};

/** The reader's own caret: engines draw none in text that cannot be edited. */
export function Caret({ map, root, offset, layout }: Props) {
  const bar = useRef<HTMLSpanElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `layout` says that lines may have moved
  useLayoutEffect(() => {
    if (!bar.current || !root.current) return;
    const rect = offset === null ? null : caretRect(map, offset);
    bar.current.hidden = rect === null;
    if (!rect) return;
    const box = root.current.getBoundingClientRect();
    bar.current.style.transform = `translate(${rect.left - box.left - 1}px, ${rect.top - box.top}px)`;
    bar.current.style.height = `${rect.height}px`;
  }, [map, root, offset, layout]);
  return <span ref={bar} className={css.caret} hidden aria-hidden="true" data-caret />;
}
