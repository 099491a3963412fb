import type { Article } from '#shared/domain/article.ts';
import type { CaseArticle } from '#shared/domain/case-article.ts';
import type { ArticleId, CaseId, SourceId } from '#shared/domain/ids.ts';
import { inKeyOrder } from '../in-key-order.ts';
import type { ArticleColumnsRow } from '../stored-rows.ts';
import type { Deriver } from '../transaction/deriver.ts';
import type { RowChanges } from '../transaction/row-changes.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';
import { firstMinute } from './first-minute.ts';
import { type CasePlace, keepArticleEvents } from './keep-article-events.ts';
import { keptSource, sourceAliases } from './source-aliases.ts';

type Patch = (row: ArticleColumnsRow) => ArticleColumnsRow;

/** Keeps what the library shows of each article in each case, and numbers each change so that readers ask for what is new. */
export const keepArticleColumns: Deriver = async (db, changes) => {
  changes.tally?.note(changes);
  const places = changes.tally ? [] : await keepArticleEvents(db, changes);
  const fresh = await freshRows(db, changes);
  const patches = new Patches(new Map(fresh.map((row) => [labelOf(row), row])));
  patchCaseArticles(changes, patches);
  if (!changes.tally) patchHighlights(changes, patches);
  await patchArticles(db, changes, patches);
  await patchSources(db, changes, patches);
  await patchDuplicates(db, changes, patches);
  await patchEvents(db, places, patches);
  const rows = await patches.apply(db);
  const gone = changes.of('caseArticles').flatMap(({ before, after }) => (before && !after ? [before] : []));
  const removed = new Set(gone.map(labelOf));
  const kept = rows.filter((row) => !removed.has(labelOf(row)));
  await Promise.all([
    kept.length > 0 ? db.articleColumns.bulkPut(kept) : undefined,
    gone.length > 0 ? db.articleColumns.bulkDelete(inKeyOrder(gone.map(keyOf))) : undefined,
    noteChanges(db, changes, [...kept, ...gone]),
  ]);
};

/** Which places changed, a row for each case. */
async function noteChanges(db: WorkbenchDatabase, { revision, part }: RowChanges, places: readonly CasePlace[]) {
  const byCase = new Map<CaseId, ArticleId[]>();
  for (const { caseId, articleId } of places) {
    const ids = byCase.get(caseId) ?? [];
    byCase.set(caseId, ids);
    ids.push(articleId);
  }
  const rows = [...byCase].map(([caseId, articleIds]) => ({ caseId, revision, part, articleIds }));
  if (rows.length > 0) await db.columnChanges.bulkPut(rows);
}

/** Collects what changes in which row, then reads each row once. */
class Patches {
  private readonly fresh: Map<string, ArticleColumnsRow>;
  private readonly byRow = new Map<string, { place: CasePlace; patches: Patch[] }>();

  constructor(fresh: Map<string, ArticleColumnsRow>) {
    this.fresh = fresh;
  }

  add({ caseId, articleId }: CasePlace, patch: Patch): void {
    const label = labelOf({ caseId, articleId });
    const entry = this.byRow.get(label) ?? { place: { caseId, articleId }, patches: [] };
    entry.patches.push(patch);
    this.byRow.set(label, entry);
  }

  /** Rows as they are now; places that no case has are left out. */
  async apply(db: WorkbenchDatabase): Promise<ArticleColumnsRow[]> {
    const entries = [...this.byRow.entries()];
    const unread = entries.filter(([label]) => !this.fresh.has(label));
    const stored =
      unread.length === 0 ? [] : await db.articleColumns.bulkGet(unread.map(([, { place }]) => keyOf(place)));
    const rows = new Map(this.fresh);
    for (const row of stored) if (row) rows.set(labelOf(row), row);
    for (const [label, { patches }] of entries) {
      const row = rows.get(label);
      if (row)
        rows.set(
          label,
          patches.reduce((now, patch) => patch(now), row),
        );
    }
    return [...rows.values()];
  }
}

