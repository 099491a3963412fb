import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { type Input, type SafetyCopy, witnessHeadSchema } from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type Instant, instantOf } from '#shared/kernel/instant.ts';
import { InTurn } from './in-turn.ts';
import { type FileChunk, readChunk } from './read-chunk.ts';
import { isFileSafe, nameOfCopy, readCopyName } from './safety-copy-name.ts';
import { SafetyCopyWriter } from './safety-copy-writer.ts';
import { tellDiskError } from './tell-disk-error.ts';
import { copiesToDrop } from './thin-copies.ts';
import { syncFolder, writeWhole } from './write-whole.ts';

/** Copies being written at once. */
const MOST_OPEN = 16;
/** A window that writes a copy sends the next piece at once: one that was silent for so long has died. */
const SILENT_MILLISECONDS = 60_000;

const besideSchema = z.object({ caseName: z.string(), heads: z.catch(z.array(witnessHeadSchema), []) });
const passedSchema = z.object({ until: z.string() });

/** The safety copies of the data folder: case files that outlive the browser's profile. */
export class SafetyCopies {
  private readonly folder: string;
  private readonly writers = new Map<string, SafetyCopyWriter>();
  private readonly finishing = new InTurn();

  private readonly now: () => number;

  constructor(dataFolder: string, { now }: { readonly now: () => number }) {
    this.now = now;
    this.folder = join(dataFolder, 'safety-copies');
  }

