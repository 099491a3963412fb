import type { TextSpan } from '#shared/kernel/text-span.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Whether a caret may stand at `at`: not inside an emoji, between a letter and its marks, in a surrogate pair or in
 * a line break. Outside the text: no.
 *
 * @see https://www.unicode.org/reports/tr29/#Grapheme_Cluster_Boundaries
 */
export function isGraphemeBoundary(text: string, at: number): boolean {
  if (at < 0 || at > text.length) return false;
  return graphemeStart(text, at) === at;
}

/** The smallest span of whole graphemes that holds `span`, cut to the text; an empty span stays empty. */
export function snapToGraphemes(text: string, { start, end }: TextSpan): TextSpan {
  const from = graphemeStart(text, clamp(start, text));
  return { start: from, end: start >= end ? from : graphemeEnd(text, clamp(end, text)) };
}

/** The next place to the right of `at` in the text where a caret may stand; the text's length at the end. */
export function nextGrapheme(text: string, at: number): number {
  if (at + 1 >= text.length) return text.length;
  return graphemeEnd(text, Math.max(0, at) + 1);
}

/** The next place before `at` where a caret may stand; 0 at the beginning. */
export function previousGrapheme(text: string, at: number): number {
  if (at <= 1) return 0;
  return graphemeStart(text, Math.min(at, text.length) - 1);
}

/** How many characters a reader sees. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

/** The boundary at or before `at`. */
function graphemeStart(text: string, at: number): number {
  if (at === 0 || at === text.length || isPlainBoundary(text, at)) return at;
  const from = windowStart(text, at);
  return from + (segmenter.segment(text.slice(from, windowEnd(text, at))).containing(at - from)?.index ?? at - from);
}

/** The boundary at or after `at`. */
function graphemeEnd(text: string, at: number): number {
  const start = graphemeStart(text, at);
  if (start === at) return at;
  const from = windowStart(text, at);
  const found = segmenter.segment(text.slice(from, windowEnd(text, at))).containing(at - from);
  return found === undefined ? at : from + found.index + found.segment.length;
}

/** Signs that hold on to what follows them (Unicode's `Prepend`), and halves of pairs, which may be such. */
const HOLDS_ON = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u0D4E\uD800-\uDFFF]/;

/** Before an ASCII character there always is one, but in a line break of two and after the few that hold on. */
function isPlainBoundary(text: string, at: number): boolean {
  const after = text.charCodeAt(at);
  if (after >= 0x80) return false;
  const before = text.charCodeAt(at - 1);
  return before < 0x80 ? before !== 0x0d || after !== 0x0a : !HOLDS_ON.test(text.charAt(at - 1));
}

/** The engine copies what it is given: a window keeps one question from costing the whole text. */
function windowStart(text: string, at: number): number {
  for (let place = at; place > 0; place--) if (isPlainBoundary(text, place)) return place;
  return 0;
}

function windowEnd(text: string, at: number): number {
  for (let place = at; place < text.length; place++) if (isPlainBoundary(text, place)) return place;
  return text.length;
}

function clamp(place: number, text: string): number {
  return Math.min(Math.max(0, place), text.length);
}