/** An article that comes into a case has no work on it yet, but for what the same step brings. */
async function freshRows(db: WorkbenchDatabase, changes: RowChanges): Promise<ArticleColumnsRow[]> {
  const added = changes.of('caseArticles').flatMap(({ before, after }) => (before === null && after ? [after] : []));
  if (added.length === 0) return [];
  const articles = await articlesOf(
    db,
    changes,
    added.map(({ articleId }) => articleId),
  );
  const publishers = await publishersOf(db, changes, articles);
  return added.flatMap((caseArticle) => {
    const article = articles.get(caseArticle.articleId);
    return article
      ? [{ ...rowWithWork(caseArticle, changes), ...ofArticle(article, publishers), ...ofCaseArticle(caseArticle) }]
      : [];
  });
}

async function articlesOf(db: WorkbenchDatabase, changes: RowChanges, ids: readonly ArticleId[]) {
  const articles = new Map<string, Article>();
  const unread: ArticleId[] = [];
  for (const id of ids) {
    const article = changes.get('articles', id)?.after;
    if (article) articles.set(id, article);
    else unread.push(id);
  }
  const stored = unread.length === 0 ? [] : await db.articles.bulkGet(unread);
  for (const article of stored) if (article) articles.set(article.id, article);
  return articles;
}

async function publishersOf(db: WorkbenchDatabase, changes: RowChanges, articles: ReadonlyMap<string, Article>) {
  const ids = [...new Set([...articles.values()].flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])))];
  const stored = ids.length === 0 ? [] : await db.sources.bulkGet(ids);
  const names = new Map(stored.flatMap((source) => (source ? [[source.id as string, source.name]] : [])));
  for (const { id, after } of changes.of('sources')) if (after) names.set(id, after.name);
  if (ids.length > 0) for (const [id, name] of await namesOfMerged(db, ids)) names.set(id, name);
  return names;
}

/** A publisher that was judged to be another goes by the other's name. */
async function namesOfMerged(db: WorkbenchDatabase, ids: readonly string[]): Promise<Map<string, string>> {
  const aliases = await sourceAliases(db);
  const merged = ids.flatMap((id) =>
    aliases.has(id as SourceId) ? [[id, keptSource(aliases, id as SourceId)] as const] : [],
  );
  const kept = merged.length === 0 ? [] : await db.sources.bulkGet(merged.map(([, to]) => to));
  return new Map(merged.flatMap(([id], at) => (kept[at] ? [[id, kept[at].name] as const] : [])));
}

function rowWithWork({ caseId, articleId }: CaseArticle, { tally }: RowChanges) {
  const { highlights, events } = tally?.of(articleId) ?? { highlights: 0, events: 0 };
  return { caseId, articleId, highlights, events, duplicates: 0 };
}

function ofArticle(article: Article, publishers: ReadonlyMap<string, string>) {
  return {
    title: article.title,
    sourceId: article.sourceId,
    publisher: publishers.get(article.sourceId ?? '') ?? '',
    byline: article.byline.join(', '),
    published: article.published ?? '',
    earliest: firstMinute(article.published),
    language: article.language ?? '',
    words: article.words,
  };
}

function ofCaseArticle({ status, tags, added }: CaseArticle) {
  return { status, tags, added: Date.parse(added) };
}

function patchCaseArticles(changes: RowChanges, patches: Patches): void {
  for (const { before, after } of changes.of('caseArticles')) {
    if (before && after) patches.add(after, (row) => ({ ...row, ...ofCaseArticle(after) }));
  }
}

function patchHighlights(changes: RowChanges, patches: Patches): void {
  for (const { before, after } of changes.of('highlights')) {
    if (before && !after) patches.add(before, (row) => ({ ...row, highlights: row.highlights - 1 }));
    if (!before && after) patches.add(after, (row) => ({ ...row, highlights: row.highlights + 1 }));
  }
}

