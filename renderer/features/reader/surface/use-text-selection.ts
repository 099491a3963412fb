import { type RefObject, useEffect, useState } from 'react';
import type { TextMap } from './text-map.ts';
import { readSelection, type TextSelection } from './text-selection.ts';

/**
 * The selection in the text, kept while the focus is in a field elsewhere; null until there is one.
 *
 * @returns the selection, and a function that sets or forgets it
 */
export function useTextSelection(
  root: RefObject<HTMLElement | null>,
  map: TextMap<Node>,
): [TextSelection | null, (selection: TextSelection | null) => void] {
  const [selection, setSelection] = useState<TextSelection | null>(null);
  useEffect(() => {
    const changed = () => {
      const now = root.current && readSelection(map, root.current);
      if (now) setSelection((before) => (before && isSame(before, now) ? before : now));
    };
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, [root, map]);
  return [selection, setSelection];
}

function isSame(a: TextSelection, b: TextSelection): boolean {
  return a.anchor === b.anchor && a.focus === b.focus;
}
