import type { BodyPack } from '#shared/domain/body-reference.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { StagedRow } from './stored-rows.ts';
import { writeTransaction } from './transaction/write-transaction.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** A part by its number, and what it holds. */
export type StagedPart = {
  readonly part: number;
  readonly kind: StagedRow['content']['kind'];
  /** Null for what is no rows. */
  readonly table: string | null;
};

/**
 * Holds what is being brought in, on disk and out of sight, until all of it has been read and found good. What a crash
 * leaves behind is swept at the next start.
 */
export class Staging {
  readonly job: string;
  private readonly db: WorkbenchDatabase;
  private readonly parts: StagedPart[] = [];

  constructor(db: WorkbenchDatabase, job: string) {
    this.db = db;
    this.job = job;
  }

  /** Stages one part; packs of bodies are written along with the note that they are staged. */
  async add(content: StagedRow['content'], packs: readonly BodyPack[] = []): Promise<void> {
    const part = this.parts.length;
    this.parts.push({ part, kind: content.kind, table: content.kind === 'rows' ? content.table : null });
    await writeTransaction(this.db, async () => {
      await this.db.bodies.bulkAdd([...packs]);
      await this.db.staged.add({ job: this.job, part, content });
    });
  }

  /** What each part holds: to read it in order to know takes longer than all else that is done with some. */
  get list(): readonly StagedPart[] {
    return this.parts;
  }

  /**
   * Reads a part, in a transaction or out of one.
   *
   * @throws {AppError} `unavailable` when it was swept meanwhile
   */
  async read(part: number): Promise<StagedRow['content']> {
    const staged = await this.db.staged.get([this.job, part]);
    if (!staged) throw new AppError('unavailable', 'What was read before is gone. Start again; nothing was changed.');
    return staged.content;
  }

  /** Lets go of every part once its contents are written where they belong; part of that very transaction. */
  async finish(): Promise<void> {
    await this.db.staged.where('[job+part]').between([this.job, 0], [this.job, Number.POSITIVE_INFINITY]).delete();
  }

  /** Deletes every part and every body that was staged. */
  async abandon(): Promise<void> {
    await sweep(this.db, this.job);
  }
}

/** Longer than any job runs: what is older was left by a crash. */
const LEFTOVER_MILLISECONDS = 6 * 60 * 60 * 1000;

/** Deletes what earlier runs left staged. Younger jobs may belong to another window. */
export async function sweepLeftovers(db: WorkbenchDatabase, now: number): Promise<void> {
  const keys = await db.staged.toCollection().primaryKeys();
  const jobs = new Set(keys.map(([job]) => job));
  for (const job of jobs) if (now - millisecondsOf(job) > LEFTOVER_MILLISECONDS) await sweep(db, job);
}

async function sweep(db: WorkbenchDatabase, job: string): Promise<void> {
  await writeTransaction(db, async () => {
    const parts = db.staged.where('[job+part]').between([job, 0], [job, Number.POSITIVE_INFINITY]);
    for (const { content } of await parts.toArray()) {
      if (content.kind === 'packs') await db.bodies.bulkDelete([...content.ids]);
    }
    await parts.delete();
  });
}

/** A job is named by a UUIDv7, which begins with the time it was made. */
function millisecondsOf(job: string): number {
  return Number.parseInt(job.replaceAll('-', '').slice(0, 12), 16);
}
