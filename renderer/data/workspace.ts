import { generalCodebook } from '#shared/domain/general-codebook.ts';
import type { CaseId, PersonId } from '#shared/domain/ids.ts';
import type { LedgerHead } from '#shared/domain/ledger.ts';
import type { CaseRestored, CaseSource } from '#shared/exchange/case-ports.ts';
import { type JobControl, unattended } from '#shared/kernel/job-control.ts';
import type { Ports } from '#shared/kernel/ports.ts';
import { packedBodies } from './body-store.ts';
import { type CollectedCase, collectCase } from './collect-case.ts';
import { commitStep, type Writer } from './commit.ts';
import { keepArticleColumns } from './derive/keep-article-columns.ts';
import { keepNames } from './derive/keep-names.ts';
import { keepPointers } from './derive/keep-pointers.ts';
import { keepSearchChanges } from './derive/keep-search-changes.ts';
import { refuseDangling } from './derive/refuse-dangling.ts';
import { openDevice } from './device.ts';
import { type ImportBatch, type ImportedBatch, importBatch } from './import-batch.ts';
import { DATABASE_NAME, openDatabase } from './open-database.ts';
import { type CaseRemoval, previewRemoval, removeCase } from './remove-case.ts';
import { ArticleRepository } from './repositories/articles.ts';
import { BinRepository } from './repositories/bin.ts';
import { CaseRepository } from './repositories/cases.ts';
import { ClaimRepository } from './repositories/claims.ts';
import { CodebookRepository } from './repositories/codebooks.ts';
import { DecisionRepository } from './repositories/decisions.ts';
import { EntityRepository } from './repositories/entities.ts';
import { EventRepository } from './repositories/events.ts';
import { HighlightRepository } from './repositories/highlights.ts';
import { HistoryRepository } from './repositories/history.ts';
import { ImportRepository } from './repositories/imports.ts';
import { MappingRepository } from './repositories/mappings.ts';
import { EntityNoteRepository } from './repositories/notes.ts';
import { PersonRepository } from './repositories/people.ts';
import { SearchRepository } from './repositories/searches.ts';
import { SourceRepository } from './repositories/sources.ts';
import { restoreCase } from './restore-case.ts';
import type { CasePlacing } from './shared-facts.ts';
import { sweepLeftovers } from './staging.ts';
import type { Commit, Committed, Step } from './step.ts';
import { sweepAside } from './sweep-aside.ts';
import { redo, type UndoWords, undo, undoWords } from './take-back.ts';
import type { Deriver } from './transaction/deriver.ts';
import { writeTransaction } from './transaction/write-transaction.ts';
import type { VerifyReport } from './verify/verify-report.ts';
import { verifyStore } from './verify/verify-store.ts';
import type { IndexedDbPort, WorkbenchDatabase } from './workbench-database.ts';
import type { WorkspaceCore } from './workspace-core.ts';

/** What a workspace is opened with. */
export type WorkspaceOptions = Ports & {
  /** The browser's own unless a test brings another. */
  readonly store?: IndexedDbPort;
  readonly name?: string;
  /** Further derivers, run within each step's transaction after those of the store itself. */
  readonly derivers?: readonly Deriver[];
};

/** The store of this machine: read by repositories, written by steps. */
export class Workspace {
  readonly core: WorkspaceCore;
  readonly cases: CaseRepository;
  readonly articles: ArticleRepository;
  readonly highlights: HighlightRepository;
  readonly decisions: DecisionRepository;
  readonly entities: EntityRepository;
  readonly entityNotes: EntityNoteRepository;
  readonly events: EventRepository;
  readonly claims: ClaimRepository;
  readonly people: PersonRepository;
  readonly sources: SourceRepository;
  readonly history: HistoryRepository;
  readonly codebooks: CodebookRepository;
  readonly imports: ImportRepository;
  readonly mappings: MappingRepository;
  readonly bin: BinRepository;
  readonly searches: SearchRepository;

  constructor(writer: Writer) {
    const commit: Commit = (step) => commitStep(writer, step);
    this.core = { writer, commit, bodies: packedBodies(writer.db), personId: writer.device.personId };
    this.cases = new CaseRepository(this.core);
    this.articles = new ArticleRepository(this.core);
    this.highlights = new HighlightRepository(this.core);
    this.decisions = new DecisionRepository(this.core);
    this.entities = new EntityRepository(this.core);
    this.entityNotes = new EntityNoteRepository(this.core);
    this.events = new EventRepository(this.core);
    this.claims = new ClaimRepository(this.core);
    this.people = new PersonRepository(this.core);
    this.sources = new SourceRepository(this.core);
    this.history = new HistoryRepository(this.core);
    this.codebooks = new CodebookRepository(this.core);
    this.imports = new ImportRepository(this.core);
    this.mappings = new MappingRepository(this.core);
    this.bin = new BinRepository(this.core);
    this.searches = new SearchRepository(this.core);
  }

