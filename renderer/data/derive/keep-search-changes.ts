import type { ArticleId, CaseId, EntityId, HighlightId, SourceId } from '#shared/domain/ids.ts';
import type { NewSearchChange } from '../stored-rows.ts';
import type { Deriver } from '../transaction/deriver.ts';
import type { RowChanges } from '../transaction/row-changes.ts';

/** A change that means nothing for the index. */
export const noSearchChange: NewSearchChange = {
  places: [],
  articles: [],
  highlights: [],
  entities: [],
  events: [],
  sources: [],
  names: [],
  cases: [],
};

/** Lists what the search index has to look at again, in the very step that changes it: what is committed is found, come what may. */
export const keepSearchChanges: Deriver = async (db, changes) => {
  const { highlights, events, articlesOfHighlights } = codedIn(changes);
  const change: NewSearchChange = {
    places: [...placesIn(changes), ...articlesOfHighlights],
    articles: articlesIn(changes),
    highlights,
    events,
    entities: changes.of('entities').flatMap(({ before }) => (before ? [before.id] : [])),
    names: changes.of('entities').map(({ id }) => id as EntityId),
    sources: sourcesIn(changes),
    cases: changes.of('cases').flatMap(({ before, after }) => {
      return before && after && before.codebookId !== after.codebookId ? [after.id] : [];
    }),
  };
  if (Object.values(change).every((ids) => ids.length === 0)) return;
  await db.searchChanges.add({ ...change, seq: changes.revision, part: changes.part });
};

function placesIn(changes: RowChanges): [CaseId, ArticleId][] {
  return changes.of('caseArticles').flatMap(({ before, after }): [CaseId, ArticleId][] => {
    const row = after ?? before;
    return row ? [[row.caseId, row.articleId]] : [];
  });
}

/** Edited articles, and those whose bytes came in again; a new one comes with its place in a case. */
function articlesIn(changes: RowChanges): ArticleId[] {
  const ids = new Set<ArticleId>();
  for (const { before } of changes.of('articles')) if (before) ids.add(before.id);
  for (const { before, after } of changes.of('acquisitions')) {
    const articleId = (after ?? before)?.articleId;
    if (articleId && changes.get('articles', articleId)?.before !== null) ids.add(articleId);
  }
  return [...ids];
}

/** Publishers that were edited, and those that were judged to be another, or no longer. */
function sourcesIn(changes: RowChanges): SourceId[] {
  const judged = changes.of('decisions').flatMap(({ before, after }) => [before, after]);
  return [
    ...changes.of('sources').flatMap(({ before }) => (before ? [before.id] : [])),
    ...judged.flatMap((row) => (row?.kind === 'source' ? [row.a as SourceId, row.b as SourceId] : [])),
  ];
}

/** Work on articles; a case that comes in whole brings it with its articles, which are listed anyway. */
function codedIn(changes: RowChanges) {
  if (changes.tally) return { highlights: [], events: [], articlesOfHighlights: [] };
  const highlights = new Set<HighlightId>();
  for (const table of ['mentions', 'claims'] as const) {
    for (const { before, after } of changes.of(table)) {
      for (const id of [...(before?.highlightIds ?? []), ...(after?.highlightIds ?? [])]) highlights.add(id);
    }
  }
  const articlesOfHighlights = changes.of('highlights').flatMap(({ before, after }): [CaseId, ArticleId][] => {
    const row = after ?? before;
    return row ? [[row.caseId, row.articleId]] : [];
  });
  const events = changes.of('events').flatMap(({ before }) => (before ? [before.id] : []));
  return { highlights: [...highlights], events, articlesOfHighlights };
}
