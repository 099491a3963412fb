import type { Row } from '#shared/domain/tables.ts';
import { BagWriter } from '#shared/exchange/bag/bag-writer.ts';
import { type OwnBytes, ownBytes } from '#shared/exchange/bag/digest.ts';
import { type CaseSource, type CaseSummary, type CaseTable, caseTables } from '#shared/exchange/case-ports.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { instantOf } from '#shared/kernel/instant.ts';
import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import type { Ports } from '#shared/kernel/ports.ts';
import { ZipPacker } from '#shared/zip/zip-packer.ts';
import { DigestSink } from './digest-sink.ts';
import { jsonSchemas, type TextLine } from './file-schemas.ts';
import { writeLines } from './json-lines.ts';
import {
  capturePath,
  folderName,
  ledgerPath,
  SUMMARY_PATH,
  tablePath,
  tablesOf,
  VERSION_LABEL,
  versionFor,
} from './layout.ts';

/** What was written: enough to know the file again. */
export type WrittenCaseFile = {
  readonly sha256: string;
  readonly bytes: number;
  readonly counts: Readonly<Record<CaseTable, number>>;
};

/** What the writing of a case file needs beside the case. */
export type WriteOptions = {
  readonly job: JobControl;
  readonly ports: Pick<Ports, 'now'>;
  /** Name and version of the program, for `bag-info.txt`. */
  readonly program: string;
};

/**
 * Writes a case as one file: a zip in BagIt layout that `sha256sum -c` accepts. The same case at the same moment gives the
 * same bytes.
 *
 * @param target - closed when all is written, aborted when not: what it got then is no case file
 * @throws {AppError} `conflict` when the case was changed meanwhile, `altered` when a capture is not what its id says,
 * `cancelled`, `too-large`, or what the source throws
 * @see RULES.md
 */
export async function writeCaseFile(
  source: CaseSource,
  target: WritableStream<OwnBytes>,
  options: WriteOptions,
): Promise<WrittenCaseFile> {
  const sink = new DigestSink(target);
  try {
    const summary = await source.summary();
    const now = options.ports.now();
    const packer = new ZipPacker(sink.writable, now);
    const bag = new BagWriter(packer, folderName(summary.name));
    const version = versionFor(summary.counts);
    const counts = await new CaseWriter(source, summary, bag, options.job).write(tablesOf(version));
    const written = { ...summary, counts, version, exportedAt: instantOf(now), program: options.program };
    await bag.addPayload(SUMMARY_PATH.slice('data/'.length), new TextEncoder().encode(summaryText(written)));
    for (const [name, schema] of jsonSchemas(version)) await bag.addTag(`schema/${name}`, schema);
    await bag.close(bagInfo(written));
    await packer.close();
    throwIfCancelled(options.job);
    return { ...(await sink.finish()), counts };
  } catch (error) {
    await sink.abandon(error);
    throw error;
  }
}

type Written = CaseSummary & { readonly version: number; readonly exportedAt: string; readonly program: string };

function summaryText({ version, caseId, name, exportedBy, exportedAt, program, counts, heads }: Written): string {
  const summary = { format: 'casewright-case', formatVersion: version, caseId, name, exportedBy, exportedAt };
  const known = Object.fromEntries(tablesOf(version).map((table) => [table, counts[table]]));
  return `${JSON.stringify({ ...summary, program, counts: known, heads }, null, 2)}\n`;
}

function bagInfo({ version, caseId, name, exportedAt, program }: Written): [string, string][] {
  return [
    ['Bag-Software-Agent', program],
    ['Bagging-Date', exportedAt.slice(0, 10)],
    ['External-Identifier', `urn:uuid:${caseId}`],
    ['External-Description', name],
    [VERSION_LABEL, String(version)],
  ];
}

/** Captures on their way into the zip: while one is packed, the next are read and hashed. */
const TOGETHER = 8;

/** Bytes of captures that wait to be packed at most, but for a single larger one. */
const WAITING_BYTES = 8 * 2 ** 20;

/** Rows between two looks at whether the analyst has cancelled. */
const PAUSE_EVERY = 500;

/** Writes the payload of one case and counts what it wrote. */
class CaseWriter {
  readonly #source: CaseSource;
  readonly #summary: CaseSummary;
  readonly #bag: BagWriter;
  readonly #job: JobControl;
  readonly #total: number;
  #done = 0;

  constructor(source: CaseSource, summary: CaseSummary, bag: BagWriter, job: JobControl) {
    this.#source = source;
    this.#summary = summary;
    this.#bag = bag;
    this.#job = job;
    const entries = summary.heads.reduce((sum, { seq }) => sum + seq, 0);
    const rows = caseTables.reduce((sum, table) => sum + summary.counts[table], 0);
    this.#total = rows + summary.counts.captures + entries;
  }

