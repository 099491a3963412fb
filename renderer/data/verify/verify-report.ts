import type { JobControl } from '#shared/kernel/job-control.ts';
import { throwIfCancelled } from '#shared/kernel/job-control.ts';

/** One thing that is wrong in the store. */
export type StoreFault = {
  readonly kind:
    | 'capture' // bytes that are gone, or not what their hash says
    | 'text' // a text version that is gone, or not what its hash says
    | 'quote' // a highlight whose quote does not stand where it was made
    | 'chain' // an entry altered, missing or out of place, or a head that is not signed
    | 'row' // a row that does not fit its schema
    | 'pointer' // a row that points at nothing
    | 'history'; // a row that no step of the ledger led to, or that is gone though none removed it
  /** Where: `highlights 0197…`, or a chain. */
  readonly at: string;
  /** For the analyst. */
  readonly words: string;
};

/** What a verification came to. */
export type VerifyReport = {
  readonly faults: readonly StoreFault[];
  readonly captures: number;
  readonly texts: number;
  readonly rows: number;
  readonly entries: number;
  /** Entries whose payload was purged or redacted: told, not failed. */
  readonly dropped: number;
  /** Entries whose clock was more than a day ahead: told, not failed. */
  readonly ahead: number;
};

/** Items between two pauses: hashing them takes some tens of milliseconds. */
const CHUNK = 50;

/** Gathers what a verification finds, and lets it be watched and stopped. */
export class VerifyLog {
  readonly counts = { captures: 0, texts: 0, rows: 0, entries: 0, dropped: 0, ahead: 0 };
  private readonly faults: StoreFault[] = [];
  private readonly job: JobControl;
  private readonly total: number;
  private done = 0;
  private rested = 0;

  /** @param total - items that are going to be looked at */
  constructor(job: JobControl, total: number) {
    this.job = job;
    this.total = total;
  }

  /** Notes a fault. */
  fault(kind: StoreFault['kind'], at: string, words: string): void {
    this.faults.push({ kind, at, words });
  }

  /**
   * Counts one item as looked at.
   *
   * @throws {AppError} `cancelled`
   */
  async tick(kind: 'captures' | 'texts' | 'rows' | 'entries'): Promise<void> {
    this.counts[kind]++;
    if (this.done++ % CHUNK !== 0) return;
    throwIfCancelled(this.job);
    this.job.onProgress(this.done, this.total);
    await this.job.pause();
  }

  /**
   * Lets the page breathe while something is looked at that is not counted.
   *
   * @throws {AppError} `cancelled`
   */
  async rest(): Promise<void> {
    if (this.rested++ % CHUNK !== 0) return;
    throwIfCancelled(this.job);
    await this.job.pause();
  }

  /** What it came to. */
  report(): VerifyReport {
    this.job.onProgress(this.total, this.total);
    return { ...this.counts, faults: this.faults };
  }
}
