import type { SteppedImport } from '#renderer/data/repositories/imports.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import type { ChosenFile, ImportCounts } from '#shared/contracts/import-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Import, ImportChoices } from '#shared/domain/import.ts';
import type { Mapping } from '#shared/domain/mapping.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { FileIntake, type Intake } from './file-intake.ts';
import type { FileVerdict } from './file-tally.ts';
import { OpenBatch } from './open-batch.ts';
import { type ParseTask, parseHere } from './parse-here.ts';
import type { ParserEvent } from './parsed-file.ts';
import { type FileParser, type PoolEvent, parseAll } from './parser-pool.ts';
import { ReadShare } from './read-share.ts';
import { RecordTaker } from './record-taker.ts';

/** What is imported, and with what. */
export type ImportJob = {
  readonly workspace: Workspace;
  readonly caseId: CaseId;
  readonly files: readonly ChosenFile[];
  /** What was chosen, in words: "12 files". */
  readonly from: string;
  readonly choices?: ImportChoices;
  /** An import that was cut off and is taken up: `files` are those of its files that are at hand again. */
  readonly resumed?: SteppedImport;
  readonly onBegun?: (row: SteppedImport) => void;
  /** @param share - how much of all bytes is read, from 0 to 1 */
  readonly onCounts: (counts: ImportCounts, share: number) => void;
  /** Reads files elsewhere, several at once; here, one after another, when left out. */
  readonly parsers?: { readonly open: () => FileParser<ParseTask>; readonly size: number };
  /** Waits while the analyst has halted the import. */
  readonly whilePaused?: () => Promise<void>;
};

/** How an import ended. */
export type ImportResult = { readonly import: Import; readonly counts: ImportCounts };

/** What is chosen when nobody was asked. */
export const usualChoices: ImportChoices = { keepsWhole: false };

/**
 * Imports files: reads several at once, stores bytes and articles, notes what became of each. A file that cannot be read is noted with
 * the reason and stops nothing. All of it is one step, whatever number of batches, and however often it was cut off.
 *
 * @returns also when the signal aborts: what is in stays, the rest is noted as not read
 * @throws {AppError} `disk-full` and whatever else keeps the store from writing; whole batches stay, the import is noted as interrupted
 */
export async function importFiles(job: ImportJob, control: JobControl): Promise<ImportResult> {
  const { workspace, caseId, from, files, choices = usualChoices, resumed } = job;
  const listed = files.map(({ path, file }) => ({ path, size: file.size, modified: file.lastModified }));
  const row = resumed
    ? await workspace.imports.resume(resumed)
    : await workspace.imports.begin({ caseId, from, files: listed, choices });
  job.onBegun?.(row);
  const run = new ImportRun(job, row, await workspace.mappings.all());
  try {
    const parsers = job.parsers ?? { open: () => parseHere(control), size: 1 };
    const { signal } = control;
    const stopped = signal instanceof AbortSignal ? { signal } : {};
    for await (const event of parseAll(run.tasks(), { ...parsers, ...stopped })) {
      if (control.signal.aborted) break;
      await job.whilePaused?.();
      await run.take(event);
      control.onProgress(run.counts.done, files.length);
      await control.pause();
      if (control.signal.aborted) break;
    }
    return await run.end(control.signal.aborted);
  } catch (error) {
    await run.interrupt();
    throw error;
  }
}

class ImportRun {
  private readonly job: ImportJob;
  private readonly row: SteppedImport;
  private readonly batch: OpenBatch;
  private readonly intake: Intake;
  private readonly open = new Map<ParseTask, FileIntake>();
  private readonly finished = new Set<ParseTask>();
  private readonly files: readonly ParseTask[];
  private readonly share: ReadShare;
  private counted: Omit<ImportCounts, 'total'> = { done: 0, imported: 0, duplicates: 0, failed: 0 };
  /** What was counted when the last batch was stored: more than this is not in. */
  private stored = this.counted;

  constructor(job: ImportJob, row: SteppedImport, mappings: readonly Mapping[]) {
    const { workspace, caseId } = job;
    this.job = job;
    this.row = row;
    this.batch = new OpenBatch(workspace, {
      caseId,
      group: row.group,
      words: `Import ${row.from}`,
      importId: row.id,
    });
    const taker = new RecordTaker(workspace, caseId, this.batch);
    this.intake = { workspace, caseId, importId: row.id, batch: this.batch, taker };
    const choices = row.choices ?? usualChoices;
    this.files = job.files.map((chosen, at) => ({ ...chosen, number: chosen.number ?? at, choices, mappings }));
    this.share = new ReadShare(job.files.reduce((sum, { file }) => sum + file.size, 0));
  }

