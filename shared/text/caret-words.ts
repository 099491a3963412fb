import type { TextSpan } from '#shared/kernel/text-span.ts';
import { type Token, tokensOf } from './tokens.ts';

/** The word, number, code, address … that holds the place, or ends there if none begins; null between words. */
export function wordAt(text: string, at: number): TextSpan | null {
  const line = lineAround(text, at);
  const tokens = tokensOf(text.slice(line.start, line.end));
  const place = at - line.start;
  const found =
    tokens.find(({ start, end }) => start <= place && place < end) ?? tokens.find(({ end }) => end === place);
  return found === undefined ? null : { start: found.start + line.start, end: found.end + line.start };
}

/** Where the next word after `at` begins; the text's length if none does. */
export function nextWordStart(text: string, at: number): number {
  for (let line = lineAround(text, at); ; line = lineAround(text, line.end + 1)) {
    const found = tokensIn(text, line).find(({ start }) => start > at);
    if (found !== undefined) return found.start;
    if (line.end >= text.length) return text.length;
  }
}

/** Where the last word before `at` begins; 0 if none does. */
export function previousWordStart(text: string, at: number): number {
  for (let line = lineAround(text, at); ; line = lineAround(text, line.start - 1)) {
    const found = tokensIn(text, line).findLast(({ start }) => start < at);
    if (found !== undefined) return found.start;
    if (line.start === 0) return 0;
  }
}

/** No word goes over a line break, so that a step of the caret costs a line and not the text. */
function lineAround(text: string, at: number): TextSpan {
  const place = Math.min(Math.max(0, at), text.length);
  const end = text.indexOf('\n', place);
  return { start: place === 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1, end: end < 0 ? text.length : end };
}

function tokensIn(text: string, { start, end }: TextSpan): Token[] {
  return tokensOf(text.slice(start, end)).map((token) => ({
    ...token,
    start: token.start + start,
    end: token.end + start,
  }));
}