  async write(tables: readonly CaseTable[]): Promise<Record<CaseTable, number>> {
    const counts = Object.fromEntries(caseTables.map((table) => [table, 0])) as Record<CaseTable, number>;
    const packed = new Map<string, boolean>();
    for (const table of tables) {
      const see = (row: object) => {
        counts[table] += 1;
        if (table === 'captures') noteCapture(packed, row);
        return this.#tick();
      };
      const lines = writeLines(tablePath(table), this.#rowsOf(table), see);
      await this.#bag.addPayload(tablePath(table).slice('data/'.length), lines);
    }
    await this.#writeCaptures(packed);
    await this.#writeChains();
    await this.#checkUnchanged();
    return counts;
  }

  #rowsOf(table: CaseTable): AsyncIterable<object> {
    if (table === 'texts') return this.#textLines();
    return table === 'people' ? this.#people() : this.#source.rows(table);
  }

  /** In the order of their ids, as readers ask for it: whoever has no name yet comes last from a workspace. */
  async *#people(): AsyncGenerator<object> {
    const people: Row<'people'>[] = [];
    for await (const person of this.#source.rows('people')) people.push(person);
    yield* people.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Text versions with their words: both come in the same order. */
  async *#textLines(): AsyncGenerator<TextLine> {
    const texts = this.#source.texts()[Symbol.asyncIterator]();
    for await (const row of this.#source.rows('texts')) {
      const body = await texts.next();
      if (body.done || body.value.id !== row.id)
        throw new AppError('altered', `The text ${row.id} has lost its words.`);
      yield { ...row, text: decodeText(row.id, body.value.bytes) };
    }
    await texts.return?.();
  }

  async #writeCaptures(packed: ReadonlyMap<string, boolean>): Promise<void> {
    const waiting: { readonly written: Promise<void>; readonly bytes: number }[] = [];
    let waitingBytes = 0;
    let written = 0;
    for await (const { id, bytes } of this.#source.captures()) {
      await this.#tick();
      while (waiting.length === TOGETHER || (waiting.length > 0 && waitingBytes + bytes.length > WAITING_BYTES)) {
        const first = waiting.shift();
        await first?.written;
        waitingBytes -= first?.bytes ?? 0;
      }
      if (!packed.has(id)) throw new AppError('altered', `The capture ${id} has bytes but no row.`);
      const writing = this.#writeCapture(id, ownBytes(bytes), packed.get(id) ?? true);
      writing.catch(() => undefined); // thrown where it is awaited; until then nobody listens
      waiting.push({ written: writing, bytes: bytes.length });
      waitingBytes += bytes.length;
      written += 1;
    }
    for (const each of waiting) await each.written;
    if (written !== packed.size)
      throw new AppError('altered', `${packed.size - written} captures have lost their bytes.`);
  }

  async #writeCapture(id: string, bytes: OwnBytes, isPacked: boolean): Promise<void> {
    const hash = await this.#bag.addPayload(capturePath(id).slice('data/'.length), bytes, isPacked);
    if (hash !== id) throw new AppError('altered', `The capture ${id} was altered: its bytes have another hash.`);
  }

  async #writeChains(): Promise<void> {
    for (const { chain } of this.#summary.heads) {
      const path = ledgerPath(chain);
      const lines = writeLines(path, this.#source.entries(chain), () => this.#tick());
      await this.#bag.addPayload(path.slice('data/'.length), lines);
    }
  }

  /** What was read piece by piece is one case only if nothing was committed to it in between. */
  async #checkUnchanged(): Promise<void> {
    if (await this.#source.isUnchanged()) return;
    throw new AppError('conflict', 'The case was changed while it was written. Write it again.');
  }

  /** Counts one item; now and then a promise, for whoever watches and stops the job. */
  #tick(): Promise<void> | undefined {
    this.#done += 1;
    if (this.#done % PAUSE_EVERY !== 0) return undefined;
    throwIfCancelled(this.#job);
    this.#job.onProgress(Math.min(this.#done, this.#total), this.#total);
    return this.#job.pause();
  }
}

/** What is compressed already only grows by packing. */
const COMPRESSED = /^(?:image\/(?!svg|bmp|tiff)|audio\/|video\/|application\/(?:zip|gzip|pdf|x-7z|vnd\.rar|epub))/;

function noteCapture(packed: Map<string, boolean>, row: object): void {
  if ('id' in row && 'mediaType' in row) packed.set(String(row.id), !COMPRESSED.test(String(row.mediaType)));
}

function decodeText(id: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new AppError('altered', `The text ${id} was altered: it is not UTF-8 any more.`, error);
  }
}