  get counts(): ImportCounts {
    return { ...this.counted, total: this.job.files.length };
  }

  tasks(): Iterable<ParseTask> {
    return this.files;
  }

  async take({ task, event, error }: PoolEvent<ParseTask>): Promise<void> {
    if (event) return this.takeEvent(task, event);
    if (error instanceof AppError && error.code === 'cancelled') return;
    // one of its own faults must not be taken for one of the store's: it fails the file, not the import
    const file = this.open.get(task);
    file?.cutOff();
    await this.finish(task, failedVerdict(error, file?.tally.taken ?? 0));
  }

  async end(isCancelled: boolean): Promise<ImportResult> {
    for (const task of isCancelled ? this.files : []) if (!this.finished.has(task)) this.skip(task);
    await this.store();
    const row = await this.job.workspace.imports.end(this.row, isCancelled ? 'cancelled' : 'finished');
    return { import: row, counts: this.counts };
  }

  /** Notes that the import broke off, and counts what is in. */
  async interrupt(): Promise<void> {
    this.job.onCounts({ ...this.stored, total: this.job.files.length }, this.share.now);
    await this.job.workspace.imports.end(this.row, 'interrupted').catch((error: unknown) => {
      // The store does not write: the row stays as running, which an import without a worker is read as interrupted.
      console.error(error);
    });
  }

  private async takeEvent(task: ParseTask, event: ParserEvent): Promise<void> {
    const file = this.open.get(task) ?? new FileIntake({ ...task, size: task.file.size }, this.intake);
    this.open.set(task, file);
    if (event.type === 'progress') this.share.reach(task, event.read);
    else if (event.type === 'ended') await this.finish(task, file.end(event.end));
    else await this.takeRecords(file, event.records);
    this.job.onCounts(this.counts, this.share.now);
  }

  private async takeRecords(file: FileIntake, records: Parameters<FileIntake['take']>[0]): Promise<void> {
    const { imported, duplicates, failed } = file.tally;
    await file.take(records);
    const { tally } = file;
    const { counted } = this;
    this.counted = {
      ...counted,
      imported: counted.imported + tally.imported - imported,
      duplicates: counted.duplicates + tally.duplicates - duplicates,
      failed: counted.failed + tally.failed - failed,
    };
    // a file of one article is stored with what became of it
    if (tally.records > 1 && this.batch.isFull) await this.store();
  }

  private async finish(task: ParseTask, verdict: FileVerdict): Promise<void> {
    const { path: fileName, number, file } = task;
    this.open.delete(task);
    this.finished.add(task);
    this.batch.note(number, { fileName, position: '', size: file.size, ...verdict });
    const { counted } = this;
    const failed = counted.failed + Number(verdict.result === 'failed');
    this.counted = { ...counted, done: counted.done + 1, failed };
    this.share.finish(task, file.size);
    this.job.onCounts(this.counts, this.share.now);
    if (this.batch.isFull) await this.store();
  }

  private skip(task: ParseTask): void {
    const file = this.open.get(task);
    const taken = file?.tally.taken ?? 0;
    file?.cutOff();
    const reason =
      taken === 0
        ? 'Not read: the import was cancelled.'
        : `Not read to its end: the import was cancelled.${inWords(taken)}`;
    const { path: fileName, number } = task;
    const { size } = task.file;
    this.batch.note(number, {
      fileName,
      position: '',
      result: 'skipped',
      reason,
      articleId: null,
      size,
      articles: taken,
    });
  }

  private async store(): Promise<void> {
    await this.batch.store();
    this.stored = this.counted;
  }
}

/** @param taken - articles of it that are in all the same */
function failedVerdict(error: unknown, taken: number): FileVerdict {
  const counted = taken > 0 ? { articles: taken } : {};
  const failed = { result: 'failed', articleId: null, ...counted } as const;
  if (error instanceof AppError) return { ...failed, reason: error.message + inWords(taken), code: error.code };
  console.error(error);
  const reason = 'The workbench could not read it: a fault of its own, noted in the log. The other files are in.';
  return { ...failed, reason: reason + inWords(taken), code: 'internal' };
}

function inWords(taken: number): string {
  if (taken === 0) return '';
  return taken === 1 ? ' 1 article of it is in.' : ` ${taken.toLocaleString('en')} articles of it are in.`;
}
