import type { Person } from '#shared/domain/person.ts';
import type { Row } from '#shared/domain/tables.ts';
import { checkedPieces } from '#shared/exchange/bag/check-hash.ts';
import { type CaseSource, type CaseTable, caseTables } from '#shared/exchange/case-ports.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { throwIfCancelled } from '#shared/kernel/job-control.ts';
import type { Ports } from '#shared/kernel/ports.ts';
import type { RandomAccess } from '#shared/zip/random-access.ts';
import { ArchiveSource } from './archive-source.ts';
import { checkCaptures } from './check-captures.ts';
import { checkChainList, type VerifiedChain, verifyChainFile } from './check-chains.ts';
import { MergeCheck } from './check-merges.ts';
import { QuoteCheck } from './check-quotes.ts';
import { ReferenceCheck } from './check-references.ts';
import { parseWith, RowCheck } from './check-rows.ts';
import { type CaseFileSummary, completeSummary, summarySchema, type TextLine } from './file-schemas.ts';
import { type Line, readLines } from './json-lines.ts';
import { hasTable, ledgerPath, type Part, partOf, SUMMARY_PATH, tablePath } from './layout.ts';
import { type CaseArchive, type OpenOptions, openCaseArchive } from './open-case-archive.ts';

/** What a verified case file is about. */
export type CaseFilePreview = {
  readonly summary: CaseFileSummary;
  readonly chains: readonly VerifiedChain[];
  /** Bytes of all captures, unpacked. */
  readonly captureBytes: number;
  /** What is odd but no reason to refuse the file, for the analyst. */
  readonly faults: readonly string[];
};

/** A case file that was verified whole; its rows are read again as they are asked for. */
export type OpenedCaseFile = { readonly preview: CaseFilePreview; readonly source: CaseSource };

/** What the reading of a case file needs beside its bytes. */
export type ReadOptions = OpenOptions & { readonly ports: Pick<Ports, 'now'> };

/**
 * Verifies a case file whole - zip, bag, every hash, every row, every pointer, every chain - and only then gives it as
 * a source. Memory holds names, keys and one piece at a time, however large the file.
 *
 * @throws {AppError} naming the part that is wrong: `unreadable`, `altered`, `refused`, `too-large`, `newer-version`,
 * `bad-input`; `cancelled`
 * @see RULES.md
 */
export async function readCaseFile(file: RandomAccess, options: ReadOptions): Promise<OpenedCaseFile> {
  try {
    const archive = await openCaseArchive(file, options);
    await checkTags(archive);
    const summary = await readSummary(archive);
    const preview = await new Verification(archive, summary, options).run();
    return { preview, source: new ArchiveSource(archive, summary) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('unreadable', 'This case file cannot be read.', error);
  }
}

async function checkTags({ bag, part, sizes }: CaseArchive): Promise<void> {
  for (const path of sizes.keys()) {
    if (partOf(path)?.kind !== 'tag' || path === 'tagmanifest-sha256.txt') continue;
    if (bag.tags.every(({ hashes }) => !hashes.has(path))) {
      throw new AppError('altered', `${path} is in no line of tagmanifest-sha256.txt.`);
    }
    await drain(checkedPieces(path, part(path).stream(), bag.tags));
  }
}

async function readSummary({ bag, part }: CaseArchive): Promise<CaseFileSummary> {
  const whole = await part(SUMMARY_PATH).whole();
  await drain(
    checkedPieces(
      SUMMARY_PATH,
      (async function* () {
        yield whole;
      })(),
      bag.payload,
    ),
  );
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(whole));
  } catch (error) {
    throw new AppError('unreadable', `${SUMMARY_PATH} is not JSON in UTF-8.`, error);
  }
  const summary = completeSummary(parseWith(summarySchema, SUMMARY_PATH, { number: 1, value }));
  if (summary) return summary;
  throw new AppError('bad-input', `${SUMMARY_PATH}, line 1: counts is not as it has to be.`);
}

/** Highlights before texts, so that quotes can be compared as the texts pass; all else in the usual order. */
const readingOrder: readonly CaseTable[] = ['highlights', ...caseTables.filter((table) => table !== 'highlights')];

