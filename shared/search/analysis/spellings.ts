import { classAt, DIGIT, LETTER, MARK } from '#shared/text/character-class.ts';
import { type FoldedText, fold } from '#shared/text/fold-text.ts';
import type { PartList } from './part-list.ts';

/** Parts of one written word that are also looked for joined; longer chains are found by their parts. */
export const MOST_JOINED = 8;

/** What folding strips, though many write it out: `München`, `Muenchen`. */
const SPELLED_OUT: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ø', 'oe'],
  ['å', 'aa'],
]);
const UMLAUT = /[äöüøåÄÖÜØÅ]/;
const UMLAUTS = /[äöüøå]/g;

/** Told of another way to write the parts from `first` to `last` (both belong to it). */
export type SpellingVisitor = (letters: string, first: number, last: number) => void;

/**
 * Visits every way in which words of a text are also written: joined (`oneill`, `covid19`, `usa`), with umlauts spelled
 * out, and as hashtag or handle with its sign.
 *
 * @param written - the text that was folded
 */
export function visitSpellings(
  written: string,
  { folded, map }: FoldedText,
  parts: PartList,
  visit: SpellingVisitor,
): void {
  const hasUmlauts = UMLAUT.test(written);
  const hasTags = folded.includes('#') || folded.includes('@');
  for (let from = 0; from < parts.count; ) {
    const to = endOfWord(parts, from);
    if (to - from > 1) visitJoined(folded, parts, from, to, visit);
    if (hasTags) visitTag(folded, parts, from, to, visit);
    if (hasUmlauts) {
      const originals = (first: number, last: number) => {
        const span = map.toOriginal({ start: parts.starts[first] ?? 0, end: parts.ends[last] ?? 0 });
        return written.slice(span.start, span.end);
      };
      visitSpelledOut(originals, from, to, visit);
    }
    from = to;
  }
}

/** A word with its umlauts spelled out, folded; null when it has none. */
export function spellOut(written: string): string | null {
  if (!UMLAUT.test(written)) return null;
  return fold(written.toLowerCase().replace(UMLAUTS, (letter) => SPELLED_OUT.get(letter) ?? letter));
}

/** The letters of parts in a row, without what joins them. */
export function joinParts(folded: string, parts: PartList, first: number, last: number): string {
  let joined = '';
  for (let at = first; at <= last; at++) joined += folded.slice(parts.starts[at], parts.ends[at]);
  return joined;
}

function endOfWord(parts: PartList, from: number): number {
  let to = from + 1;
  while (to < parts.count && parts.words[to] === from) to++;
  return to;
}

function visitJoined(folded: string, parts: PartList, from: number, to: number, visit: SpellingVisitor): void {
  for (let first = from; first < to; first++) {
    for (let last = first + 1; last < Math.min(to, first + MOST_JOINED); last++) {
      visit(joinParts(folded, parts, first, last), first, last);
    }
  }
}

function visitSpelledOut(
  originals: (first: number, last: number) => string,
  from: number,
  to: number,
  visit: SpellingVisitor,
): void {
  for (let first = from; first < to; first++) {
    let letters = '';
    let isOther = false;
    for (let last = first; last < Math.min(to, first + MOST_JOINED); last++) {
      const part = originals(last, last);
      const spelled = spellOut(part);
      isOther ||= spelled !== null;
      letters += spelled ?? fold(part);
      if (isOther) visit(letters, first, last);
    }
  }
}

/** `#Aleppo` and `@bbc_news`; what follows a hyphen or an apostrophe is no part of a tag. */
function visitTag(folded: string, parts: PartList, from: number, to: number, visit: SpellingVisitor): void {
  const start = parts.starts[from] ?? 0;
  const sign = folded[start - 1];
  if ((sign !== '#' && sign !== '@') || isWordEnd(folded, start - 2)) return;
  let last = from;
  while (last + 1 < to && last + 1 < from + MOST_JOINED && isInsideTag(folded, parts, last)) last++;
  visit(sign + joinParts(folded, parts, from, last), from, last);
}

function isInsideTag(folded: string, parts: PartList, last: number): boolean {
  const end = parts.ends[last] ?? 0;
  return end === parts.starts[last + 1] || folded[end] === '_';
}

function isWordEnd(folded: string, at: number): boolean {
  const found = at < 0 ? 0 : classAt(folded, at);
  return found === LETTER || found === DIGIT || found === MARK;
}
