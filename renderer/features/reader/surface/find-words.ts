import type { TextSpan } from '#shared/kernel/text-span.ts';
import { findHits } from '#shared/search/evaluate/find-hits.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { fold, foldText } from '#shared/text/fold-text.ts';

/** Where words stand in a text, whatever their case, accents and marks; in order, none over another. */
export function findWords(text: string, words: string): TextSpan[] {
  const wanted = fold(words).trim();
  if (wanted === '') return [];
  const { folded, map } = foldText(text);
  const found: TextSpan[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    found.push(map.toOriginal({ start: at, end: at + wanted.length }));
  }
  return found;
}

/** Every place that a search speaks of, as the search place marks them; where it speaks of none, its very words. */
export function findQuery(text: string, typed: string): TextSpan[] {
  const hits = findHits(parseQuery(typed).root, 'text', text);
  if (hits.length === 0) return findWords(text, typed);
  return hits.map(({ start, end }) => ({ start, end }));
}
