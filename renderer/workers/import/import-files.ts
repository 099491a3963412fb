import { newGroup } from '#renderer/data/commit.ts';
import type { IncomingCapture } from '#renderer/data/import-batch.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import type { ChosenFile, ImportCounts } from '#shared/contracts/import-messages.ts';
import type { Article } from '#shared/domain/article.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Import, Outcome } from '#shared/domain/import.ts';
import { readBytes } from '#shared/ingest/read-bytes.ts';
import type { ReadArticle } from '#shared/ingest/reader.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { type ArticleRows, articleRows } from './article-rows.ts';
import { judgeStanding, type ReadAs, type StandingArticle } from './judge-standing.ts';
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

const nothingIn: Verdict = { result: 'failed', reason: 'There is no article in it.', articleId: null };

class ImportRun {
  private readonly job: ImportJob;
  private readonly row: Import;
  private readonly batch: OpenBatch;
  private counted: Omit<ImportCounts, 'total'> = { done: 0, imported: 0, duplicates: 0, failed: 0 };
  /** What was counted when the last batch was stored: more than this is not in. */
  private stored = this.counted;

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
    if (this.batch.isFull) await this.store();
  }

  async end(isCancelled: boolean): Promise<ImportResult> {
    if (isCancelled) {
      for (const { path } of this.job.files.slice(this.counted.done)) {
        this.batch.note(path, { result: 'skipped', reason: 'Not read: the import was cancelled.', articleId: null });
      }
    }
    await this.store();
    const row = await this.job.workspace.imports.end(this.row, isCancelled ? 'cancelled' : 'finished');
    return { import: row, counts: this.counts };
  }

  /** Notes that the import broke off, and counts what is in. */
  async interrupt(): Promise<void> {
    this.job.onCounts({ ...this.stored, total: this.job.files.length });
    await this.job.workspace.imports.end(this.row, 'interrupted').catch((error: unknown) => {
      // The store does not write: the row stays as running, which an import without a worker is read as interrupted.
      console.error(error);
    });
  }

  private async store(): Promise<void> {
    await this.batch.store();
    this.stored = this.counted;
  }

  /** Takes the file into the batch; null when the import was cancelled in the midst of it. */
  private async judge(path: string, file: File, control: JobControl): Promise<Verdict | null> {
    try {
      const capture = await readCapture(file, control);
      return await this.takeCapture(path, capture, control);
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return null;
      if (error instanceof AppError) return { result: 'failed', reason: error.message, articleId: null };
      console.error(error);
      const reason = 'The workbench could not read it: a fault of its own, noted in the log. The other files are in.';
      return { result: 'failed', reason, articleId: null };
    }
  }

  private async takeCapture(path: string, { id, bytes }: CaptureBytes, control: JobControl): Promise<Verdict> {
    const { pause, signal } = control;
    // Files are what the analyst counts; how far one of them is read is not.
    const quiet: JobControl = { pause, signal, onProgress: () => {} };
    const readAs = (fileName: string) => readBytes(bytes, { fileName, mediaType: null, address: null }, quiet);
    const read = await readAs(path);
    const capture = { id, mediaType: read.mediaType, bytes };
    const isAlone = read.articles.length === 1;
    const verdicts: Verdict[] = [];
    for (const [at, article] of read.articles.entries()) {
      const position = isAlone ? '' : String(at + 1);
      const readArticleAs: ReadAs = async (fileName) => {
        const other = (await readAs(fileName).catch(() => null))?.articles;
        const same = other?.length === read.articles.length ? other[at] : undefined;
        return same ? (articleRows({ capture, position }, same).articles[0] ?? null) : null;
      };
      verdicts.push(await this.takeArticle({ path, capture, position }, article, readArticleAs));
    }
    return verdicts.find(({ result }) => result === 'imported') ?? verdicts[0] ?? nothingIn;
  }

  /** An article of a file: new, or the same bytes once more, which is another acquisition of what they already are. */
  private async takeArticle(
    { path, capture, position }: { path: string; capture: IncomingCapture; position: string },
    read: ReadArticle,
    readAs: ReadAs,
  ): Promise<Verdict> {
    let reason = '';
    // whoever forges one name may have forged the next
    for (let strangers = 0; ; strangers++) {
      const rows = articleRows({ capture, position, strangers }, read);
      const standing = await this.standing(rows, readAs);
      if (standing.kind === 'none') return this.add(path, position, rows, reason);
      if (standing.kind === 'same') return this.takeKnown(path, position, standing);
      reason = strangerWords(standing.article);
    }
  }

  private async standing({ articles: [fresh] }: ArticleRows, readAs: ReadAs): Promise<StandingArticle> {
    if (!fresh) throw new AppError('internal', 'An article without a row.');
    const waiting = this.batch.articleOf(fresh.id);
    // what waits here was read from these bytes a moment ago, or was compared with them
    return waiting ? { kind: 'same', article: waiting, edited: [] } : judgeStanding(this.job.workspace, fresh, readAs);
  }

  private add(path: string, position: string, rows: ArticleRows, reason: string): Verdict {
    const [article] = rows.articles;
    const [capture] = rows.captures;
    if (!article || !capture) throw new AppError('internal', 'An article without a row.');
    this.batch.add(rows);
    this.batch.acquire(path, capture.id, article.id, position);
    return { result: 'imported', reason, articleId: article.id };
  }

  private async takeKnown(
    path: string,
    position: string,
    { article, edited }: Extract<StandingArticle, { kind: 'same' }>,
  ): Promise<Verdict> {
    const { workspace, caseId } = this.job;
    const { id: articleId } = article;
    this.batch.acquire(path, article.captureId, articleId, position);
    const isHere = this.batch.articleOf(articleId) || (await workspace.db.caseArticles.get([caseId, articleId]));
    if (!isHere) {
      this.batch.add({ captures: [], articles: [article], texts: [], metadata: [], sources: [] });
      return { result: 'imported', reason: editedWords(edited), articleId };
    }
    const reason = `The same bytes as “${article.title}”, which is in the case. Kept as one more time that they came in.`;
    return { result: 'duplicate', reason, articleId };
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

/** Said of an article that came with another case: its maker, or an analyst, set these fields. */
function editedWords(edited: readonly string[]): string {
  if (edited.length === 0) return '';
  return `It stood in the workspace already, and keeps what was set there: its ${edited.join(', ')} ${edited.length === 1 ? 'is' : 'are'} not as these bytes say.`;
}

function strangerWords({ title }: Article): string {
  return `Taken in as an article of its own: “${title}”, which came to the workspace with a case file, claims these very bytes but has a text that they do not hold.`;
}
