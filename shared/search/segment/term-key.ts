import { lettersKey } from '#shared/search/analysis/letters-key.ts';
import type { FilterName } from '#shared/search/model/index-document.ts';

/** What a term of the dictionary is; the first byte of its key. Terms in hidden passages follow those shown. */
export const PLAIN = 1;
/** Another spelling, with the positions that it takes. */
export const SPELLED = 3;
/** A hashtag or handle, with the positions that it takes. */
export const TAGGED = 5;
/** A word that is written neither as it is folded nor so with a capital in front: folded, written, positions. */
export const EXACT = 7;
/** A value that documents are filtered by. */
export const FILTER = 9;
/** Added to a kind for words of hidden passages. */
export const HIDDEN = 1;

/** Parts the pieces of a key; no folded letter is below it. */
const SEPARATOR = 0;
const FILTERS: readonly FilterName[] = ['publisher', 'language', 'status', 'tag', 'entity', 'event-type', 'has', 'is'];

/** Bytes of letters, one to three for a code unit, in the order of code units. */
export function encodeLetters(letters: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < letters.length; at++) {
    const unit = letters.charCodeAt(at);
    if (unit < 0x80) bytes.push(unit);
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 63));
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63));
  }
  return bytes;
}

/** The letters of bytes from `start` to `end`. */
export function decodeLetters(bytes: Uint8Array, start: number, end: number): string {
  let letters = '';
  for (let at = start; at < end; ) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      letters += String.fromCharCode(first);
      at++;
    } else if (first < 0xe0) {
      letters += String.fromCharCode(((first & 31) << 6) | ((bytes[at + 1] as number) & 63));
      at += 2;
    } else {
      const low = (((bytes[at + 1] as number) & 63) << 6) | ((bytes[at + 2] as number) & 63);
      letters += String.fromCharCode(((first & 15) << 12) | low);
      at += 3;
    }
  }
  return letters;
}

/** Where the letters of a key end: at the first separator, or with the key. */
export function lettersEnd(key: Uint8Array, length: number): number {
  for (let at = 1; at < length; at++) if (key[at] === SEPARATOR) return at;
  return length;
}

/** The key of a part of a word. */
export function plainKey(letters: string, hidden: number): Uint8Array {
  return Uint8Array.from([PLAIN + hidden, ...encodeLetters(letters)]);
}

/** The beginning of the keys of a spelling or a tag, whatever its span. */
export function spelledStart(kind: typeof SPELLED | typeof TAGGED, letters: string, hidden: number): Uint8Array {
  return Uint8Array.from([kind + hidden, ...encodeLetters(letters), SEPARATOR]);
}

/** The beginning of the keys of a word in all ways in which it is written that have a term. */
export function exactStart(letters: string, hidden: number): Uint8Array {
  return Uint8Array.from([EXACT + hidden, ...encodeLetters(lettersKey(letters)), SEPARATOR]);
}

/** Bytes of a value that are kept: names are shorter. */
const LONGEST_VALUE = 300;

/** The key of a filter's value; its label stands in it, so that facets need no other table. */
export function filterKey(name: FilterName, key: string, label: string): Uint8Array {
  return Uint8Array.from([
    ...filterStart(name),
    ...encodeLetters(key.slice(0, LONGEST_VALUE).replaceAll('\0', '')),
    SEPARATOR,
    ...encodeLetters(label.slice(0, LONGEST_VALUE).replaceAll('\0', '')),
  ]);
}

/** The beginning of the keys of all values of a filter. */
export function filterStart(name: FilterName): Uint8Array {
  return Uint8Array.from([FILTER, FILTERS.indexOf(name) + 1]);
}

/** Key and label of a filter's value, back from its key. */
export function filterValueOf(key: Uint8Array, length: number): { readonly key: string; readonly label: string } {
  const end = lettersEnd(key, length);
  return { key: decodeLetters(key, 2, end), label: decodeLetters(key, end + 1, length) };
}
