import { boundsOf } from '#shared/dates/edtf-bounds.ts';
import type { Article } from '#shared/domain/article.ts';
import type { CaseArticle } from '#shared/domain/case-article.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { TextVersion } from '#shared/domain/text-version.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { DayRange, FilterValue, IndexDocument } from '#shared/search/model/index-document.ts';
import { type BodyStore, packReader } from '../body-store.ts';
import { keptSource, type SourceAliases, sourceAliases } from '../derive/source-aliases.ts';
import type { ArticleColumnsRow } from '../stored-rows.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';
import { type ArticleWork, noWork, readWork } from './article-work.ts';
import type { Place } from './changed-places.ts';
import { languageLabel, statusLabels } from './filter-labels.ts';

const MINUTES_PER_DAY = 1440;
/** Days of 0001-01-01 and 9999-12-31: an open side reaches as far as calendars do. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** What is read of one article for the index. */
type Stored = {
  readonly columns: ArticleColumnsRow;
  readonly article: Article;
  readonly caseArticle: CaseArticle;
  readonly version: TextVersion | undefined;
};

/** Reads articles of cases as the search index takes them in. */
export class DocumentReader {
  private readonly db: WorkbenchDatabase;
  private readonly bodies: BodyStore;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(db: WorkbenchDatabase) {
    this.db = db;
    this.bodies = packReader(db);
  }

  /** Documents as they stand; a place that no case has any more is left out. */
  async read(places: readonly Place[]): Promise<IndexDocument[]> {
    const stored = await this.readRows(places);
    const work = await readWork(
      this.db,
      stored.map(({ columns }) => columns),
    );
    const aliases = await sourceAliases(this.db);
    const codebooks = await this.codebooksOf(new Set(stored.map(({ columns }) => columns.caseId)));
    const documents: IndexDocument[] = [];
    for (const [at, each] of stored.entries()) {
      const text = (await this.wordsOf(each.version)) ?? '';
      const codebook = codebooks.get(each.columns.caseId);
      documents.push(documentOf(each, text, work[at] ?? noWork, { codebook, aliases }));
    }
    return documents;
  }

  /** The words of articles, in the order of their ids; null where there are none. */
  async texts(articles: readonly Article[]): Promise<(Pick<IndexDocument, 'text' | 'folds'> | null)[]> {
    const versions = await this.versionsOf(articles);
    const texts: (Pick<IndexDocument, 'text' | 'folds'> | null)[] = [];
    for (const version of versions) {
      const text = await this.wordsOf(version);
      texts.push(version && text !== null ? { text, folds: version.folds } : null);
    }
    return texts;
  }

  /** Null where there are none. Verify names texts whose bytes are lost; here the rest of the article stays to be found. */
  private async wordsOf(version: TextVersion | undefined): Promise<string | null> {
    if (!version) return null;
    try {
      return this.decoder.decode(await this.bodies.read(version.body));
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return null;
      throw error;
    }
  }

  private async readRows(places: readonly Place[]): Promise<Stored[]> {
    const keys = places.map(({ caseId, articleId }): [string, string] => [caseId, articleId]);
    const [columns, caseArticles, articles] = await Promise.all([
      this.db.articleColumns.bulkGet(keys),
      this.db.caseArticles.bulkGet(keys),
      this.db.articles.bulkGet(places.map(({ articleId }) => articleId)),
    ]);
    const rows = columns.flatMap((row, at) => {
      const [article, caseArticle] = [articles[at], caseArticles[at]];
      return row && article && caseArticle ? [{ columns: row, article, caseArticle }] : [];
    });
    const versions = await this.versionsOf(rows.map(({ article }) => article));
    return rows.map((row, at) => ({ ...row, version: versions[at] }));
  }

  private async versionsOf(articles: readonly Article[]): Promise<(TextVersion | undefined)[]> {
    const ids = [...new Set(articles.flatMap(({ textId }) => textId ?? []))];
    const versions = new Map((await this.db.texts.bulkGet(ids)).map((row, at) => [ids[at], row]));
    return articles.map(({ textId }) => (textId === null ? undefined : versions.get(textId)));
  }

  private async codebooksOf(caseIds: ReadonlySet<CaseId>): Promise<Map<CaseId, Codebook>> {
    const books = new Map<CaseId, Codebook>();
    for (const caseId of caseIds) {
      const owner = await this.db.cases.get(caseId);
      const book = owner && (await this.db.codebooks.get(owner.codebookId));
      if (book) books.set(caseId, book);
    }
    return books;
  }
}

function documentOf(
  { columns, article, caseArticle, version }: Stored,
  text: string,
  work: ArticleWork,
  { codebook, aliases }: { codebook: Codebook | undefined; aliases: SourceAliases },
): IndexDocument {
  return {
    caseId: columns.caseId,
    articleId: article.id,
    title: article.title,
    text,
    folds: version?.folds ?? [],
    byline: article.byline,
    notes: caseArticle.note === '' ? [] : [caseArticle.note],
    highlights: work.notes,
    entities: work.names,
    events: work.eventWords,
    filters: {
      publisher:
        article.sourceId === null ? [] : [{ key: keptSource(aliases, article.sourceId), label: columns.publisher }],
      language: article.language === null ? [] : [languageLabel(article.language)],
      status: [{ key: caseArticle.status, label: statusLabels[caseArticle.status] }],
      tag: caseArticle.tags.map((tag) => ({ key: tag, label: tag })),
      entity: work.entities,
      'event-type': work.eventTypes.map((type) => ({
        key: type,
        label: codebook?.eventTypes.find(({ id }) => id === type)?.name ?? type,
      })),
      has: marksOf(columns, caseArticle, work),
      is: columns.duplicates > 0 ? [{ key: 'duplicate', label: 'duplicate' }] : [],
    },
    published: daysOf(article.published),
    imported: columns.added,
    words: article.words,
    counts: work.counts,
  };
}

function marksOf(columns: ArticleColumnsRow, caseArticle: CaseArticle, work: ArticleWork): FilterValue[] {
  const marks: [string, boolean][] = [
    ['highlights', columns.highlights > 0],
    ['events', columns.events > 0],
    ['entities', work.entities.length > 0],
    ['notes', caseArticle.note !== '' || work.notes.length > 0],
    ['tags', caseArticle.tags.length > 0],
  ];
  return marks.flatMap(([key, stands]) => (stands ? [{ key, label: key }] : []));
}

/** Whole days of 28-day months need no reader of EDTF, which takes half of the time that a document does. */
const PLAIN = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/u;

function daysOf(published: string | null): DayRange | null {
  if (published === null) return null;
  if (PLAIN.test(published)) {
    const day = Date.parse(published) / 60_000 / MINUTES_PER_DAY;
    return { first: day, last: day };
  }
  const bounds = boundsOf(published);
  if (bounds === null) return null;
  const day = (minutes: number) => Math.min(LAST_DAY, Math.max(FIRST_DAY, Math.floor(minutes / MINUTES_PER_DAY)));
  return { first: day(bounds.earliest), last: day(bounds.latest) };
}
