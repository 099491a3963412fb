import type { CaseId } from '#shared/domain/ids.ts';
import { type CopyToSend, sendCopy } from './carry-copy.ts';
import { type Head, stateOf } from './case-state.ts';
import { type BehindPorts, casesBehind } from './cases-behind.ts';

/** Nothing was committed for so long: the analyst reads, or has gone for a coffee. */
export const IDLE_MILLISECONDS = 2 * 60 * 1000;

/** What a window that was closed at once has left without a copy is written so long after the next start. */
export const STARTING_MILLISECONDS = 5 * 1000;

/** However busy the analyst is, no change waits longer than this for its copy. */
export const LONGEST_MILLISECONDS = 60 * 60 * 1000;

/** After a failure, a full disk say, it is tried again after this. */
export const RETRY_MILLISECONDS = 10 * 60 * 1000;

/** A case file that was written for a copy. */
export type CopyOfCase = CopyToSend & { readonly heads: readonly Head[] };

/** What safety copies need of the desk. */
export type SafetyPorts = BehindPorts & {
  /** Writes a case as a verified file. */
  readonly write: (caseId: CaseId) => Promise<CopyOfCase>;
  /** Lets go of a file that `write` has given, once it was sent or could not be. */
  readonly drop: (file: Blob) => Promise<void>;
  /** Hears of each copy that stands with the host. */
  readonly written: (caseId: CaseId) => void;
  /** Runs a task while no other window runs one. */
  readonly inTurn: (task: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
  /** @returns a function that forgets the task */
  readonly later: (milliseconds: number, task: () => void) => () => void;
  /** Hears what went wrong, and null once copies are written again. */
  readonly tell: (error: unknown) => void;
};

/** Writes a safety copy of each changed case: when idle, at the latest after an hour of work, and at closing. */
export class SafetyCopies {
  private readonly ports: SafetyPorts;
  private behindSince: number | null = null;
  /** After a failure nothing is written before this, however much is committed. */
  private notBefore = 0;
  private forget: () => void = () => undefined;
  private running: Promise<void> | null = null;
  private hasFailed = false;
  private hasBegun = false;
  private isStopped = false;

  constructor(ports: SafetyPorts) {
    this.ports = ports;
  }

  /** Hears that something was committed, here or in another window; called at the start as well. */
  async changed(): Promise<void> {
    if (this.isStopped) return;
    const idle = this.hasBegun ? IDLE_MILLISECONDS : STARTING_MILLISECONDS;
    this.hasBegun = true;
    const behind = await casesBehind(this.ports);
    if (behind.length === 0) {
      this.behindSince = null;
      this.forget();
      return;
    }
    const { now } = this.ports;
    this.behindSince ??= now();
    const wait = Math.min(idle, this.behindSince + LONGEST_MILLISECONDS - now());
    this.schedule(Math.max(0, wait, this.notBefore - now()));
  }

  /** Writes what has not been written, now: for closing. Ends when it is written or has failed. */
  async settle(): Promise<void> {
    this.forget();
    await this.running;
    await this.writeAll();
  }

  /** Writes nothing more by itself. */
  stop(): void {
    this.isStopped = true;
    this.forget();
  }

  private schedule(milliseconds: number): void {
    this.forget();
    this.forget = this.ports.later(milliseconds, () => void this.writeAll());
  }

  private writeAll(): Promise<void> {
    this.running ??= this.ports
      .inTurn(() => this.writeEach())
      .then(
        () => this.succeeded(),
        (error: unknown) => this.failed(error),
      )
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  /** One case that cannot be written does not keep the others from it; the first failure is told. */
  private async writeEach(): Promise<void> {
    const failures: unknown[] = [];
    for (const caseId of await casesBehind(this.ports)) {
      try {
        const copy = await this.ports.write(caseId);
        await this.send(copy);
        this.ports.memory.note(caseId, { sha256: copy.sha256, state: stateOf(copy.heads) });
        this.ports.written(caseId);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  private async send(copy: CopyOfCase): Promise<void> {
    try {
      await sendCopy(this.ports.call, copy);
    } finally {
      // a file that cannot be dropped now is swept at a later start
      await this.ports.drop(copy.file).catch((error: unknown) => console.warn(error));
    }
  }

  private async succeeded(): Promise<void> {
    this.behindSince = null;
    this.notBefore = 0;
    if (this.hasFailed) this.ports.tell(null);
    this.hasFailed = false;
  }

  private failed(error: unknown): void {
    this.hasFailed = true;
    this.notBefore = this.ports.now() + RETRY_MILLISECONDS;
    this.ports.tell(error);
    if (!this.isStopped) this.schedule(RETRY_MILLISECONDS);
  }
}
