import type { TextSpan } from '#shared/kernel/text-span.ts';
import type { Atom } from '#shared/text/atoms.ts';
import type { QueryTerm, QueryWord } from './search-query.ts';

/**
 * Every place where a term stands, in the order of the text; places of one term do not overlap.
 *
 * A written word is found joined or in its parts: `oneill`, `o'neill` and `neill` find O'Neill, `covid 19` is found by
 * `covid-19`. A phrase does not go over a line break.
 *
 * @param folded - the text that `atoms` were made from; spans count in it
 */
export function findTerm(folded: string, atoms: readonly Atom[], { words }: QueryTerm): TextSpan[] {
  const found: TextSpan[] = [];
  for (let at = 0; at < atoms.length; ) {
    const after = afterWords(folded, atoms, at, words);
    const [first, last] = [atoms[at], after === null ? undefined : atoms[after - 1]];
    if (first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end });
    at = after ?? at + 1;
  }
  return found;
}

/** The atom behind the last word, if the words stand one after the other from `at`; null if they do not. */
function afterWords(folded: string, atoms: readonly Atom[], at: number, words: readonly QueryWord[]): number | null {
  const [word, ...rest] = words;
  if (word === undefined) return at;
  if (atoms[at] === undefined) return null;
  for (const after of [afterParts(folded, atoms, at, word), afterJoined(atoms, at, word)]) {
    if (after === null || (rest.length > 0 && isLineBroken(folded, atoms, after))) continue;
    const end = afterWords(folded, atoms, after, rest);
    if (end !== null) return end;
  }
  return null;
}

/** Part by part, in whatever way they are joined or parted there. */
function afterParts(folded: string, atoms: readonly Atom[], at: number, word: QueryWord): number | null {
  const stands = word.every(
    (part, index) => atoms[at + index]?.letters === part && !(index > 0 && isLineBroken(folded, atoms, at + index)),
  );
  return stands ? at + word.length : null;
}

/** The parts of one written word taken together: `sha'fah` for `shafah`. */
function afterJoined(atoms: readonly Atom[], at: number, word: QueryWord): number | null {
  const wanted = word.join('');
  let joined = '';
  for (let next = at; atoms[next]?.word === atoms[at]?.word && joined.length < wanted.length; ) {
    joined += atoms[next++]?.letters ?? '';
    if (joined === wanted) return next;
  }
  return null;
}

function isLineBroken(folded: string, atoms: readonly Atom[], at: number): boolean {
  const [before, atom] = [atoms[at - 1], atoms[at]];
  return before !== undefined && atom !== undefined && folded.slice(before.end, atom.start).includes('\n');
}

/**
 * Whether a text may hold a term: a quick no for most texts, so that only likely ones are taken apart. Never says no
 * where `findTerm` finds something.
 */
export function mayHold(folded: string, { words }: QueryTerm): boolean {
  return words.every((word) => word.every((part) => folded.includes(part)) || joinedPattern(word).test(folded));
}

/** Compiled once per word of a query, however many articles are scanned. */
const patterns = new WeakMap<QueryWord, RegExp>();

function joinedPattern(word: QueryWord): RegExp {
  const known = patterns.get(word);
  if (known !== undefined) return known;
  // What may join the parts of a written word, and nothing else: see `atomsOf`.
  const pattern = new RegExp(Array.from(word.join('')).join("['_.,-]?"), 'u');
  patterns.set(word, pattern);
  return pattern;
}
