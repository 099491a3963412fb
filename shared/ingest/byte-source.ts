import { AppError } from '#shared/kernel/app-error.ts';
import { type JobControl, throwIfCancelled, unattended } from '#shared/kernel/job-control.ts';

/** Bytes that nobody else may change while they are held. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The bytes of one file, or of one part of a container, to be read in ranges: a `File` and a `Blob` are one as they are. Two
 * gigabytes of it cost no memory until they are asked for, so no reader asks for all of it unless it has looked at `size`.
 */
export type ByteSource = {
  /** In bytes. */
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
};

/** Bytes of one read: large enough that reading is not the cost, small enough that a cancel is felt. */
const PIECE = 1024 * 1024;

/** Bytes that are in memory already, as a source. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    slice: (start, end) => ({ arrayBuffer: () => Promise.resolve(new Uint8Array(bytes.subarray(start, end)).buffer) }),
  };
}

/**
 * The bytes `[start, end)` of a source, fewer only where it ends.
 *
 * @throws {AppError} `unreadable` when the file has gone, may not be read or was changed meanwhile
 */
export async function readRange(source: ByteSource, start: number, end: number): Promise<Bytes> {
  const last = Math.min(end, source.size);
  if (start >= last) return new Uint8Array(0);
  let bytes: Bytes;
  try {
    bytes = new Uint8Array(await source.slice(start, last).arrayBuffer());
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'unreadable',
      'It is no longer where it was, was changed while it was read, or may not be read. Look whether it is still there, then import it again.',
      error,
    );
  }
  if (bytes.length === last - start) return bytes;
  throw new AppError('unreadable', 'It was changed while it was read. Wait until it is whole, then import it again.');
}

/**
 * Everything from `start` on, in pieces of a mebibyte, pausing after each.
 *
 * @throws {AppError} as `readRange`; `cancelled`
 */
export async function* piecesOf(source: ByteSource, job: JobControl = unattended, start = 0): AsyncGenerator<Bytes> {
  for (let at = start; at < source.size; at += PIECE) {
    throwIfCancelled(job);
    yield await readRange(source, at, at + PIECE);
    await job.pause();
  }
}

/**
 * All bytes of a source at once.
 *
 * @param most - bytes beyond which it is refused unread
 * @throws {AppError} `too-large`; as `piecesOf`
 */
export async function wholeOf(source: ByteSource, most: number, job: JobControl = unattended): Promise<Bytes> {
  if (source.size > most) {
    const [is, mayBe] = [source.size, most].map((bytes) => Math.ceil(bytes / 1024 / 1024).toLocaleString('en'));
    throw new AppError('too-large', `It has ${is} MB; ${mayBe} MB is the most. Split it, then import the parts.`);
  }
  const whole = new Uint8Array(source.size);
  let length = 0;
  for await (const piece of piecesOf(source, job)) {
    whole.set(piece, length);
    length += piece.length;
  }
  return whole;
}
