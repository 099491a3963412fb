import type { TextSpan } from '#shared/kernel/text-span.ts';
import { snapToGraphemes } from '#shared/text/graphemes.ts';
import { offsetOfPlace } from './boundary.ts';
import type { TextMap } from './text-map.ts';

/** What is selected, in offsets of the text: `anchor` stays, `focus` moves. Equal when it is but a caret. */
export type TextSelection = { readonly anchor: number; readonly focus: number };

/** The selected passage in order of the text. */
export function spanOf({ anchor, focus }: TextSelection): TextSpan {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/** The passage that a selection means: whole graphemes, without the white space at either end; null when nothing is left. */
export function passageOf(text: string, selection: TextSelection): TextSpan | null {
  const { start, end } = snapToGraphemes(text, spanOf(selection));
  const words = text.slice(start, end);
  const trimmed = { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
  return trimmed.start < trimmed.end ? trimmed : null;
}

/** Reads the page's selection; null when it does not stand in the text below `root`. */
export function readSelection(map: TextMap<Node>, root: HTMLElement): TextSelection | null {
  const selection = getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode || !root.contains(anchorNode) || !root.contains(focusNode)) return null;
  const isBackward = isBefore(focusNode, selection.focusOffset, anchorNode, selection.anchorOffset);
  const anchor = offsetOfPlace(
    map,
    root,
    { node: anchorNode, offset: selection.anchorOffset },
    isBackward ? 'end' : 'start',
  );
  const focus = offsetOfPlace(
    map,
    root,
    { node: focusNode, offset: selection.focusOffset },
    isBackward || selection.isCollapsed ? 'start' : 'end',
  );
  return anchor === null || focus === null ? null : { anchor, focus };
}

/** Puts the page's selection where `anchor` and `focus` say; nothing changes when neither is shown. */
export function writeSelection(map: TextMap<Node>, { anchor, focus }: TextSelection): void {
  const isCaret = anchor === focus;
  const at = (offset: number, side: 'start' | 'end') => {
    const shown = map.nearest(offset);
    return shown === null ? null : (map.pointAt(shown, side) ?? map.pointAt(shown, side === 'start' ? 'end' : 'start'));
  };
  const from = at(anchor, isCaret || anchor < focus ? 'start' : 'end');
  const to = at(focus, isCaret || focus < anchor ? 'start' : 'end');
  if (!from || !to) return;
  getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function isBefore(a: Node, aOffset: number, b: Node, bOffset: number): boolean {
  const range = document.createRange();
  range.setStart(b, bOffset);
  return range.comparePoint(a, aOffset) < 0;
}
