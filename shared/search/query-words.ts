import type { QueryTerm, SearchQuery } from './search-query.ts';

/** A stretch of the sentence; what was typed stands out. */
export type QueryWords = { readonly words: string; readonly isTyped: boolean };

/**
 * Says a query back: "articles that contain **shells** and the phrase **covered market**, and not **opinion**".
 *
 * @returns an empty list for a query that finds nothing
 */
export function wordsOfQuery({ terms }: SearchQuery): QueryWords[] {
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  const excluded = terms.filter(({ isExcluded }) => isExcluded);
  if (wanted.length === 0) return [];
  return [
    plain('Articles that contain '),
    ...listed(wanted, ' and '),
    ...(excluded.length > 0 ? [plain(', and not '), ...listed(excluded, ' or ')] : []),
  ];
}

function listed(terms: readonly QueryTerm[], between: string): QueryWords[] {
  return terms.flatMap((term, at) => [
    ...(at > 0 ? [plain(between)] : []),
    ...(term.words.length > 1 ? [plain('the phrase ')] : []),
    { words: term.source.trim(), isTyped: true },
  ]);
}

function plain(words: string): QueryWords {
  return { words, isTyped: false };
}