async function patchArticles(db: WorkbenchDatabase, changes: RowChanges, patches: Patches): Promise<void> {
  const edited = changes.of('articles').flatMap(({ before, after }) => (before && after ? [after] : []));
  if (edited.length === 0) return;
  const cases = await caseIds(db);
  const publishers = await publishersOf(db, changes, new Map(edited.map((article) => [article.id, article])));
  for (const article of edited) {
    for (const caseId of cases) {
      patches.add({ caseId, articleId: article.id }, (row) => ({ ...row, ...ofArticle(article, publishers) }));
    }
  }
}

/** A publisher is renamed or merged so seldom that no index is kept for it. A new name is also that of those merged into it. */
async function patchSources(db: WorkbenchDatabase, changes: RowChanges, patches: Patches): Promise<void> {
  const isMerge = changes.of('decisions').some(({ before, after }) => (after ?? before)?.kind === 'source');
  const isRename = changes.of('sources').some(({ before, after }) => before && after && before.name !== after.name);
  if (isMerge || isRename) await patchEveryPublisher(db, patches);
}

async function patchEveryPublisher(db: WorkbenchDatabase, patches: Patches): Promise<void> {
  const aliases = await sourceAliases(db);
  const names = new Map((await db.sources.toArray()).map(({ id, name }) => [id, name]));
  await db.articleColumns.each((row) => {
    const publisher = row.sourceId === null ? '' : (names.get(keptSource(aliases, row.sourceId)) ?? '');
    if (publisher !== row.publisher) patches.add(row, (now) => ({ ...now, publisher }));
  });
}

/** Counted anew rather than added up: an article may be known in one case and come into another. */
async function patchDuplicates(db: WorkbenchDatabase, changes: RowChanges, patches: Patches): Promise<void> {
  const times = new Map<ArticleId, number>();
  for (const { before, after } of changes.of('acquisitions')) {
    const articleId = (after ?? before)?.articleId;
    if (articleId) times.set(articleId, (times.get(articleId) ?? 0) + 1);
  }
  for (const { before, after } of changes.of('caseArticles')) {
    if (before === null && after && !times.has(after.articleId)) times.set(after.articleId, 0);
  }
  const isFirstTime = ([id, count]: [ArticleId, number]) => count === 1 && changes.get('articles', id)?.before === null;
  const isGone = ([id]: [ArticleId, number]) => changes.get('articles', id)?.after === null;
  const known = [...times].filter((entry) => !isFirstTime(entry) && !isGone(entry)).map(([id]) => id);
  if (known.length === 0) return;
  const cases = await caseIds(db);
  if (cases.length === 0) return;
  // asked for together: to wait for each before the next is asked takes ten times as long
  const counts = await Promise.all(known.map((id) => db.acquisitions.where('articleId').equals(id).count()));
  for (const [at, articleId] of known.entries()) {
    const duplicates = Math.max(0, (counts[at] ?? 0) - 1);
    for (const caseId of cases) patches.add({ caseId, articleId }, (row) => ({ ...row, duplicates }));
  }
}

async function patchEvents(db: WorkbenchDatabase, places: readonly CasePlace[], patches: Patches): Promise<void> {
  const counts = await Promise.all(
    places.map(({ caseId, articleId }) =>
      db.articleEvents
        .where('[caseId+articleId+eventId]')
        .between([caseId, articleId, ''], [caseId, articleId, '\uffff'])
        .count(),
    ),
  );
  for (const [at, place] of places.entries()) {
    const events = counts[at] ?? 0;
    patches.add(place, (row) => ({ ...row, events }));
  }
}

async function caseIds(db: WorkbenchDatabase): Promise<CaseId[]> {
  return (await db.cases.toCollection().primaryKeys()) as CaseId[];
}

function keyOf({ caseId, articleId }: CasePlace): [string, string] {
  return [caseId, articleId];
}

function labelOf({ caseId, articleId }: CasePlace): string {
  return `${caseId} ${articleId}`;
}
