import { isGraphemeBoundary, nextGrapheme, previousGrapheme } from '#shared/text/graphemes.ts';
import type { CaretMove } from './caret-keys.ts';
import { caretRect } from './measure.ts';
import type { TextMap } from './text-map.ts';
import { readSelection, type TextSelection, writeSelection } from './text-selection.ts';

/** How often a move is repeated to get over what is no text: the button of a folded passage, a gap between blocks. */
const MOST_STEPS = 12;

/** The text on the page in which the caret moves. */
export type CaretField = {
  readonly map: TextMap<Node>;
  readonly root: HTMLElement;
  readonly text: string;
  /** Where paragraphs, headings, lines of lists begin, in order. */
  readonly starts: readonly number[];
  /** Pixels of a page: how far one that is turned goes. */
  readonly page: number;
};

/**
 * Moves the reader's own caret as the engine would in a text field, so that right-to-left words go the right way and lines
 * are those on the screen; it never comes to stand within a grapheme or outside the text.
 *
 * @returns where it stands then; null when the text is empty
 */
export function moveCaret(field: CaretField, move: CaretMove): TextSelection | null {
  const before = readSelection(field.map, field.root) ?? placeAtStart(field);
  if (!before) return null;
  if (move.granularity === 'documentboundary') return jump(field, move, before);
  if (move.granularity === 'paragraph') return toParagraph(field, move, before);
  if (move.granularity === 'page') return turnPage(field, move, before);
  const moved = modified(field, move, before);
  if (!moved) {
    writeSelection(field.map, before);
    return before;
  }
  return settle(field, move, before, moved);
}

/** Puts the caret before the first shown word. */
export function placeAtStart({ map }: CaretField): TextSelection | null {
  const first = map.nearest(0);
  if (first === null) return null;
  const selection = { anchor: first, focus: first };
  writeSelection(map, selection);
  return selection;
}

function modified({ map, root }: CaretField, move: CaretMove, before: TextSelection): TextSelection | null {
  const selection = getSelection();
  const { granularity } = move;
  if (!selection) return null;
  for (let step = 0; step < MOST_STEPS; step++) {
    selection.modify(move.alter, move.direction, granularity);
    const node = selection.focusNode;
    if (!node || !root.contains(node)) return null;
    const now = map.offsetAt(node, selection.focusOffset) === null ? null : readSelection(map, root);
    if (now && (now.focus !== before.focus || move.granularity === 'lineboundary')) return now;
    if (now && move.alter === 'move' && before.anchor !== before.focus) return now;
  }
  return null;
}

/** Takes a caret out of the midst of a grapheme, onwards in the way it went. */
function settle({ map, text }: CaretField, move: CaretMove, before: TextSelection, moved: TextSelection) {
  if (isGraphemeBoundary(text, moved.focus)) return moved;
  const focus = moved.focus > before.focus ? nextGrapheme(text, moved.focus) : previousGrapheme(text, moved.focus);
  const whole = { anchor: move.alter === 'move' ? focus : moved.anchor, focus };
  writeSelection(map, whole);
  return whole;
}

function jump(field: CaretField, move: CaretMove, before: TextSelection): TextSelection {
  return goTo(field, move, before, move.direction === 'backward' ? 0 : field.text.length);
}

/** To where the next paragraph that is shown begins, or this one; beyond the last one to the end. */
function toParagraph(field: CaretField, move: CaretMove, before: TextSelection): TextSelection {
  const starts = field.starts.filter((start) => field.map.isShown(start));
  const isForward = move.direction === 'forward';
  const found = isForward
    ? starts.find((start) => start > before.focus)
    : starts.findLast((start) => start < before.focus);
  return goTo(field, move, before, found ?? (isForward ? field.text.length : 0));
}

/** Lines at most that a page is turned by: no window shows as many. */
const MOST_LINES = 200;

/** Line by line, so that the caret keeps to its column, until a page of them lies behind it. */
function turnPage(field: CaretField, move: CaretMove, before: TextSelection): TextSelection {
  const from = caretRect(field.map, before.focus)?.top ?? 0;
  const line: CaretMove = { ...move, granularity: 'line' };
  let at = before;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const next = modified(field, line, at);
    const rect = next && caretRect(field.map, next.focus);
    // The engine stays, or goes to the end of the line, where there is no further line.
    if (!next || !rect || next.focus === at.focus) break;
    at = next;
    if (Math.abs(rect.top - from) >= field.page) break;
  }
  if (at === before) writeSelection(field.map, before);
  return at;
}

function goTo({ map }: CaretField, move: CaretMove, before: TextSelection, to: number): TextSelection {
  const focus = map.nearest(to) ?? before.focus;
  const jumped = { anchor: move.alter === 'move' ? focus : before.anchor, focus };
  writeSelection(map, jumped);
  return jumped;
}
