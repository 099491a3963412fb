import type { TextMap } from './text-map.ts';

/**
 * The offset in the text of any place in the page: also one between elements, as a triple click or the end of the page
 * gives. Null when `root` holds no text.
 *
 * @param side - whether words that follow the place are meant, or words before it
 */
export function offsetOfPlace(
  map: TextMap<Node>,
  root: Node,
  place: { readonly node: Node; readonly offset: number },
  side: 'start' | 'end',
): number | null {
  const direct = map.offsetAt(place.node, place.offset);
  if (direct !== null) return direct;
  const boundary = document.createRange();
  boundary.setStart(place.node, place.offset);
  let before: number | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = map.offsetAt(node, 0);
    if (start === null) continue;
    const isAfter = boundary.comparePoint(node, 0) >= 0;
    if (isAfter) return side === 'start' || before === null ? start : before;
    before = start + (node.nodeValue?.length ?? 0);
  }
  return before;
}