  /** Makes the folder, and drops what an earlier start was writing when it ended. */
  async open(): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const torn = (await readdir(this.folder)).filter((name) => name.endsWith('.part'));
      await Promise.all(torn.map((name) => rm(join(this.folder, name), { force: true })));
    } catch (error) {
      throw tellDiskError(error);
    }
  }

  /** All copies, newest first. What a name says is believed; the case's own name is empty when it was lost. */
  async list(): Promise<SafetyCopy[]> {
    const names = (await readdir(this.folder)).filter((name) => readCopyName(name) !== null);
    const passed = await this.passedUntil();
    const copies = await Promise.all(names.map((name) => this.describe(name, passed)));
    return copies.filter((copy): copy is SafetyCopy => copy !== null).sort((a, b) => (a.name < b.name ? 1 : -1));
  }

  /**
   * Opens a copy for writing, aside from the kept ones.
   *
   * @throws {AppError} `bad-input` for a case id that no file name can hold, `too-large` if too many are being written
   */
  async begin({ caseId, caseName, heads = [] }: Input<'safety-copy:begin'>): Promise<{ token: string }> {
    if (!isFileSafe(caseId)) throw new AppError('bad-input', 'A case id is made of letters, digits, _ and -.');
    await this.abandonSilent();
    if (this.writers.size >= MOST_OPEN) throw new AppError('too-large', 'Too many safety copies are being written.');
    const token = randomBytes(24).toString('base64url');
    const writer = await SafetyCopyWriter.open(
      join(this.folder, `${token}.part`),
      { caseId, caseName, heads },
      this.now,
    );
    this.writers.set(token, writer);
    return { token };
  }

  /** @throws {AppError} `not-found` for an unknown token; else as `SafetyCopyWriter.write` */
  async write({ token, chunk }: Input<'safety-copy:write'>): Promise<void> {
    await this.whileOpen(token, (writer) => writer.write(chunk));
  }

  /**
   * Proves the bytes on the disk, renames the copy into place and thins the older ones of its case.
   *
   * @throws {AppError} `altered` if they are not what was sent; no kept copy is touched then
   */
  finish({ token, sha256, bytes }: Input<'safety-copy:finish'>): Promise<SafetyCopy> {
    // in turn: two windows that end at once must not take the same instant
    return this.finishing.run(async () => {
      const writer = this.writerOf(token);
      const { caseId, caseName, heads } = writer.of;
      const writtenAt = await this.nextInstant(caseId);
      const name = nameOfCopy({ writtenAt, caseId, sha256 });
      await this.whileOpen(token, () => writer.finish(join(this.folder, name), { sha256, bytes }));
      this.writers.delete(token);
      await writeWhole(join(this.folder, `${name}.json`), `${JSON.stringify({ caseName, heads })}\n`);
      await syncFolder(this.folder);
      await this.dropOld(caseId);
      return { name, caseId, caseName, writtenAt, bytes, sha256, heads: [...heads], isPassed: false };
    });
  }

  /** Drops a copy that is being written; an unknown token is one that has been dropped. */
  async abandon(token: string): Promise<void> {
    const writer = this.writers.get(token);
    this.writers.delete(token);
    await writer?.abandon();
  }

  /** Drops all that are being written: the host ends. */
  async abandonAll(): Promise<void> {
    await Promise.all([...this.writers.keys()].map((token) => this.abandon(token)));
  }

  /**
   * Notes that the analyst knows what became of everything that was copied until now: brought back, removed or given up.
   *
   * @throws {AppError} `disk-full` or `unavailable`
   */
  async pass(): Promise<void> {
    const [newest] = await this.list();
    if (newest) await writeWhole(this.passedPath, `${JSON.stringify({ until: newest.name })}\n`);
  }

  /** @throws {AppError} `not-found` if `name` is not the name of a kept copy */
  async read(name: string, offset: number): Promise<FileChunk> {
    if (readCopyName(name) === null) throw new AppError('not-found', 'There is no such safety copy.');
    try {
      const file = await open(join(this.folder, name), 'r');
      try {
        return await readChunk(file, offset);
      } finally {
        await file.close();
      }
    } catch (error) {
      throw tellDiskError(error);
    }
  }

  private get passedPath(): string {
    return join(this.folder, 'passed.json');
  }

  /** The newest copy beyond which the analyst has gone on; empty when there is none, or it cannot be read. */
  private async passedUntil(): Promise<string> {
    const passed = passedSchema.safeParse(await readBeside(this.passedPath));
    return passed.success ? passed.data.until : '';
  }

  private async abandonSilent(): Promise<void> {
    const silent = [...this.writers].filter(([, writer]) => writer.silentFor(this.now()) > SILENT_MILLISECONDS);
    await Promise.all(silent.map(([token]) => this.abandon(token)));
  }

  private writerOf(token: string): SafetyCopyWriter {
    const writer = this.writers.get(token);
    if (!writer) throw new AppError('not-found', 'This safety copy is not being written.');
    return writer;
  }

  private async whileOpen(token: string, task: (writer: SafetyCopyWriter) => Promise<void>): Promise<void> {
    const writer = this.writerOf(token);
    try {
      await task(writer);
    } catch (error) {
      this.writers.delete(token); // the writer has dropped what it wrote
      throw error;
    }
  }

  private async describe(name: string, passed: string): Promise<SafetyCopy | null> {
    const said = readCopyName(name);
    if (!said) return null;
    const path = join(this.folder, name);
    try {
      const { size } = await stat(path);
      const beside = besideSchema.safeParse(await readBeside(`${path}.json`));
      const { caseName, heads } = beside.success ? beside.data : { caseName: '', heads: [] };
      return { name, ...said, caseName, bytes: size, heads, isPassed: name <= passed };
    } catch {
      return null; // dropped since the folder was read
    }
  }

  /** Later than every kept copy of the case, whatever the clock says: a clock set back must not make the new copy the oldest. */
  private async nextInstant(caseId: string): Promise<Instant> {
    const [newest] = await this.copiesOf(caseId);
    const after = newest ? Date.parse(newest.writtenAt) + 1 : 0;
    return instantOf(Math.max(this.now(), after));
  }

  private async copiesOf(caseId: string): Promise<SafetyCopy[]> {
    return (await this.list()).filter((copy) => copy.caseId === caseId);
  }

  private async dropOld(caseId: string): Promise<void> {
    for (const name of copiesToDrop(await this.copiesOf(caseId))) {
      await rm(join(this.folder, name), { force: true });
      await rm(join(this.folder, `${name}.json`), { force: true });
    }
  }
}

async function readBeside(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null; // the name alone has to do
  }
}
