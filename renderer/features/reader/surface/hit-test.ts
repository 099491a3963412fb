import type { TextMap } from './text-map.ts';

/**
 * The offset of the glyph under a point of the window; null between lines, beyond a line's end and outside the text.
 * Engines answer with the nearest gap between glyphs, so that the glyph on either side has to hold the point itself.
 */
export function glyphAt(map: TextMap<Node>, x: number, y: number): number | null {
  const gap = gapAt(x, y);
  if (!gap) return null;
  const { node, offset } = gap;
  for (const at of [offset, offset - 1]) {
    if (at >= 0 && holds(node, at, x, y)) return map.offsetAt(node, at);
  }
  return null;
}

/** The offset in the text of the gap nearest to a point; null outside the text. */
export function gapOffsetAt(map: TextMap<Node>, x: number, y: number): number | null {
  const gap = gapAt(x, y);
  return gap && map.offsetAt(gap.node, gap.offset);
}

function gapAt(x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  // before Chromium 128
  const range = (document as Pick<Document, 'caretRangeFromPoint'>).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

function holds(node: Node, at: number, x: number, y: number): boolean {
  if (node.nodeType !== Node.TEXT_NODE || at >= (node.nodeValue?.length ?? 0)) return false;
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  return [...range.getClientRects()].some((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
}
