import { creation } from '#shared/custody/make-change.ts';
import type { Acquisition } from '#shared/domain/acquisition.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Capture } from '#shared/domain/capture.ts';
import type { CaseArticle } from '#shared/domain/case-article.ts';
import type { ArticleId, CaptureId, CaseId, SourceId, TextId } from '#shared/domain/ids.ts';
import type { Metadata } from '#shared/domain/metadata.ts';
import type { Source } from '#shared/domain/source.ts';
import type { TextVersion } from '#shared/domain/text-version.ts';
import { lastRevision } from '../case-rows.ts';
import { keptSource, sourceAliases } from '../derive/source-aliases.ts';
import { editRows, readRow } from '../edit-rows.ts';
import type { ArticleColumnsRow } from '../stored-rows.ts';
import { moment, type WorkspaceCore } from '../workspace-core.ts';

/** An article with all that a reader shows beside its text. */
export type ArticleDetails = {
  readonly article: Article;
  /** Null when the article is in no such case. */
  readonly caseArticle: CaseArticle | null;
  readonly source: Source | null;
  readonly capture: Capture | null;
  readonly acquisitions: readonly Acquisition[];
  readonly metadata: readonly Metadata[];
};

/** A text version with its words. */
export type ArticleText = { readonly version: TextVersion; readonly text: string };

/** What an analyst may set of an article. */
export type ArticleFields = Partial<
  Pick<
    Article,
    | 'title'
    | 'byline'
    | 'sourceId'
    | 'url'
    | 'canonicalUrl'
    | 'language'
    | 'published'
    | 'modified'
    | 'section'
    | 'keywords'
  >
>;

/** What an analyst may set of an article within a case. */
export type CaseArticleFields = Partial<Pick<CaseArticle, 'status' | 'tags' | 'grade' | 'note'>>;

/** Reads and writes articles. */
export class ArticleRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** An article; undefined when there is none of that id. */
  async get(articleId: ArticleId): Promise<Article | undefined> {
    return this.core.writer.db.articles.get(articleId);
  }

  /** An article with all that is known of it; null when there is none of that id. */
  async details(caseId: CaseId, articleId: ArticleId): Promise<ArticleDetails | null> {
    const { db } = this.core.writer;
    const article = await db.articles.get(articleId);
    if (!article) return null;
    return {
      article,
      caseArticle: (await db.caseArticles.get([caseId, articleId])) ?? null,
      source: (article.sourceId && (await this.sourceOf(article.sourceId))) || null,
      capture: (await db.captures.get(article.captureId)) ?? null,
      acquisitions: await db.acquisitions.where('articleId').equals(articleId).sortBy('importedAt'),
      metadata: await db.metadata.where('[articleId+id]').between([articleId, ''], [articleId, '\uffff']).toArray(),
    };
  }

  /** The publisher, or the one that it was judged to be. */
  private async sourceOf(id: SourceId): Promise<Source | undefined> {
    const { db } = this.core.writer;
    return db.sources.get(keptSource(await sourceAliases(db), id));
  }

  /**
   * A text version with its words.
   *
   * @throws {AppError} `not-found` when the version or its bytes are gone
   */
  async text(textId: TextId): Promise<ArticleText> {
    const version = await readRow(this.core.writer.db, 'texts', textId);
    const bytes = await this.core.bodies.read(version.body);
    return { version, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  }

  /**
   * The bytes as they came.
   *
   * @throws {AppError} `not-found`
   */
  async captureBytes(captureId: CaptureId): Promise<{ capture: Capture; bytes: Uint8Array }> {
    const capture = await readRow(this.core.writer.db, 'captures', captureId);
    return { capture, bytes: await this.core.bodies.read(capture.body) };
  }

  /** What the library shows of every article of a case, in the order of ids. */
  async columns(caseId: CaseId): Promise<ArticleColumnsRow[]> {
    return this.core.writer.db.articleColumns
      .where('[caseId+articleId]')
      .between([caseId, ''], [caseId, '\uffff'])
      .toArray();
  }

  /** The highest revision of a case's rows, 0 for none: a live query on it hears of every change. */
  async lastRevision(caseId: CaseId): Promise<number> {
    return lastRevision(this.core.writer.db, caseId);
  }

  /**
   * Edits what is said of an article: in every case that has it.
   *
   * @throws {AppError} `not-found`, `conflict`
   */
  async edit(caseId: CaseId, articleId: ArticleId, fields: ArticleFields): Promise<void> {
    const { title } = await readRow(this.core.writer.db, 'articles', articleId);
    await editRows(this.core, [articleId], {
      caseId,
      action: 'article:edit',
      words: `Edit the ${Object.keys(fields).join(', ')} of "${title}"`,
      table: 'articles',
      edit: (row) => ({ ...row, ...fields }),
    });
  }

  /**
   * Edits articles within a case as one step: status, tags, grade, note.
   *
   * @param words - how the step is called: `Set 12 articles to done`
   * @throws {AppError} `not-found`, `conflict`
   */
  async editInCase(
    caseId: CaseId,
    articleIds: readonly ArticleId[],
    words: string,
    edit: (row: CaseArticle) => CaseArticleFields,
  ): Promise<void> {
    const ids = articleIds.map((articleId) => `${caseId}/${articleId}`);
    await editRows(this.core, ids, {
      caseId,
      action: 'article:triage',
      words,
      table: 'caseArticles',
      edit: (row) => ({ ...row, ...edit(row) }),
    });
  }

  /** Adds articles to a case, in its inbox; those that are in it already stay as they are. */
  async addToCase(caseId: CaseId, articleIds: readonly ArticleId[]): Promise<void> {
    const { db } = this.core.writer;
    const known = await db.caseArticles.bulkGet(articleIds.map((articleId): [string, string] => [caseId, articleId]));
    const added = moment(this.core);
    const rows = articleIds
      .filter((_, at) => !known[at])
      .map(
        (articleId): CaseArticle => ({ caseId, articleId, status: 'inbox', tags: [], grade: null, note: '', added }),
      );
    if (rows.length === 0) return;
    await this.core.commit({
      caseId,
      action: 'article:add',
      words: rows.length === 1 ? 'Add an article to the case' : `Add ${rows.length} articles to the case`,
      changes: rows.map((row) => creation('caseArticles', row)),
    });
  }

  /** Ids of a case's articles, in the order of ids. */
  async idsInCase(caseId: CaseId): Promise<ArticleId[]> {
    const keys = await this.core.writer.db.caseArticles
      .where('[caseId+articleId]')
      .between([caseId, ''], [caseId, '\uffff'])
      .primaryKeys();
    return keys.map(([, articleId]) => articleId as ArticleId);
  }
}
