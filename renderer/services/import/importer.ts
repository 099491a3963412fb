import type { CarriedImport, ImportListener } from '#renderer/workers/import-client.ts';
import type { ChosenFile, ImportCounts, ImportRequest } from '#shared/contracts/import-messages.ts';
import type { CaseId, ImportId } from '#shared/domain/ids.ts';
import type { Import, ImportChoices } from '#shared/domain/import.ts';
import type { ErrorPayload } from '#shared/kernel/app-error.ts';
import { KeptFiles } from './kept-files.ts';

/** An import under way in this window. */
export type RunningImport = {
  readonly caseId: CaseId;
  /** What was chosen, in words: "12 files". */
  readonly from: string;
  readonly counts: ImportCounts;
  /** How much of all bytes is read, from 0 to 1. */
  readonly share: number;
  /** Milliseconds that it ran, halts left out, up to `since`. */
  readonly ran: number;
  /** Milliseconds since 1970: when it began or went on; null while it is halted. */
  readonly since: number | null;
  readonly isStopping: boolean;
};

/** An import that has ended in this window, and whose summary the analyst has not put away. */
export type EndedImport = {
  readonly caseId: CaseId;
  readonly from: string;
  readonly counts: ImportCounts;
  /** Null when it broke off before it was noted. */
  readonly import: Import | null;
  /** What kept it from going on; null when nothing did. */
  readonly error: ErrorPayload | null;
};

/** What the desk shows of imports. A new one for every change. */
export type ImporterState = { readonly running: RunningImport | null; readonly ended: EndedImport | null };

/** What is to be imported. */
export type ImportOrder = {
  readonly caseId: CaseId;
  readonly files: readonly ChosenFile[];
  readonly from: string;
  readonly choices?: ImportChoices;
  /** The import that was cut off and is taken up: its files carry their numbers. */
  readonly resumes?: ImportId;
};

type Queued = ImportOrder & {
  /** Takes the end in place of the summary; null for an import that the analyst asked for. */
  readonly onEnd: ((ended: EndedImport) => void) | null;
};
type Start = (request: ImportRequest & { type: 'start' }, listener: ImportListener) => CarriedImport;

const usualChoices: ImportChoices = { keepsWhole: false };

/** Carries imports, one after another, each in a worker. Whatever place is on the desk, it goes on. */
export class Importer {
  /** Files of imports of this window. */
  readonly kept = new KeptFiles();
  private readonly database: string;
  private readonly start: Start;
  private readonly now: () => number;
  private readonly listeners = new Set<() => void>();
  private readonly waiting: Queued[] = [];
  private job: CarriedImport | null = null;
  private state: ImporterState = { running: null, ended: null };

  constructor(database: string, start: Start, now: () => number) {
    this.database = database;
    this.start = start;
    this.now = now;
  }

  /** The same until something changes. */
  readonly get = (): ImporterState => this.state;

  /** @returns a function that stops listening */
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Imports files into a case, after whatever is under way. Nothing happens without files. */
  import(order: ImportOrder): void {
    if (order.files.length > 0) this.queue({ ...order, onEnd: null });
  }

  /** Imports files that the workbench brings itself, and shows no summary. */
  bringIn(caseId: CaseId, files: readonly ChosenFile[], from: string): Promise<EndedImport> {
    return new Promise((resolve) => this.queue({ caseId, files, from, onEnd: resolve }));
  }

  /** Halts the import under way; what is being read may come to its end. */
  pause(): void {
    const { running } = this.state;
    if (!running || running.since === null) return;
    this.job?.pause();
    this.change({ running: { ...running, ran: running.ran + this.now() - running.since, since: null } });
  }

  /** Lets the import under way go on. */
  resume(): void {
    const { running } = this.state;
    if (!running || running.since !== null) return;
    this.job?.resume();
    this.change({ running: { ...running, since: this.now() } });
  }

  /** Stops the import under way; what is in stays. */
  cancel(): void {
    if (!this.state.running) return;
    this.job?.cancel();
    this.change({ running: { ...this.state.running, isStopping: true } });
  }

  /** Puts the summary away. */
  dismiss(): void {
    this.change({ ended: null });
  }

  private queue(order: Queued): void {
    this.waiting.push(order);
    if (!this.state.running) this.next();
  }

  private next(): void {
    const order = this.waiting.shift();
    if (!order) return;
    const { caseId, files, from, onEnd, choices = usualChoices, resumes = null } = order;
    const counts = { done: 0, total: files.length, imported: 0, duplicates: 0, failed: 0 };
    const begun = { caseId, from, counts, share: 0, ran: 0, since: this.now(), isStopping: false };
    this.change({ running: begun, ended: null });
    this.job = this.start(
      { type: 'start', database: this.database, caseId, from, files: [...files], choices, resumes },
      {
        onBegun: ({ id }) => this.kept.keep(id, files),
        onProgress: ({ counts, share }) => {
          const { running } = this.state;
          if (running) this.change({ running: { ...running, counts, share } });
        },
        onEnded: (message) =>
          this.end({ caseId, from, counts: message.counts, import: message.import, error: null }, onEnd),
        onBroken: (error) =>
          this.end({ caseId, from, counts: this.state.running?.counts ?? counts, import: null, error }, onEnd),
      },
    );
  }

  private end(ended: EndedImport, onEnd: Queued['onEnd']): void {
    this.job = null;
    this.change({ running: null, ended: onEnd ? null : ended });
    onEnd?.(ended);
    this.next();
  }

  private change(change: Partial<ImporterState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Files in words: "1 file", "1,260 files". */
export function filesInWords(count: number): string {
  return count === 1 ? '1 file' : `${count.toLocaleString('en')} files`;
}