  /** The database, for live queries that a repository does not offer; written by steps alone. */
  get db(): WorkbenchDatabase {
    return this.core.writer.db;
  }

  /** Who works on this device. */
  get personId(): PersonId {
    return this.core.personId;
  }

  /**
   * Makes a step happen: whole, or not at all.
   *
   * @throws {AppError} `conflict`, `bad-input`, `disk-full`; nothing has changed then
   */
  commit(step: Step): Promise<Committed> {
    return this.core.commit(step);
  }

  /**
   * Takes back the last step of this person in this case; see `undo` of `take-back`.
   *
   * @returns what was taken back, in words; null when there is nothing
   * @throws {AppError} `conflict`; nothing is changed then
   */
  undo(caseId: CaseId | null): Promise<string | null> {
    return undo(this.core.writer, caseId);
  }

  /**
   * Brings again the step that was last taken back.
   *
   * @returns what was brought again, in words; null when there is nothing
   * @throws {AppError} `conflict`; nothing is changed then
   */
  redo(caseId: CaseId | null): Promise<string | null> {
    return redo(this.core.writer, caseId);
  }

  /**
   * Stores a stretch of an import; see `importBatch`.
   *
   * @throws {AppError} `bad-input`, `disk-full`; nothing of the batch is stored then
   */
  importBatch(batch: ImportBatch): Promise<ImportedBatch> {
    return importBatch(this.core, batch);
  }

  /**
   * Opens a case for reading from beginning to end: for a case file or a safety copy.
   *
   * @throws {AppError} `not-found` when there is no such case
   */
  collectCase(caseId: CaseId): Promise<CollectedCase> {
    return collectCase(this.core, this.history, caseId);
  }

  /**
   * Writes a whole case into the workspace in one atomic step; see `restoreCase`.
   *
   * @throws {AppError} `conflict`, `altered`, `bad-input`, `cancelled`, `disk-full`; nothing has changed then
   */
  restoreCase(
    source: CaseSource,
    job: JobControl = unattended,
    placing: CasePlacing = 'where-none-stands',
  ): Promise<CaseRestored> {
    return restoreCase(this.core, source, job, placing);
  }

  /**
   * Says what would go with a case.
   *
   * @throws {AppError} `not-found`
   */
  previewRemoval(caseId: CaseId): Promise<CaseRemoval> {
    return previewRemoval(this.core, caseId);
  }

  /**
   * Removes a case of which a file was written; see `removeCase`.
   *
   * @throws {AppError} `not-found`, `conflict`; nothing has changed then
   */
  removeCase(caseId: CaseId, heads: readonly LedgerHead[]): Promise<void> {
    return removeCase(this.core, caseId, heads);
  }

  /**
   * Hashes everything again and names each fault; see `verifyStore`.
   *
   * @param caseId - null for the whole workspace
   * @throws {AppError} `cancelled`, `not-found`
   */
  verify(caseId: CaseId | null, job: JobControl = unattended): Promise<VerifyReport> {
    return verifyStore(this.core, (head) => this.history.signed(head), caseId, job);
  }

  /** What Undo and Redo would do, in words; null when there is nothing. */
  undoWords(caseId: CaseId | null): Promise<UndoWords> {
    return undoWords(this.core.writer, caseId);
  }

  /** Lets go of the database: other windows may then migrate or delete it. */
  close(): void {
    this.db.close();
  }
}

/** In this order: what may not dangle is seen once pointers are kept. */
const ownDerivers: readonly Deriver[] = [
  keepPointers,
  refuseDangling,
  keepNames,
  keepArticleColumns,
  keepSearchChanges,
];

/**
 * Opens the workspace of this machine, making it at the first start.
 *
 * @throws {AppError} `newer-version` for a store from a later version, which is left untouched; `disk-full`, `unavailable`
 */
export async function openWorkspace({ store, name, derivers = [], ...ports }: WorkspaceOptions): Promise<Workspace> {
  const db = await openDatabase(
    store ?? { indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange },
    name ?? DATABASE_NAME,
  );
  const device = await openDevice(db, ports);
  await keepBuiltIns(db);
  await sweepLeftovers(db, ports.now());
  await sweepAside(db, device.personId);
  return new Workspace({ db, device, ports, derivers: [...ownDerivers, ...derivers] });
}

/** The built-in codebook is the program's, not the analyst's: it comes without a ledger entry. */
async function keepBuiltIns(db: WorkbenchDatabase): Promise<void> {
  if (await db.codebooks.get(generalCodebook.id)) return;
  await writeTransaction(db, async () => {
    await db.codebooks.put(generalCodebook);
  });
}
