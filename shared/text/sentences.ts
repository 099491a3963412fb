import type { TextSpan } from '#shared/kernel/text-span.ts';
import { isShortening } from './abbreviations.ts';

/** A line break, or signs that end a sentence with the quotes and brackets that close behind them. */
const END = /\n+|[.!?…؟۔।॥։።]+["'”’»›)\]}]*(?=\s|$)|[。！？．｡]+["'”’»）」』】]*/gu;
const SHORTEST_DOT = /^\.["'”’»›)\]}]*$/;
const WORD_BEFORE = /[\p{L}\p{M}\p{N}]+(?:\.[\p{L}\p{M}\p{N}]+)*$/u;
const WORD_AFTER = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/uy;
const BETWEEN = /[\s"'“‘«‹„¿¡([{—–-]*/y;
/** Longer "words" are no abbreviations. */
const LONGEST_WORD = 24;

/**
 * The sentences of a text in order, without the space around them. A line break always ends one (blocks are joined by
 * line breaks); the dots of abbreviations, initials and numbers do not.
 */
export function sentencesOf(text: string): TextSpan[] {
  const sentences: TextSpan[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (!match[0].startsWith('\n') && goesOn(text, match.index, match[0])) continue;
    addTrimmed(sentences, text, start, end);
    start = end;
  }
  addTrimmed(sentences, text, start, text.length);
  return sentences;
}

/** The sentence that holds `at`, or the one before it where there is only space; null if there is neither. */
export function sentenceAt(text: string, at: number): TextSpan | null {
  const from = lineBreakBefore(text, at);
  const to = text.indexOf('\n', at);
  const line = text.slice(from, to < 0 ? text.length : to);
  const found = sentencesOf(line).findLast(({ start }) => start <= at - from);
  return found === undefined ? null : { start: found.start + from, end: found.end + from };
}

/** Whether the sentence goes on behind `sign`: an abbreviation, or a small letter follows. */
function goesOn(text: string, at: number, sign: string): boolean {
  const after = wordAfter(text, at + sign.length);
  if (/^\p{Ll}/u.test(after) && /^[.…]/.test(sign)) return true;
  // "Stop!" he said: what follows a closing quote in a small letter belongs to it.
  if (/^\p{Ll}/u.test(after) && /["'”’»]$/.test(sign)) return true;
  if (!SHORTEST_DOT.test(sign)) return false;
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? '';
  return after !== '' && isShortening(before.toLowerCase(), /^\p{Lu}/u.test(before), after.toLowerCase());
}

/** The next word of the same line; '' if there is none. */
function wordAfter(text: string, at: number): string {
  BETWEEN.lastIndex = at;
  BETWEEN.test(text);
  if (text.slice(at, BETWEEN.lastIndex).includes('\n')) return '';
  WORD_AFTER.lastIndex = BETWEEN.lastIndex;
  return WORD_AFTER.exec(text)?.[0] ?? '';
}

function addTrimmed(sentences: TextSpan[], text: string, start: number, end: number): void {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = end - (part.length - part.trimEnd().length);
  if (from < to) sentences.push({ start: from, end: to });
}

function lineBreakBefore(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}
