import type { FoundArticle, MarkedField, MarkedText } from '#shared/contracts/search-messages.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { findHits, type QueryHit } from '#shared/search/evaluate/find-hits.ts';
import type { IndexDocument } from '#shared/search/model/index-document.ts';
import type { QueryNode } from '#shared/search/model/query.ts';
import { snippetsOf } from '#shared/search/snippets.ts';

/** Passages that are shown of one article. */
const SNIPPETS = 2;
/** Fields that are shown when neither title nor text says why an article was found. */
const ELSEWHERE = 3;
/** Places that a page steps through within one article. */
const MOST_SPANS = 1000;

/** Where a query stands in an article. */
export type ArticleHits = { readonly title: readonly QueryHit[]; readonly text: readonly QueryHit[] };

/** What of an article is looked through for hits. */
export type HitText = Pick<IndexDocument, 'title' | 'text' | 'folds'>;

/**
 * Finds what to mark in title and text.
 *
 * @param isHidden - whether hits in hidden passages are wanted, or those outside of them
 */
export function articleHits(root: QueryNode | null, { title, text, folds }: HitText, isHidden: boolean): ArticleHits {
  const lies = (hit: TextSpan) => folds.some((fold) => hit.start < fold.end && fold.start < hit.end);
  const all = findHits(root, 'text', text);
  return {
    title: findHits(root, 'title', title),
    text: folds.length === 0 ? all : all.filter((hit) => lies(hit) === isHidden),
  };
}

/** What the library says of an article, beside its words. */
export type ArticleFacts = { readonly publisher: string; readonly published: string; readonly language: string };

/** Describes a result: its best passages, each hit marked, and where else it fits. */
export function describeArticle(
  root: QueryNode | null,
  document: IndexDocument,
  facts: ArticleFacts,
  isHidden: boolean,
): FoundArticle {
  const { caseId, articleId, title, text } = document;
  const hits = articleHits(root, document, isHidden);
  const isSaid = hits.title.length > 0 || hits.text.length > 0;
  return {
    caseId,
    articleId,
    title: { text: title, start: 0, marks: unite(hits.title) },
    ...facts,
    hits: hits.title.length + hits.text.length,
    snippets: snippetsOf(text, hits.text, SNIPPETS).map(
      ({ start, end, marks }): MarkedText => ({
        text: text.slice(start, end),
        start,
        marks: marks.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
      }),
    ),
    elsewhere: isSaid ? [] : elsewhere(root, document),
    spans: unite(hits.text).slice(0, MOST_SPANS),
  };
}

function elsewhere(root: QueryNode | null, document: IndexDocument): MarkedField[] {
  const fields = [
    ['byline', document.byline],
    ['note', document.notes],
    ['highlight', document.highlights],
    ['entity', document.entities],
    ['event', document.events],
  ] as const;
  const found: MarkedField[] = [];
  for (const [field, texts] of fields) {
    for (const text of texts) {
      const hits = findHits(root, field, text);
      const [snippet] = hits.length === 0 ? [] : snippetsOf(text, hits, 1);
      if (!snippet) continue;
      const { start, end } = snippet;
      const marks = snippet.marks.map((mark) => ({ start: mark.start - start, end: mark.end - start }));
      found.push({ field, text: text.slice(start, end), start, marks });
      if (found.length === ELSEWHERE) return found;
    }
  }
  return found;
}

/** Hits of several terms may overlap: they are marked as one. */
function unite(hits: readonly TextSpan[]): TextSpan[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of hits) {
    const last = spans.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
