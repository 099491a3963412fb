import type { ImportListener } from '#renderer/workers/import-client.ts';
import type { ChosenFile, ImportCounts, ImportRequest } from '#shared/contracts/import-messages.ts';
import type { CaseId, ImportId } from '#shared/domain/ids.ts';
import type { Import } from '#shared/domain/import.ts';
import type { ErrorPayload } from '#shared/kernel/app-error.ts';

/** An import under way in this window. */
export type RunningImport = {
  readonly caseId: CaseId;
  /** What was chosen, in words: "12 files". */
  readonly from: string;
  readonly counts: ImportCounts;
  /** Milliseconds since 1970. */
  readonly started: number;
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

type Order = {
  readonly caseId: CaseId;
  readonly files: readonly ChosenFile[];
  readonly from: string;
  /** Takes the end in place of the summary; null for an import that the analyst asked for. */
  readonly onEnd: ((ended: EndedImport) => void) | null;
};
type Start = (request: ImportRequest & { type: 'start' }, listener: ImportListener) => { cancel(): void };

/** Carries imports, one after another, each in a worker. Whatever place is on the desk, it goes on. */
export class Importer {
  private readonly database: string;
  private readonly start: Start;
  private readonly now: () => number;
  private readonly listeners = new Set<() => void>();
  private readonly waiting: Order[] = [];
  /** Files of imports of this window: a browser gives no way back to a file once it is let go of. */
  private readonly files = new Map<ImportId, readonly ChosenFile[]>();
  private job: { cancel(): void } | null = null;
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
  import(caseId: CaseId, files: readonly ChosenFile[], from: string): void {
    if (files.length > 0) this.queue({ caseId, files, from, onEnd: null });
  }

  /** Imports files that the workbench brings itself, and shows no summary. */
  bringIn(caseId: CaseId, files: readonly ChosenFile[], from: string): Promise<EndedImport> {
    return new Promise((resolve) => this.queue({ caseId, files, from, onEnd: resolve }));
  }

  /** Stops the import under way at its next file; what is in stays. */
  cancel(): void {
    if (!this.state.running) return;
    this.job?.cancel();
    this.change({ running: { ...this.state.running, isStopping: true } });
  }

  /** Puts the summary away. */
  dismiss(): void {
    this.change({ ended: null });
  }

  /** Whether the files of an import are still at hand. */
  hasFiles(id: ImportId): boolean {
    return this.files.has(id);
  }

  /** Imports again the files of an import that are named; nothing happens when they are no longer at hand. */
  again(caseId: CaseId, id: ImportId, names: readonly string[]): void {
    const wanted = new Set(names);
    const files = (this.files.get(id) ?? []).filter(({ path }) => wanted.has(path));
    this.import(caseId, files, `${filesInWords(files.length)} once more`);
  }

  private queue(order: Order): void {
    this.waiting.push(order);
    if (!this.state.running) this.next();
  }

  private next(): void {
    const order = this.waiting.shift();
    if (!order) return;
    const { caseId, files, from, onEnd } = order;
    const counts = { done: 0, total: files.length, imported: 0, duplicates: 0, failed: 0 };
    this.change({ running: { caseId, from, counts, started: this.now(), isStopping: false }, ended: null });
    this.job = this.start(
      { type: 'start', database: this.database, caseId, from, files: [...files] },
      {
        onProgress: (message) => {
          const { running } = this.state;
          if (running) this.change({ running: { ...running, counts: message.counts } });
        },
        onEnded: (message) => {
          this.files.set(message.import.id, files);
          this.end({ caseId, from, counts: message.counts, import: message.import, error: null }, onEnd);
        },
        onBroken: (error) =>
          this.end({ caseId, from, counts: this.state.running?.counts ?? counts, import: null, error }, onEnd),
      },
    );
  }

  private end(ended: EndedImport, onEnd: Order['onEnd']): void {
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
