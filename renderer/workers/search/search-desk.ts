import type { Place } from '#renderer/data/search/changed-places.ts';
import type { DocumentReader } from '#renderer/data/search/document-reader.ts';
import type { FoundRows } from '#renderer/data/search/found-rows.ts';
import type {
  ConcordanceLine,
  FoundArticle,
  FoundEntity,
  FoundEvent,
  IndexAnswers,
  LinesAnswer,
  NarrowName,
  SearchAnswer,
  SearchQuestion,
  SomeOf,
} from '#shared/contracts/search-messages.ts';
import type { ArticleId, CaseId, EntityId } from '#shared/domain/ids.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { throwIfCancelled } from '#shared/kernel/job-control.ts';
import type { QueryNode } from '#shared/search/model/query.ts';
import type { IndexHit, IndexRequest } from '#shared/search/model/search-results.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { contextOf, sortLines } from './concordance-lines.ts';
import { articleHits, describeArticle } from './describe-article.ts';
import type { IndexLife, StatedResults } from './index-life.ts';
import { type Asking, indexRequest, type RequestPart, shownFacets } from './index-request.ts';

/** Articles that are looked through for places: of more the best are, and it is said so. */
const MOST_READ = 5000;
/** Articles read at once. */
const CHUNK = 50;
const DAY_MS = 86_400_000;

type Job = Pick<JobControl, 'signal' | 'pause'>;

/** Answers questions about articles from the index, and reads from the store what lists show of them. */
export class SearchDesk {
  private readonly life: IndexLife;
  private readonly reader: DocumentReader;
  private readonly rows: FoundRows;
  private readonly now: () => number;

  constructor(life: IndexLife, reader: DocumentReader, rows: FoundRows, now: () => number) {
    this.life = life;
    this.reader = reader;
    this.rows = rows;
    this.now = now;
  }

  /** The first results, all counts and facets. */
  async search(question: SearchQuestion, limit: number, withHidden: boolean, job: Job): Promise<SearchAnswer> {
    const began = this.now();
    const asking = await this.asking(job);
    const found = await this.find(question, { facets: shownFacets, hidden: 'count', limit }, asking);
    const facets = { ...found.facets, ...(await this.ownFacets(question, asking)) };
    const took = this.now() - began;
    const { root } = parseQuery(question.typed);
    const results = await this.describe(root, found.hits, false, job);
    const hiddenPart: RequestPart = { facets: [], hidden: 'hand-out', limit };
    const hiddenHits = withHidden ? (await this.find(question, hiddenPart, asking)).hits : [];
    const isAll = results.length === found.total;
    return {
      results,
      articles: found.total,
      hits: isAll ? results.reduce((sum, { hits }) => sum + hits, 0) : null,
      hidden: await this.describe(root, hiddenHits, true, job),
      hiddenArticles: found.hiddenOnly ?? 0,
      searched: found.searched,
      facets,
      corpus: found.corpus,
      took,
    };
  }

  /** How many places there are in all found articles; null when they are too many to look through. */
  async hits(question: SearchQuestion, job: Job): Promise<number | null> {
    const found = await this.all(question, job);
    if (found.total > MOST_READ) return null;
    let count = 0;
    await this.eachArticle(question, found.hits, job, (_, { title, text }) => {
      count += title.length + text.length;
    });
    return count;
  }

  /** Places in context, in order; `Infinity` for all of what was read. */
  async lines(question: SearchQuestion, sort: LinesSort, limit: number, job: Job): Promise<LinesAnswer> {
    const found = await this.all(question, job);
    const read = found.hits.slice(0, MOST_READ);
    const lines: ConcordanceLine[] = [];
    await this.eachArticle(question, read, job, (facts, { text: hits }, text) => {
      for (const { start, end } of hits)
        lines.push({ ...facts, span: { start, end }, ...contextOf(text, { start, end }) });
    });
    const sorted = sortLines(lines, sort);
    return { lines: sorted.slice(0, limit), total: lines.length, read: read.length, articles: found.total };
  }

  /** Events that the found articles speak of, those of most articles first. */
  async events(question: SearchQuestion, limit: number, job: Job): Promise<SomeOf<FoundEvent>> {
    const found = await this.all(question, job);
    const events = await this.rows.events(found.hits.map(placeOf));
    const listed = events.map(({ event, articles }): FoundEvent => {
      const { caseId, id, type, title, when } = event;
      return { caseId, eventId: id, type, title, when: when ?? '', articles };
    });
    listed.sort((a, b) => b.articles - a.articles || (a.title < b.title ? -1 : 1));
    return { found: listed.slice(0, limit), total: listed.length };
  }

  /** Entities that the found articles mention, those of most articles first. */
  async entities(question: SearchQuestion, limit: number, job: Job): Promise<SomeOf<FoundEntity>> {
    const part: RequestPart = { facets: ['entity'], hidden: 'leave-out', limit: 0 };
    const counts = (await this.find(question, part, await this.asking(job))).facets.entity ?? [];
    const rows = await this.rows.entities(counts.slice(0, limit).map(({ key }) => key as EntityId));
    const found = counts.slice(0, limit).map(({ key, label, count }): FoundEntity => {
      const row = rows.get(key);
      return { entityId: key as EntityId, name: row?.name ?? label, type: row?.type ?? '', articles: count };
    });
    return { found, total: counts.length };
  }

