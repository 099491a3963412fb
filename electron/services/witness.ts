import { createHash } from 'node:crypto';
import { copyFile, open, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/mini';
import type { WitnessHead } from '#shared/contracts/host.ts';
import { instantOf } from '#shared/kernel/instant.ts';
import { InTurn } from './in-turn.ts';
import { systemCodeOf, tellDiskError } from './tell-disk-error.ts';
import { syncFolder, writeWhole } from './write-whole.ts';

const lineSchema = z.strictObject({ chain: z.string(), seq: z.int(), hash: z.string(), check: z.string() });

/** Lines after which the file is written anew with the last heads alone: 4 MB, read in a few milliseconds. */
const COMPACT_AT = 20_000;
const LINE_FEED = 0x0a;

type Ports = { readonly now: () => number; readonly compactAt?: number };

/**
 * Keeps the head of every ledger chain outside the browser's profile, one line each in `witness.ndjson`, so that a store that
 * vanished, shrank or changed is noticed at the next start. Each line carries a check of its own: a damaged one is passed
 * over, and the head before it stands.
 */
export class Witness {
  private readonly turns = new InTurn();
  private readonly path: string;
  private heads: Map<string, WitnessHead> | null = null;
  private lines = 0;
  private hasDamage = false;

  private readonly folder: string;
  private readonly ports: Ports;

  constructor(folder: string, ports: Ports) {
    this.folder = folder;
    this.ports = ports;
    this.path = join(folder, 'witness.ndjson');
  }

  /** The last head of each chain; empty in a new data folder. */
  read(): Promise<WitnessHead[]> {
    return this.turns.run(async () => [...(await this.load()).values()]);
  }

  /**
   * Notes heads and waits until they are on the disk. One that is not later than the noted head changes nothing.
   *
   * @throws {AppError} `disk-full` or `unavailable`; nothing is noted then
   */
  append(heads: readonly WitnessHead[]): Promise<void> {
    return this.turns.run(async () => {
      const known = await this.load();
      const fresh = latestOf(heads).filter(({ chain, seq }) => seq > (known.get(chain)?.seq ?? 0));
      if (fresh.length === 0) return;
      await this.appendLines(fresh.map(lineOf).join(''));
      for (const head of fresh) known.set(head.chain, head);
      this.lines += fresh.length;
      if (this.lines > Math.max(this.ports.compactAt ?? COMPACT_AT, 2 * known.size)) await this.compact(known);
    });
  }

  /**
   * Starts anew with `heads` after the analyst has accepted what is gone; the old file is kept beside the new one.
   *
   * @throws {AppError} `disk-full` or `unavailable`; the old witness stands then
   */
  restart(heads: readonly WitnessHead[]): Promise<void> {
    return this.turns.run(async () => {
      if ((await this.load()).size > 0 || this.hasDamage) await this.keepOldBeside();
      await this.replace(new Map(latestOf(heads).map((head) => [head.chain, head])));
    });
  }

  private async load(): Promise<Map<string, WitnessHead>> {
    if (this.heads) return this.heads;
    const bytes = await this.readBytes();
    const whole = bytes.subarray(0, bytes.lastIndexOf(LINE_FEED) + 1);
    const heads = new Map<string, WitnessHead>();
    const lines = whole.toString('utf8').split('\n').slice(0, -1);
    for (const line of lines) {
      const head = headOf(line);
      if (head === null) this.hasDamage = true;
      else if (head.seq > (heads.get(head.chain)?.seq ?? 0)) heads.set(head.chain, head);
    }
    // a line torn by a power cut would swallow the next one
    if (whole.length < bytes.length) await truncate(this.path, whole.length);
    this.lines = lines.length;
    this.heads = heads;
    return heads;
  }

  private async readBytes(): Promise<Buffer> {
    try {
      return await readFile(this.path);
    } catch (error) {
      if (systemCodeOf(error) === 'ENOENT') return Buffer.alloc(0);
      throw tellDiskError(error);
    }
  }

  private async appendLines(text: string): Promise<void> {
    try {
      const file = await open(this.path, 'a', 0o600);
      const { size } = await file.stat();
      try {
        await file.writeFile(text);
        await file.sync();
      } catch (error) {
        await file.truncate(size); // half a line on a full disk would swallow the next one
        throw error;
      } finally {
        await file.close();
      }
      if (size === 0) await syncFolder(this.folder);
    } catch (error) {
      throw tellDiskError(error);
    }
  }

  private async compact(heads: Map<string, WitnessHead>): Promise<void> {
    if (this.hasDamage) await this.keepOldBeside();
    await this.replace(heads);
  }

  private async replace(heads: Map<string, WitnessHead>): Promise<void> {
    await writeWhole(this.path, [...heads.values()].map(lineOf).join(''));
    this.heads = heads;
    this.lines = heads.size;
    this.hasDamage = false;
  }

  private async keepOldBeside(): Promise<void> {
    const stamp = instantOf(this.ports.now()).replaceAll(':', '-');
    try {
      await copyFile(this.path, join(this.folder, `witness-until-${stamp}.ndjson`));
    } catch (error) {
      throw tellDiskError(error);
    }
  }
}

function latestOf(heads: readonly WitnessHead[]): WitnessHead[] {
  const latest = new Map<string, WitnessHead>();
  for (const head of heads) if (head.seq > (latest.get(head.chain)?.seq ?? 0)) latest.set(head.chain, head);
  return [...latest.values()];
}

function checkOf({ chain, seq, hash }: WitnessHead): string {
  return createHash('sha256').update(`${chain}\n${seq}\n${hash}`).digest('hex').slice(0, 16);
}

function lineOf(head: WitnessHead): string {
  const { chain, seq, hash } = head;
  return `${JSON.stringify({ chain, seq, hash, check: checkOf(head) })}\n`;
}

function headOf(line: string): WitnessHead | null {
  try {
    const { check, ...head } = lineSchema.parse(JSON.parse(line));
    return check === checkOf(head) ? head : null;
  } catch {
    return null; // damaged: the caller notes that
  }
}
