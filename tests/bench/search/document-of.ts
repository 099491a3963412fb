import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import type { IndexDocument } from '#shared/search/model/index-document.ts';
import type { BenchArticle } from './bench-article.ts';

/** The case of all articles. */
export const BENCH_CASE = 'c0000000-0000-7000-8000-000000000001';
const DAY_MS = 86_400_000;

/** An article as the index takes it in, with what a desk would filter by. */
export function documentOf({ id, title, body, date, source }: BenchArticle): IndexDocument {
  const day = Math.floor(date / DAY_MS);
  return {
    caseId: BENCH_CASE as CaseId,
    articleId: `a0000000-0000-7000-8000-${id.toString(16).padStart(12, '0')}` as ArticleId,
    title,
    text: body,
    folds: [],
    byline: [],
    notes: [],
    highlights: [],
    entities: [],
    events: [],
    filters: {
      publisher: [{ key: source, label: source }],
      language: [{ key: 'en', label: 'English' }],
    },
    published: { first: day, last: day },
    imported: date,
    words: Math.round(body.length / 6),
    counts: [],
  };
}
