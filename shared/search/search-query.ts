import { type Atom, atomsOf } from '#shared/text/atoms.ts';
import { fold } from '#shared/text/fold-text.ts';

/** One written word of a query, as the parts it is looked for by: `O'Neill` is `['o', 'neill']`. */
export type QueryWord = readonly string[];

/** A word, or a phrase whose words stand one after the other. */
export type QueryTerm = {
  readonly words: readonly QueryWord[];
  /** Whether articles that hold it are left out. */
  readonly isExcluded: boolean;
  /** As it was typed, without quotes and minus. */
  readonly source: string;
};

/** What is searched for: every term must be found, or for excluded ones not be found. */
export type SearchQuery = { readonly terms: readonly QueryTerm[] };

/** A phrase in straight or typographic quotes (the last may be left open), or a run without space; a minus excludes. */
const TERM = /([-−]?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))/gu;

/** Reads what was typed: words are AND, `"exact phrase"`, `-not`. What holds no letter or digit is no term. */
export function parseQuery(typed: string): SearchQuery {
  const terms = Array.from(typed.matchAll(TERM), ([, minus, phrase, word]): QueryTerm => {
    const source = phrase ?? word ?? '';
    return { words: wordsOf(source), isExcluded: minus !== '', source };
  });
  return { terms: terms.filter(({ words }) => words.length > 0) };
}

function wordsOf(source: string): QueryWord[] {
  return [...groupByWord(atomsOf(fold(source.normalize('NFC')))).values()];
}

function groupByWord(atoms: readonly Atom[]): Map<number, string[]> {
  const words = new Map<number, string[]>();
  for (const { word, letters } of atoms) words.set(word, [...(words.get(word) ?? []), letters]);
  return words;
}
