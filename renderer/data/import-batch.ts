import type { PlainRow } from '#shared/custody/change.ts';
import { creationByHash, difference } from '#shared/custody/make-change.ts';
import type { Acquisition } from '#shared/domain/acquisition.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Capture } from '#shared/domain/capture.ts';
import type { CaseArticle } from '#shared/domain/case-article.ts';
import type { Container, RecordList } from '#shared/domain/container.ts';
import type { ArticleId, CaptureId, CaseId, GroupId } from '#shared/domain/ids.ts';
import type { Outcome } from '#shared/domain/import.ts';
import type { Change } from '#shared/domain/ledger.ts';
import type { Metadata } from '#shared/domain/metadata.ts';
import type { Source } from '#shared/domain/source.ts';
import { type Row, rowId, type TableName } from '#shared/domain/tables.ts';
import type { TextVersion } from '#shared/domain/text-version.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { packBodies } from './body-store.ts';
import { keyOfRow } from './row-key.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';
import { moment, type WorkspaceCore } from './workspace-core.ts';

/** A capture as an importer hands it over. */
export type IncomingCapture = { readonly id: CaptureId; readonly mediaType: string; readonly bytes: Uint8Array };

/** A container as an importer hands it over, and some of its records. */
export type IncomingContainers = {
  readonly containers: readonly Container[];
  readonly recordLists: readonly RecordList[];
};

/** A text version as an importer hands it over. */
export type IncomingText = {
  readonly version: Omit<TextVersion, 'body'>;
  /** The words, or their bytes as UTF-8. */
  readonly text: string | Uint8Array<ArrayBuffer>;
};

/** What one stretch of an import brings: some hundreds of articles at most, so that memory stays flat. */
export type ImportBatch = Partial<IncomingContainers> & {
  readonly caseId: CaseId;
  /** The same for every batch of one import: one step, one undo. */
  readonly group: GroupId;
  /** How the import is called: `Import 12 files`. */
  readonly words: string;
  readonly captures: readonly IncomingCapture[];
  readonly articles: readonly Article[];
  readonly texts: readonly IncomingText[];
  readonly acquisitions: readonly Acquisition[];
  readonly metadata: readonly Metadata[];
  readonly sources: readonly Source[];
  readonly outcomes: readonly Outcome[];
};

/** What of a batch was new. */
export type ImportedBatch = {
  /** Articles that the workspace did not have. */
  readonly added: readonly ArticleId[];
  /** Articles that it had already: the same bytes at the same place of them. */
  readonly known: readonly ArticleId[];
};

/** What stands already: labels `table id`. */
type Standing = ReadonlySet<string>;

/**
 * Stores a batch in one transaction. What the workspace has already is not stored twice: the same bytes are one capture and
 * two acquisitions. The ledger names rows by hash, not by content.
 *
 * @throws {AppError} `bad-input` for a row that does not fit, `disk-full`; nothing of the batch is stored then
 */
export async function importBatch(core: WorkspaceCore, batch: ImportBatch): Promise<ImportedBatch> {
  const { db } = core.writer;
  // Sources come again with nearly every batch; all else is nearly always new, so it is looked up only when it is not.
  const sources = await standingOf(
    db,
    'sources',
    batch.sources.map(({ id }) => id),
  );
  try {
    return await storeBatch(core, batch, sources);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    return storeBatch(core, batch, await standingRows(db, batch));
  }
}