/** One pass over all rows, chains and captures of a case file. */
class Verification {
  readonly #archive: CaseArchive;
  readonly #summary: CaseFileSummary;
  readonly #options: ReadOptions;
  readonly #references = new ReferenceCheck();
  readonly #quotes = new QuoteCheck();
  readonly #merges = new MergeCheck();
  readonly #people = new Map<string, Person>();
  readonly #captureSizes = new Map<string, number>();
  readonly #total: number;
  #done = 0;

  constructor(archive: CaseArchive, summary: CaseFileSummary, options: ReadOptions) {
    this.#archive = archive;
    this.#summary = summary;
    this.#options = options;
    const rows = caseTables.reduce((sum, table) => sum + summary.counts[table], 0);
    this.#total = summary.counts.captures + summary.heads.reduce((sum, { seq }) => sum + seq, rows);
  }

  async run(): Promise<CaseFilePreview> {
    const parts = [...this.#archive.sizes.keys()].map(partOf);
    this.#checkTables(parts);
    checkChainList(
      this.#summary,
      parts.flatMap((part) => (part?.kind === 'ledger' ? [part.chain] : [])),
    );
    for (const table of readingOrder) await this.#checkTable(table);
    this.#references.end();
    this.#merges.end();
    this.#checkCase();
    const chains: VerifiedChain[] = [];
    for (const head of this.#summary.heads) {
      const lines = this.#lines(ledgerPath(head.chain));
      chains.push(await verifyChainFile(head, this.#people, lines, this.#options.ports.now()));
    }
    const captureBytes = await checkCaptures(this.#archive, this.#captureSizes, this.#options.job, (count) => {
      this.#done += count;
      this.#options.job.onProgress(this.#done, this.#total);
    });
    return { summary: this.#summary, chains, captureBytes, faults: this.#quotes.faults };
  }

  /** What is not of the file's own version would be neither checked nor taken in. */
  #checkTables(parts: readonly (Part | null)[]): void {
    const { formatVersion } = this.#summary;
    for (const part of parts) {
      if (part?.kind !== 'table' || hasTable(formatVersion, part.table)) continue;
      throw new AppError(
        'refused',
        `${tablePath(part.table)} does not belong in a case file of format ${formatVersion}.`,
      );
    }
  }

  async #checkTable<T extends CaseTable>(table: T): Promise<void> {
    if (!hasTable(this.#summary.formatVersion, table)) return;
    const path = tablePath(table);
    const rows = new RowCheck(table, this.#summary.caseId);
    for await (const lines of this.#lines(path)) {
      for (const line of lines) {
        const row = rows.add(line);
        this.#references.add(table, row, path, line.number);
        this.#merges.add(path, row);
        this.#note(table, row);
      }
    }
    const said = this.#summary.counts[table];
    if (rows.count !== said) {
      throw new AppError('altered', `${path} has ${rows.count} rows, casefile.json says ${said}.`);
    }
  }

  #note(table: CaseTable, row: object): void {
    if (table === 'people') this.#people.set((row as Person).id, row as Person);
    else if (table === 'captures') this.#captureSizes.set((row as Row<'captures'>).id, (row as Row<'captures'>).size);
    else if (table === 'highlights') this.#quotes.expect(row as Row<'highlights'>);
    else if (table === 'texts') this.#quotes.look(row as TextLine);
  }

  #checkCase(): void {
    const { caseId, counts } = this.#summary;
    if (!this.#references.has('cases', caseId) || counts.cases !== 1) {
      throw new AppError('bad-input', `${tablePath('cases')} does not hold the one case that casefile.json names.`);
    }
  }

  async *#lines(path: string): AsyncGenerator<Line[]> {
    const { part, bag } = this.#archive;
    const { job } = this.#options;
    for await (const lines of readLines(path, checkedPieces(path, part(path).stream(), bag.payload))) {
      yield lines;
      this.#done += lines.length;
      throwIfCancelled(job);
      job.onProgress(Math.min(this.#done, this.#total), this.#total);
      await job.pause();
    }
  }
}

async function drain(pieces: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of pieces);
}
