import type { TextSpan } from '#shared/kernel/text-span.ts';
import { atomsOf } from '#shared/text/atoms.ts';
import type { FoldedText } from '#shared/text/fold-text.ts';
import { findTerm, mayHold } from './find-term.ts';
import type { FoldedArticle } from './fold-for-search.ts';
import type { QueryTerm, SearchQuery } from './search-query.ts';

/** A place where a term stands, in the title or text as it is written. */
export type SearchHit = TextSpan & {
  /** Index among the query's terms. */
  readonly term: number;
};

/** What a query finds in one article. */
export type ArticleMatch = {
  /** Whether it takes the hidden passages to match: counted apart, never ranked with the others. */
  readonly isHiddenOnly: boolean;
  readonly titleHits: readonly SearchHit[];
  /** In the order of the text. */
  readonly textHits: readonly SearchHit[];
  /** Those that lie in a hidden passage, wholly or in part. */
  readonly hiddenHits: readonly SearchHit[];
  /** Greater is better; hidden hits count for nothing. */
  readonly score: number;
};

/** A title is chosen to say what an article is about. */
const TITLE_WEIGHT = 2;
/** Repeats add less and less, as in BM25 with the same constant. */
const SATURATION = 1.2;

/** Searches one article; null if it does not match. A query without a term to find matches nothing. */
export function searchArticle(article: FoldedArticle, query: SearchQuery): ArticleMatch | null {
  const wanted = query.terms.filter(({ isExcluded }) => !isExcluded);
  if (wanted.length === 0 || !wanted.every((term) => mayBeIn(article, term))) return null;

  const titleHits = hitsIn(article.title, query.terms);
  const allHits = hitsIn(article.text, query.terms);
  const isHidden = (hit: SearchHit) =>
    article.source.folds.some((fold) => hit.start < fold.end && fold.start < hit.end);
  const textHits = allHits.filter((hit) => !isHidden(hit));
  const shown = termsOf([...titleHits, ...textHits]);
  const isShown = agrees(query, shown);
  if (!isShown && !agrees(query, termsOf([...titleHits, ...allHits]))) return null;

  return {
    isHiddenOnly: !isShown,
    titleHits: titleHits.filter(({ term }) => !query.terms[term]?.isExcluded),
    textHits,
    hiddenHits: allHits.filter((hit) => isHidden(hit) && !query.terms[hit.term]?.isExcluded),
    score: isShown ? scoreOf(query, titleHits, textHits) : 0,
  };
}

function mayBeIn({ title, text }: FoldedArticle, term: QueryTerm): boolean {
  return mayHold(text.folded, term) || mayHold(title.folded, term);
}

function hitsIn({ folded, map }: FoldedText, terms: readonly QueryTerm[]): SearchHit[] {
  const atoms = atomsOf(folded);
  const hits = terms.flatMap((term, index) =>
    findTerm(folded, atoms, term).map((span) => ({ ...map.toOriginal(span), term: index })),
  );
  return hits.sort((a, b) => a.start - b.start || a.end - b.end || a.term - b.term);
}

function termsOf(hits: readonly SearchHit[]): Set<number> {
  return new Set(hits.map(({ term }) => term));
}

function agrees({ terms }: SearchQuery, found: ReadonlySet<number>): boolean {
  return terms.every(({ isExcluded }, index) => found.has(index) !== isExcluded);
}

function scoreOf({ terms }: SearchQuery, titleHits: readonly SearchHit[], textHits: readonly SearchHit[]): number {
  const count = (hits: readonly SearchHit[], index: number) => hits.filter(({ term }) => term === index).length;
  const weigh = (times: number) => times / (times + SATURATION);
  return terms.reduce(
    (sum, _, index) => sum + TITLE_WEIGHT * weigh(count(titleHits, index)) + weigh(count(textHits, index)),
    0,
  );
}