  /** How many articles there are, and how many of them came into their case after a moment. */
  async newSince(question: SearchQuestion, since: number | null, job: Job): Promise<IndexAnswers['new-since']> {
    const asking = await this.asking(job);
    const whole: RequestPart = { facets: [], hidden: 'leave-out', limit: 0 };
    const { total } = await this.find(question, whole, asking);
    if (since === null) return { articles: total, fresh: total };
    const request = indexRequest(question, { ...whole, limit: Number.MAX_SAFE_INTEGER }, asking);
    const late: QueryNode = {
      kind: 'range',
      name: 'imported',
      range: { min: Math.floor(since / DAY_MS), max: null },
      written: '',
    };
    const { root } = request.query;
    const query = { ...request.query, root: root && { kind: 'and' as const, children: [root, late] } };
    const { hits } = await this.life.search({ ...request, query });
    // the index knows the day, the store the moment
    const rows = await this.rows.columns(hits.map(placeOf));
    return { articles: total, fresh: rows.filter((row) => row && row.added > since).length };
  }

  /** Goes through every found article that may be read, the first results first. */
  async eachFound(
    question: SearchQuestion,
    job: Job,
    visit: (found: FoundArticle, place: Place) => void,
  ): Promise<{ read: number; articles: number }> {
    const { hits, total } = await this.all(question, job);
    const { root } = parseQuery(question.typed);
    for (let at = 0; at < hits.length; at += CHUNK) {
      throwIfCancelled(job);
      for (const found of await this.describe(root, hits.slice(at, at + CHUNK), false, job)) visit(found, found);
      await job.pause();
    }
    return { read: hits.length, articles: total };
  }

  private async asking(job: Job): Promise<Asking> {
    return { cases: await this.rows.cases(), job, now: this.now() };
  }

  private find(question: SearchQuestion, part: RequestPart, asking: Asking): Promise<StatedResults> {
    return this.life.search(indexRequest(question, part, asking));
  }

  private async all(question: SearchQuestion, job: Job): Promise<StatedResults> {
    const part: RequestPart = { facets: [], hidden: 'leave-out', limit: Number.MAX_SAFE_INTEGER };
    return this.find(question, part, await this.asking(job));
  }

  /** Of a group that is narrowed its other values are counted too, as if it were not: they are alternatives. */
  private async ownFacets(question: SearchQuestion, asking: Asking): Promise<SearchAnswer['facets']> {
    const facets: { [Name in NarrowName]?: SearchAnswer['facets'][Name] } = {};
    for (const name of new Set(question.narrowed.map((one) => one.name))) {
      const others = question.narrowed.filter((one) => one.name !== name);
      const part: RequestPart = { facets: [name], hidden: 'leave-out', limit: 0 };
      const found = await this.find({ ...question, narrowed: others }, part, asking);
      facets[name] = found.facets[name] ?? [];
    }
    return facets;
  }

  private async describe(
    root: IndexRequest['query']['root'],
    hits: readonly IndexHit[],
    isHidden: boolean,
    job: Job,
  ): Promise<FoundArticle[]> {
    const described: FoundArticle[] = [];
    for (let at = 0; at < hits.length; at += CHUNK) {
      throwIfCancelled(job);
      const places = hits.slice(at, at + CHUNK).map(placeOf);
      const documents = await this.reader.read(places);
      const columns = new Map(
        (await this.rows.columns(places)).map((row) => [`${row?.caseId} ${row?.articleId}`, row]),
      );
      for (const document of documents) {
        const row = columns.get(`${document.caseId} ${document.articleId}`);
        const facts = {
          publisher: row?.publisher ?? '',
          published: row?.published ?? '',
          language: row?.language ?? '',
        };
        described.push(describeArticle(root, document, facts, isHidden));
      }
      await job.pause();
    }
    return described;
  }

  private async eachArticle(
    { typed }: SearchQuestion,
    hits: readonly IndexHit[],
    job: Job,
    visit: (facts: LineFacts, hits: ReturnType<typeof articleHits>, text: string) => void,
  ): Promise<void> {
    const { root } = parseQuery(typed);
    for (let at = 0; at < hits.length; at += CHUNK) {
      throwIfCancelled(job);
      const places = hits.slice(at, at + CHUNK).map(placeOf);
      const [articles, columns] = await Promise.all([this.rows.articles(places), this.rows.columns(places)]);
      const standing = places.flatMap((place, next) => {
        const [article, row] = [articles[next], columns[next]];
        return article && row ? [{ place, article, row }] : [];
      });
      const texts = await this.reader.texts(standing.map(({ article }) => article));
      for (const [next, { place, article, row }] of standing.entries()) {
        const { text, folds } = texts[next] ?? { text: '', folds: [] };
        const { publisher, published, language } = row;
        visit(
          { ...place, publisher, published, language },
          articleHits(root, { title: article.title, text, folds }, false),
          text,
        );
      }
      await job.pause();
    }
  }
}

type LinesSort = Parameters<typeof sortLines>[1];
type LineFacts = Pick<ConcordanceLine, 'caseId' | 'articleId' | 'publisher' | 'published' | 'language'>;

function placeOf({ caseId, articleId }: IndexHit): Place {
  return { caseId: caseId as CaseId, articleId: articleId as ArticleId };
}
