import { AppError, type ErrorCode } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import type { ByteSource } from './byte-source.ts';
import { headOf } from './format-head.ts';
import type { LeftOut, LeftOutCode, ReadingContext, ReadOutcome, RecordPlace } from './format-reader.ts';
import { wholeFile } from './format-reader.ts';
import { FORMATS } from './formats.ts';
import type { ReadingHints } from './reader.ts';
import { wordsForUnknown } from './refuse-binary.ts';

/** Containers within containers: a mail with a zip of crawls needs three, and a bomb takes as many as it gets. */
const MOST_DEPTH = 5;

/**
 * Reads a file of any format, by what it is and not by what it is called, as a stream of outcomes in the order of the file. Whatever
 * the file holds, it gives at least one outcome and no exception; what was yielded before something broke stays good.
 *
 * @throws {AppError} `cancelled` alone
 */
export function readSource(source: ByteSource, hints: ReadingHints, job: JobControl): AsyncGenerator<ReadOutcome> {
  return readAt(source, hints, job, 0);
}

async function* readAt(
  source: ByteSource,
  hints: ReadingHints,
  job: JobControl,
  depth: number,
): AsyncGenerator<ReadOutcome> {
  const whole = { ...wholeFile, size: source.size };
  let isEmpty = true;
  try {
    for await (const outcome of outcomesOf(source, hints, job, depth)) {
      isEmpty = false;
      yield { ...outcome, place: joined(whole, outcome.place) };
    }
    if (isEmpty) yield leftOut(whole, 'no-text', 'There is no article in it.');
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') throw error;
    yield brokenOff(whole, error);
  }
}

async function* outcomesOf(
  source: ByteSource,
  hints: ReadingHints,
  job: JobControl,
  depth: number,
): AsyncGenerator<ReadOutcome> {
  const whole = { ...wholeFile, size: source.size };
  if (depth > MOST_DEPTH) {
    yield leftOut(
      whole,
      'refused',
      'It lies in too many archives within archives. Unpack the outer ones and import it.',
    );
    return;
  }
  if (source.size === 0) {
    yield leftOut(whole, 'unreadable', 'It is empty. Save the page again, then import it again.');
    return;
  }
  const head = await headOf(source, hints.mediaType);
  for (const format of FORMATS) {
    if (!(await format.fits(head, hints, source))) continue;
    yield* format.read(source, hints, { job, depth, readPart: partReader(job, depth + 1) });
    return;
  }
  yield leftOut(whole, 'unknown-format', wordsForUnknown(head.bytes));
}

/** Reads what lies within as if it were a file of its own, then says where it lies. How far a part is read is not told: nobody waits for it. */
function partReader(job: JobControl, depth: number): ReadingContext['readPart'] {
  const quiet: JobControl = { ...job, pause: () => job.pause(), onProgress: () => {} };
  return async function* (part, hints, place) {
    for await (const outcome of readAt(part, hints, quiet, depth)) {
      yield { ...outcome, place: joined(place, outcome.place) };
    }
  };
}

/** The place of what stands at `inner` of a record at `outer`; what is the whole of the record keeps all that is known of it. */
function joined(outer: RecordPlace, inner: RecordPlace): RecordPlace {
  if (inner.path.length > 0) return { ...inner, path: [...outer.path, ...inner.path] };
  return {
    path: outer.path,
    offset: outer.path.length > 0 ? outer.offset : inner.offset,
    size: outer.size ?? inner.size,
    hash: outer.hash ?? inner.hash,
    name: outer.name ?? inner.name,
  };
}

const CODES: Partial<Record<ErrorCode, LeftOutCode>> = {
  'bad-input': 'bad-input',
  unreadable: 'unreadable',
  'too-large': 'too-large',
  altered: 'altered',
  refused: 'refused',
  'not-found': 'not-found',
};

function brokenOff(place: RecordPlace, error: unknown): LeftOut {
  const code = error instanceof AppError ? CODES[error.code] : undefined;
  if (code !== undefined && error instanceof AppError) return leftOut(place, code, error.message);
  const reason = 'The workbench could not read it: a fault of its own, noted in the log. What stands before it is in.';
  return { ...leftOut(place, 'internal', reason), cause: error };
}

function leftOut(place: RecordPlace, code: LeftOutCode, reason: string): LeftOut {
  return { kind: 'left-out', place, mediaType: null, code, reason };
}
