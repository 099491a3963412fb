import type { Article } from '#shared/domain/article.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import type { Fold } from '#shared/domain/text-version.ts';
import { type BodyStore, packReader } from './body-store.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** What is looked through of an article, but for its words. */
export type CaseTextRow = Pick<Article, 'id' | 'title' | 'textId' | 'published' | 'language'> & {
  readonly publisher: string;
};

/** The words of an article and which of its passages are hidden. */
export type CaseText = { readonly text: string; readonly folds: readonly Fold[] };

/** Reads the articles of one case with their texts, for jobs that look through all of them. */
export class CaseTexts {
  private readonly db: WorkbenchDatabase;
  private readonly caseId: CaseId;
  private readonly bodies: BodyStore;

  constructor(db: WorkbenchDatabase, caseId: CaseId) {
    this.db = db;
    this.caseId = caseId;
    this.bodies = packReader(db);
  }

  /** Every article of the case, in the order of ids. */
  async rows(): Promise<CaseTextRow[]> {
    const keys = await this.db.caseArticles
      .where('[caseId+articleId]')
      .between([this.caseId, ''], [this.caseId, '\uffff'])
      .primaryKeys();
    const articles = await this.db.articles.bulkGet(keys.map(([, articleId]) => articleId as ArticleId));
    const sources = new Map((await this.db.sources.toArray()).map(({ id, name }) => [id, name]));
    return articles.flatMap((article) => {
      if (!article) return [];
      const { id, title, textId, published, language, sourceId } = article;
      return [{ id, title, textId, published, language, publisher: (sourceId && sources.get(sourceId)) || '' }];
    });
  }

  /** The words of an article; null when no text could be read from its capture. */
  async textOf({ textId }: Pick<CaseTextRow, 'textId'>): Promise<CaseText | null> {
    const version = textId === null ? undefined : await this.db.texts.get(textId);
    if (!version) return null;
    const bytes = await this.bodies.read(version.body);
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), folds: version.folds };
  }
}
