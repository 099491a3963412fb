import { newGroup } from '#renderer/data/commit.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import type { ChosenFile, ImportCounts } from '#shared/contracts/import-messages.ts';
import { articleIdOf } from '#shared/custody/identify.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Import, Outcome } from '#shared/domain/import.ts';
import { readBytes } from '#shared/ingest/read-bytes.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { articleRows } from './article-rows.ts';
import { OpenBatch } from './open-batch.ts';
import { type CaptureBytes, readCapture } from './read-capture.ts';

/** What is imported, and with what. */
export type ImportJob = {
  readonly workspace: Workspace;
  readonly caseId: CaseId;
  readonly files: readonly ChosenFile[];
  /** What was chosen, in words: "12 files". */
  readonly from: string;
  readonly onCounts: (counts: ImportCounts) => void;
};

/** How an import ended. */
export type ImportResult = { readonly import: Import; readonly counts: ImportCounts };

/**
 * Imports files one after another: reads, hashes, stores bytes and article, notes what became of each. A file that cannot be
 * read is noted with the reason and stops nothing. All of it is one step, whatever number of batches.
 *
 * @returns also when the signal aborts: what is in stays, the rest is noted as not read
 * @throws {AppError} `disk-full` and whatever else keeps the store from writing; whole batches stay, the import is noted as interrupted
 */
export async function importFiles(job: ImportJob, control: JobControl): Promise<ImportResult> {
  const run = await ImportRun.begin(job);
  try {
    for (const chosen of job.files) {
      if (control.signal.aborted) break;
      await run.take(chosen, control);
      control.onProgress(run.counts.done, job.files.length);
      await control.pause();
    }
    return await run.end(control.signal.aborted);
  } catch (error) {
    await run.interrupt();
    throw error;
  }
}

type Verdict = Pick<Outcome, 'result' | 'reason' | 'articleId'>;

class ImportRun {
  private readonly job: ImportJob;
  private readonly row: Import;
  private readonly batch: OpenBatch;
  private counted: Omit<ImportCounts, 'total'> = { done: 0, imported: 0, duplicates: 0, failed: 0 };

  static async begin(job: ImportJob): Promise<ImportRun> {
    return new ImportRun(job, await job.workspace.imports.begin(job.caseId, job.from, job.files.length));
  }

  constructor(job: ImportJob, row: Import) {
    const { workspace, caseId, from } = job;
    this.job = job;
    this.row = row;
    const group = newGroup(workspace.core.writer.ports);
    this.batch = new OpenBatch(workspace, { caseId, group, words: `Import ${from}`, importId: row.id });
  }

  get counts(): ImportCounts {
    return { ...this.counted, total: this.job.files.length };
  }

  async take({ path, file }: ChosenFile, control: JobControl): Promise<void> {
    const verdict = await this.judge(path, file, control);
    if (verdict === null) return;
    this.batch.note(path, verdict);
    this.count(verdict.result);
    if (this.batch.isFull) await this.batch.store();
  }

  async end(isCancelled: boolean): Promise<ImportResult> {
    if (isCancelled) {
      for (const { path } of this.job.files.slice(this.counted.done)) {
        this.batch.note(path, { result: 'skipped', reason: 'Not read: the import was cancelled.', articleId: null });
      }
    }
    await this.batch.store();
    const row = await this.job.workspace.imports.end(this.row, isCancelled ? 'cancelled' : 'finished');
    return { import: row, counts: this.counts };
  }

  async interrupt(): Promise<void> {
    await this.job.workspace.imports.end(this.row, 'interrupted').catch((error: unknown) => {
      // The store does not write: the row stays as running, which an import without a worker is read as interrupted.
      console.error(error);
    });
  }

  /** Takes the file into the batch; null when the import was cancelled in the midst of it. */
  private async judge(path: string, file: File, control: JobControl): Promise<Verdict | null> {
    try {
      const capture = await readCapture(file, control);
      return (await this.takeKnown(path, capture)) ?? (await this.takeNew(path, capture, control));
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return null;
      if (error instanceof AppError) return { result: 'failed', reason: error.message, articleId: null };
      console.error(error);
      const reason = 'The workbench could not read it: a fault of its own, noted in the log. The other files are in.';
      return { result: 'failed', reason, articleId: null };
    }
  }

  /** The same bytes once more: another acquisition of the article that they already are. */
  private async takeKnown(path: string, { id }: CaptureBytes): Promise<Verdict | null> {
    const { workspace, caseId } = this.job;
    const articleId = articleIdOf(id, '');
    const article = this.batch.articleOf(articleId) ?? (await workspace.articles.get(articleId));
    if (!article) return null;
    this.batch.acquire(path, id, articleId);
    const isHere = this.batch.articleOf(articleId) || (await workspace.db.caseArticles.get([caseId, articleId]));
    if (!isHere) {
      this.batch.add({ captures: [], articles: [article], texts: [], metadata: [], sources: [] });
      return { result: 'imported', reason: '', articleId };
    }
    const reason = `The same bytes as “${article.title}”, which is in the case. Kept as one more time that they came in.`;
    return { result: 'duplicate', reason, articleId };
  }

  private async takeNew(path: string, { id, bytes }: CaptureBytes, control: JobControl): Promise<Verdict> {
    const { pause, signal } = control;
    // Files are what the analyst counts; how far one of them is read is not.
    const quiet: JobControl = { pause, signal, onProgress: () => {} };
    const read = await readBytes(bytes, { fileName: path, mediaType: null, address: null }, quiet);
    const capture = { id, mediaType: read.mediaType, bytes };
    for (const [at, article] of read.articles.entries()) {
      const position = read.articles.length === 1 ? '' : String(at + 1);
      this.batch.add(articleRows({ capture, position }, article));
      this.batch.acquire(path, id, articleIdOf(id, position), position);
    }
    return { result: 'imported', reason: '', articleId: articleIdOf(id, read.articles.length === 1 ? '' : '1') };
  }

  private count(result: Outcome['result']): void {
    const { done, imported, duplicates, failed } = this.counted;
    this.counted = {
      done: done + 1,
      imported: imported + Number(result === 'imported'),
      duplicates: duplicates + Number(result === 'duplicate'),
      failed: failed + Number(result === 'failed'),
    };
    this.job.onCounts(this.counts);
  }
}
