import { isSameJson } from '#shared/custody/canonical-json.ts';
import type { Hash } from '#shared/domain/ids.ts';
import type { ImportChoices } from '#shared/domain/import.ts';
import type { Mapping } from '#shared/domain/mapping.ts';
import { type ByteSource, type Bytes, wholeOf } from '#shared/ingest/byte-source.ts';
import type { FoundArticle, FoundContainer, LeftOut, ReadOutcome, Remark } from '#shared/ingest/format-reader.ts';
import { readSource } from '#shared/ingest/read-source.ts';
import type { ReadingHints } from '#shared/ingest/reader.ts';
import type { TableMapping } from '#shared/ingest/tables/table-mapping.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { articleRows } from './article-rows.ts';
import { HashedSource } from './hashed-source.ts';
import { RecordPacker } from './pack-records.ts';
import type { ParsedContainer, ParsedRecord, ParserEvent } from './parsed-file.ts';
import { tableMapping } from './table-mapping.ts';

/** Bytes of the largest capture: beyond it neither a text nor a copy of it fits the memory of a page. */
export const MOST_CAPTURE_BYTES = 512 * 1024 * 1024;
/** Bytes up to which a file that could not be read is hashed, to be known again. */
const MOST_HASHED = 64 * 1024 * 1024;
/** Between the steps of a path. */
const BETWEEN = ' › ';

/** What is to be read, and how. */
export type FileToParse = {
  readonly source: ByteSource;
  readonly hints: ReadingHints;
  readonly choices: ImportChoices;
  /** What is remembered of tables. */
  readonly mappings: readonly Mapping[];
};

/**
 * Reads a file to its end and makes rows of what is in it. Whatever it holds, it ends in an `ended`.
 *
 * @throws {AppError} `cancelled` alone
 */
export async function* parseFile(
  { source, hints, choices, mappings }: FileToParse,
  job: JobControl,
): AsyncGenerator<ParserEvent> {
  const hashed = new HashedSource(source);
  const packer = new RecordPacker();
  const records = new RecordMaker();
  for await (const outcome of readSource(hashed, hints, job)) {
    const remembered = outcome.kind === 'left-out' ? mappingFor(outcome, hints, mappings) : null;
    if (remembered)
      return yield* parseFile({ source, choices, mappings, hints: { ...hints, mapping: remembered } }, job);
    hashed.isHashing ||= outcome.kind === 'container';
    const record = records.of(outcome);
    if (record) packer.add(record);
    if (packer.isFull) yield { type: 'records', records: packer.take() };
  }
  yield { type: 'records', records: packer.take() };
  const { container } = records;
  const whole = container && choices.keepsWhole ? await wholeFile(source, job) : null;
  yield { type: 'ended', end: { container, whole, sha256: records.whole ?? (await hashOf(hashed, container, job)) } };
}

/** How a table of these columns was read before; null for any other. */
function mappingFor({ code, guess }: LeftOut, hints: ReadingHints, mappings: readonly Mapping[]): TableMapping | null {
  if (code !== 'unmapped' || !guess || hints.mapping) return null;
  const same = mappings.find(({ columns }) => isSameJson(columns, guess.columns));
  return same ? tableMapping(same) : null;
}

/** Makes records of outcomes, and remembers what was said of the file itself. */
class RecordMaker {
  /** What the file says of itself; null while it is no container. */
  container: ParsedContainer | null = null;
  /** The hash of the file where it is one article; null where it is not. */
  whole: Hash | null = null;
  private last: Bytes | null = null;

  /** @returns null for what speaks of the file itself */
  of(outcome: ReadOutcome): ParsedRecord | null {
    if (outcome.kind === 'article') return this.article(outcome);
    if (outcome.kind === 'left-out') return leftRecord(outcome);
    if (outcome.place.path.length > 0) return containerWithin(outcome);
    const { format, mediaType, facts, remarks } = outcome;
    this.container = { format, mediaType, facts: [...facts], remarks: remarks.map(({ words }) => words) };
    return null;
  }

  private article({ place, capture, within, article, origin, remarks }: FoundArticle): ParsedRecord {
    // articles of one capture come one after another: its bytes go with the first
    const bytes = capture.bytes === this.last ? null : capture.bytes;
    this.last = capture.bytes;
    if (place.path.length === 0 && !this.container) this.whole = capture.id as string as Hash;
    const rows = articleRows({ captureId: capture.id, position: within }, article);
    return {
      position: [...place.path, ...(within === '' ? [] : [within])].join(BETWEEN),
      name: place.name,
      mediaType: capture.mediaType,
      size: place.size,
      sha256: place.hash,
      reason: wordsOf(remarks),
      article: { captureId: capture.id, mediaType: capture.mediaType, bytes, origin, rows },
      left: null,
    };
  }
}

function leftRecord({ place, mediaType, code, reason, guess, cause }: LeftOut): ParsedRecord {
  if (code === 'internal') console.error(cause);
  return {
    position: place.path.join(BETWEEN),
    name: place.name,
    mediaType,
    size: place.size,
    sha256: place.hash,
    reason,
    article: null,
    left: { code, reason, guess: guess ?? null },
  };
}

function containerWithin({ place, mediaType, remarks }: FoundContainer): ParsedRecord {
  return {
    position: place.path.join(BETWEEN),
    name: place.name,
    mediaType,
    size: place.size,
    sha256: place.hash,
    reason: wordsOf([{ words: 'What is in it stands below.' }, ...remarks]),
    article: null,
    left: null,
  };
}

function wordsOf(remarks: readonly Pick<Remark, 'words'>[]): string {
  return remarks.map(({ words }) => words).join(' ');
}

/** Null for what cannot be kept whole: its records are. */
async function wholeFile(source: ByteSource, job: JobControl): Promise<Bytes | null> {
  return source.size > MOST_CAPTURE_BYTES ? null : unlessGone(wholeOf(source, MOST_CAPTURE_BYTES, job));
}

function hashOf(hashed: HashedSource, container: ParsedContainer | null, job: JobControl) {
  return container || hashed.size <= MOST_HASHED ? unlessGone(hashed.hash(job)) : Promise.resolve(null);
}

/** A file that has gone meanwhile has been told of: what is known of it by then stays. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'cancelled') return null;
    throw error;
  }
}
