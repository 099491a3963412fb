import { type RefObject, useLayoutEffect, useState } from 'react';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import type { BlockBands } from './measure.ts';

/** Pixels of scrolling after which it is asked anew what is near. */
const STEP = 480;

/** Before anything is measured: enough words for the first screen of any window. */
const FIRST: TextSpan = { start: 0, end: 12_000 };

/**
 * What of the text is on the screen, with one screen more either way. Marks are painted there alone: engines walk every
 * range of a highlight whenever one of them changes, on the screen or not.
 */
export function useNear(
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  bands: BlockBands,
): TextSpan {
  const [near, setNear] = useState(FIRST);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => {
      const above = element.getBoundingClientRect().top - (root.current?.getBoundingClientRect().top ?? 0);
      const from = Math.floor(above / STEP) * STEP - element.clientHeight;
      const found = bands.spanBetween(from, from + 3 * element.clientHeight + STEP);
      setNear((before) => (before.start === found.start && before.end === found.end ? before : found));
    };
    read();
    element.addEventListener('scroll', read, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      observer.disconnect();
    };
  }, [scroller, root, bands]);
  return near;
}