async function storeBatch(core: WorkspaceCore, batch: ImportBatch, standing: Standing): Promise<ImportedBatch> {
  const step = new BulkStep(standing);
  const { db, ports } = core.writer;
  const captures = batch.captures.filter(({ id }) => !standing.has(`captures ${id}`));
  const texts = batch.texts.filter(({ version }) => !standing.has(`texts ${version.id}`));
  const captureBodies = packBodies(
    captures.map(({ bytes }) => bytes),
    ports,
  );
  const encoder = new TextEncoder();
  const textBodies = packBodies(
    texts.map(({ text }) => (typeof text === 'string' ? encoder.encode(text) : text)),
    ports,
  );

  for (const source of batch.sources) step.add('sources', source);
  for (const [at, { id, mediaType, bytes }] of captures.entries()) {
    const body = captureBodies.references[at];
    if (body) step.add('captures', { id, mediaType, size: bytes.length, body } satisfies Capture);
  }
  for (const article of batch.articles) step.add('articles', article);
  for (const [at, { version }] of texts.entries()) {
    const body = textBodies.references[at];
    if (body) step.add('texts', { ...version, body });
  }
  for (const acquisition of batch.acquisitions) step.add('acquisitions', acquisition);
  for (const observed of batch.metadata) step.add('metadata', observed);
  for (const container of batch.containers ?? []) await step.tellAnew(db, 'containers', container);
  for (const list of batch.recordLists ?? []) await step.tellAnew(db, 'recordLists', list);
  const added = moment(core);
  for (const { id: articleId } of batch.articles) {
    const row: CaseArticle = {
      caseId: batch.caseId,
      articleId,
      status: 'inbox',
      tags: [],
      grade: null,
      note: '',
      added,
    };
    step.add('caseArticles', row);
  }

  await core.commit({
    caseId: batch.caseId,
    group: batch.group,
    action: 'article:import',
    words: batch.words,
    changes: step.changes,
    contents: step.contents,
    packs: [...captureBodies.packs, ...textBodies.packs],
    work: { outcomes: batch.outcomes },
  });
  const ids = [...new Set(batch.articles.map(({ id }) => id))];
  return {
    added: ids.filter((id) => !standing.has(`articles ${id}`)),
    known: ids.filter((id) => standing.has(`articles ${id}`)),
  };
}

/** Gathers rows to make by hash; a row that stands, or comes twice, is made once. */
class BulkStep {
  readonly changes: Change[] = [];
  readonly contents = new Map<string, PlainRow>();
  private readonly standing: Standing;

  constructor(standing: Standing) {
    this.standing = standing;
  }

  add<T extends TableName>(table: T, row: Row<T>): void {
    const label = `${table} ${rowId(table, row)}`;
    if (this.standing.has(label) || this.contents.has(label)) return;
    this.contents.set(label, row);
    this.changes.push(creationByHash(table, row));
  }

  /** Adds a row, or changes what stands: of a file that was read only in part all is told once it is read to its end. */
  async tellAnew<T extends 'containers' | 'recordLists'>(db: WorkbenchDatabase, table: T, row: Row<T>): Promise<void> {
    const before = this.standing.has(`${table} ${row.id}`) ? await db.rows(table).get(row.id) : undefined;
    if (before) this.changes.push(...difference(table, before, row));
    else this.add(table, row);
  }
}

async function standingRows(db: WorkbenchDatabase, batch: ImportBatch): Promise<Standing> {
  const sets = [
    await standingOf(
      db,
      'sources',
      batch.sources.map(({ id }) => id),
    ),
    await standingOf(
      db,
      'captures',
      batch.captures.map(({ id }) => id),
    ),
    await standingOf(
      db,
      'articles',
      batch.articles.map(({ id }) => id),
    ),
    await standingOf(
      db,
      'texts',
      batch.texts.map(({ version }) => version.id),
    ),
    await standingOf(
      db,
      'acquisitions',
      batch.acquisitions.map(({ id }) => id),
    ),
    await standingOf(
      db,
      'metadata',
      batch.metadata.map((row) => rowId('metadata', row)),
    ),
    await standingOf(
      db,
      'containers',
      (batch.containers ?? []).map(({ id }) => id),
    ),
    await standingOf(
      db,
      'recordLists',
      (batch.recordLists ?? []).map(({ id }) => id),
    ),
    await standingOf(
      db,
      'caseArticles',
      batch.articles.map(({ id }) => `${batch.caseId}/${id}`),
    ),
  ];
  return new Set(sets.flatMap((set) => [...set]));
}

async function standingOf(db: WorkbenchDatabase, table: TableName, ids: readonly string[]): Promise<Set<string>> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Set();
  const rows = await db.rows(table).bulkGet(unique.map((id) => keyOfRow(table, id)));
  return new Set(unique.filter((_, at) => rows[at]).map((id) => `${table} ${id}`));
}
