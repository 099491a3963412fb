import type { Place } from '#renderer/data/search/changed-places.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import type { IndexRequest } from '#shared/search/model/search-results.ts';
import type { SearchIndex } from '#shared/search/search-index.ts';

/** Finds every document: none has fewer than no words. */
const EVERYTHING: IndexRequest['query'] = {
  root: { kind: 'range', name: 'words', range: { min: 0, max: null }, written: '' },
  errors: [],
};

/** The articles that an index holds, of one case or of all. */
export async function indexedPlaces(index: SearchIndex, caseId: CaseId | null): Promise<Place[]> {
  const { hits } = await index.search({
    query: EVERYTHING,
    caseId,
    cases: [],
    order: 'newest',
    freshAt: null,
    limit: Number.MAX_SAFE_INTEGER,
    skip: 0,
    facets: [],
    hidden: 'leave-out',
    job: unattended,
  });
  return hits.map((hit) => ({ caseId: hit.caseId as CaseId, articleId: hit.articleId as ArticleId }));
}
