import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import type { IndexDocument } from '#shared/search/model/index-document.ts';

/** An id that the eye can tell: `a(7)` ends in 7. */
export function sampleId(kind: 'case' | 'article', number: number): string {
  return `${kind === 'case' ? 'c' : 'a'}0000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A document with nothing but what is given. */
export function sampleDocument(number: number, given: Partial<IndexDocument> = {}): IndexDocument {
  return {
    caseId: sampleId('case', 1) as CaseId,
    articleId: sampleId('article', number) as ArticleId,
    title: '',
    text: '',
    folds: [],
    byline: [],
    notes: [],
    highlights: [],
    entities: [],
    events: [],
    filters: {},
    published: null,
    imported: 0,
    words: 0,
    counts: [],
    ...given,
  };
}
