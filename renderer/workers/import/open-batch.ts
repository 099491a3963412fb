import type { ImportBatch, IncomingCapture } from '#renderer/data/import-batch.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { freshId, moment } from '#renderer/data/workspace-core.ts';
import type { Acquisition } from '#shared/domain/acquisition.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Container, RecordList } from '#shared/domain/container.ts';
import type { ArticleId, CaptureId, ImportId } from '#shared/domain/ids.ts';
import type { Outcome } from '#shared/domain/import.ts';
import { outcomeIdOf } from '#shared/domain/outcome-id.ts';
import type { ReadRows } from './article-rows.ts';

/** Files and articles of one batch: a transaction costs as much as some dozen of them, and keeps others from writing. */
const MOST_ITEMS = 500;
/** Lists of records of one batch, of some hundred each: files of millions of records that are no article have nothing else. */
const MOST_LISTS = 20;
/** Bytes of one batch: they stand in memory until it is stored. */
const MOST_BYTES = 12_000_000;

type BatchOf = Pick<ImportBatch, 'caseId' | 'group' | 'words'> & { readonly importId: ImportId };

/** Gathers what files bring until it is worth a transaction. */
export class OpenBatch {
  private readonly workspace: Workspace;
  private readonly of: BatchOf;
  private articles = new Map<ArticleId, Article>();
  private captures = new Map<CaptureId, IncomingCapture>();
  private texts: ImportBatch['texts'][number][] = [];
  private metadata: ImportBatch['metadata'][number][] = [];
  private sources: ImportBatch['sources'][number][] = [];
  private acquisitions: Acquisition[] = [];
  private containers: Container[] = [];
  private recordLists: RecordList[] = [];
  private outcomes: Outcome[] = [];
  private bytes = 0;

  constructor(workspace: Workspace, of: BatchOf) {
    this.workspace = workspace;
    this.of = of;
  }

  /** Whether it is time to store it. */
  get isFull(): boolean {
    const items = Math.max(this.outcomes.length, this.acquisitions.length);
    return items >= MOST_ITEMS || this.recordLists.length >= MOST_LISTS || this.bytes >= MOST_BYTES;
  }

  /** An article that waits in this batch; undefined for any other. */
  articleOf(id: ArticleId): Article | undefined {
    return this.articles.get(id);
  }

  /** Acquisitions that wait in this batch. */
  get acquired(): readonly Acquisition[] {
    return this.acquisitions;
  }

  /** Takes in bytes as they came. */
  keep(capture: IncomingCapture): void {
    if (this.captures.has(capture.id)) return;
    this.captures.set(capture.id, capture);
    this.bytes += capture.bytes.length;
  }

  /** Takes in the rows of an article. */
  add({ article, text, metadata, source }: ReadRows): void {
    this.articles.set(article.id, article);
    this.texts.push(text);
    this.metadata.push(...metadata);
    if (source) this.sources.push(source);
    this.bytes += text.text.length;
  }

  /** Takes an article that stands in the workspace into the case. */
  addStanding(article: Article): void {
    this.articles.set(article.id, article);
  }

  /** Notes that bytes came in. */
  acquire(how: Omit<Acquisition, 'id' | 'importId' | 'importedAt'>): void {
    const { core } = this.workspace;
    this.acquisitions.push({ ...how, id: freshId(core), importId: this.of.importId, importedAt: moment(core) });
  }

  /** Takes in what a file of many records was. */
  addContainer(container: Container): void {
    this.containers.push(container);
  }

  /** Takes in some records of a file. */
  addRecords(list: RecordList): void {
    this.recordLists.push(list);
  }

  /** Notes what became of a file, or of one of its records. */
  note(file: number, outcome: Omit<Outcome, 'id' | 'importId'>, record = 0): void {
    this.outcomes.push({ ...outcome, id: outcomeIdOf(file, record), importId: this.of.importId });
  }

  /**
   * Stores what was gathered and begins anew.
   *
   * @throws {AppError} `disk-full`; nothing of the batch is stored then
   */
  async store(): Promise<void> {
    const { caseId, group, words } = this.of;
    const { outcomes, acquisitions, containers, recordLists, articles, captures, texts, metadata, sources } = this;
    const isStep = acquisitions.length + containers.length + recordLists.length + articles.size > 0;
    if (isStep) {
      const kept = [...captures.values()];
      const made = { captures: kept, articles: [...articles.values()], texts, metadata, sources, acquisitions };
      await this.workspace.importBatch({ caseId, group, words, ...made, containers, recordLists, outcomes });
    } else if (outcomes.length > 0) {
      await this.workspace.imports.note({ outcomes });
    }
    this.articles = new Map();
    this.captures = new Map();
    this.texts = [];
    this.metadata = [];
    this.sources = [];
    this.acquisitions = [];
    this.containers = [];
    this.recordLists = [];
    this.outcomes = [];
    this.bytes = 0;
  }
}
