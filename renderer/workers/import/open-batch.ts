import type { ImportBatch } from '#renderer/data/import-batch.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { freshId, moment } from '#renderer/data/workspace-core.ts';
import type { Acquisition } from '#shared/domain/acquisition.ts';
import type { Article } from '#shared/domain/article.ts';
import type { ArticleId, CaptureId, ImportId, OutcomeId } from '#shared/domain/ids.ts';
import type { Outcome } from '#shared/domain/import.ts';
import type { ArticleRows } from './article-rows.ts';

/** Files of one batch: a transaction costs as much as some dozen small files. */
const MOST_FILES = 200;
/** Bytes of one batch: they stand in memory until it is stored. */
const MOST_BYTES = 8_000_000;

type BatchOf = Pick<ImportBatch, 'caseId' | 'group' | 'words'> & { readonly importId: ImportId };

/** Gathers what files bring until it is worth a transaction. */
export class OpenBatch {
  private readonly workspace: Workspace;
  private readonly of: BatchOf;
  private rows: ArticleRows[] = [];
  private articles = new Map<ArticleId, Article>();
  private acquisitions: Acquisition[] = [];
  private outcomes: Outcome[] = [];
  private bytes = 0;

  constructor(workspace: Workspace, of: BatchOf) {
    this.workspace = workspace;
    this.of = of;
  }

  /** Whether it is time to store it. */
  get isFull(): boolean {
    return this.outcomes.length >= MOST_FILES || this.bytes >= MOST_BYTES;
  }

  /** An article that waits in this batch; undefined for any other. */
  articleOf(id: ArticleId): Article | undefined {
    return this.articles.get(id);
  }

  /** Takes in the rows of an article. */
  add(rows: ArticleRows): void {
    this.rows.push(rows);
    for (const article of rows.articles) this.articles.set(article.id, article);
    for (const { bytes } of rows.captures) this.bytes += bytes.length;
  }

  /** Notes that bytes came in. */
  acquire(fileName: string, captureId: CaptureId, articleId: ArticleId, position = ''): void {
    const { core } = this.workspace;
    this.acquisitions.push({
      id: freshId(core),
      captureId,
      articleId,
      importId: this.of.importId,
      fileName,
      position,
      url: null,
      httpDate: null,
      capturedAt: null,
      capturedBy: null,
      capturedWith: null,
      importedAt: moment(core),
    });
  }

  /** Notes what became of a file. */
  note(fileName: string, verdict: Pick<Outcome, 'result' | 'reason' | 'articleId'>): void {
    const id = freshId<OutcomeId>(this.workspace.core);
    this.outcomes.push({ id, importId: this.of.importId, fileName, position: '', ...verdict });
  }

  /**
   * Stores what was gathered and begins anew.
   *
   * @throws {AppError} `disk-full`; nothing of the batch is stored then
   */
  async store(): Promise<void> {
    const { caseId, group, words } = this.of;
    const { outcomes, acquisitions } = this;
    if (outcomes.length === 0) return;
    if (acquisitions.length === 0) {
      await this.workspace.imports.note({ outcomes });
    } else {
      await this.workspace.importBatch({
        caseId,
        group,
        words,
        captures: this.rows.flatMap((rows) => rows.captures),
        articles: this.rows.flatMap((rows) => rows.articles),
        texts: this.rows.flatMap((rows) => rows.texts),
        acquisitions,
        metadata: this.rows.flatMap((rows) => rows.metadata),
        sources: this.rows.flatMap((rows) => rows.sources),
        outcomes,
      });
    }
    this.rows = [];
    this.articles = new Map();
    this.acquisitions = [];
    this.outcomes = [];
    this.bytes = 0;
  }
}
