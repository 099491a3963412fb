import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { WitnessHead } from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { InTurn } from './in-turn.ts';
import { bytesOfChunk } from './read-chunk.ts';
import { tellDiskError } from './tell-disk-error.ts';

/** Which case a copy is of, and how far its chains had come. */
export type CaseOfCopy = {
  readonly caseId: string;
  readonly caseName: string;
  readonly heads: readonly WitnessHead[];
};

/** What the page says that it has sent. */
type Claimed = { sha256: string; bytes: number };

/** Writes one safety copy aside from the kept ones, and lets it take its place once its bytes on the disk are proven. */
export class SafetyCopyWriter {
  readonly of: CaseOfCopy;
  private readonly turns = new InTurn();
  private isEnded = false;
  private busy = 0;
  private heardAt: number;

  private readonly aside: string;
  private readonly file: FileHandle;
  private readonly now: () => number;

  private constructor(aside: string, file: FileHandle, of: CaseOfCopy, now: () => number) {
    this.aside = aside;
    this.file = file;
    this.of = of;
    this.now = now;
    this.heardAt = now();
  }

  /** @throws {AppError} `disk-full` or `unavailable` */
  static async open(aside: string, of: CaseOfCopy, now: () => number): Promise<SafetyCopyWriter> {
    try {
      return new SafetyCopyWriter(aside, await open(aside, 'wx', 0o600), of, now);
    } catch (error) {
      throw tellDiskError(error);
    }
  }

  /**
   * Appends one chunk.
   *
   * @throws {AppError} `bad-input`, `disk-full` or `unavailable`; the copy is abandoned then
   */
  write(chunk: string): Promise<void> {
    return this.step(async () => {
      await this.file.appendFile(bytesOfChunk(chunk));
    });
  }

  /**
   * Syncs the copy, reads it back, compares it with what was sent and renames it to `path`.
   *
   * @throws {AppError} `altered` if what is on the disk is not what was sent; the copy is gone then
   */
  finish(path: string, claimed: Claimed): Promise<void> {
    return this.step(async () => {
      await this.file.sync();
      await this.file.close();
      const found = await digestOf(this.aside);
      if (found.sha256 !== claimed.sha256 || found.bytes !== claimed.bytes) {
        throw new AppError('altered', 'The safety copy on the disk is not what was sent. It was dropped.');
      }
      await rename(this.aside, path);
      this.isEnded = true;
    });
  }

  /** Milliseconds since the last piece was written or proven; 0 while one is. */
  silentFor(now: number): number {
    return this.busy > 0 ? 0 : Math.max(0, now - this.heardAt);
  }

  /** Drops what was written; a copy that has taken its place stays. */
  abandon(): Promise<void> {
    return this.turns.run(() => this.drop());
  }

  private step(task: () => Promise<void>): Promise<void> {
    this.busy += 1;
    return this.turns.run(async () => {
      try {
        if (this.isEnded) throw new AppError('conflict', 'This safety copy is no longer being written.');
        await task();
      } catch (error) {
        await this.drop();
        throw tellDiskError(error);
      } finally {
        this.busy -= 1;
        this.heardAt = this.now();
      }
    });
  }

  private async drop(): Promise<void> {
    if (this.isEnded) return;
    this.isEnded = true;
    await this.file.close().catch(() => undefined); // closed before it was read back
    await rm(this.aside, { force: true });
  }
}

async function digestOf(path: string): Promise<Claimed> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(part);
    bytes += part.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
