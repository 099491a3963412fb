import { sha256Stream } from '#shared/custody/sha256.ts';
import type { CaptureId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';

/** Bytes of the largest capture: beyond it neither a text nor a copy of it fits the memory of a page. */
export const MOST_CAPTURE_BYTES = 512 * 1024 * 1024;

/** What is read of a file: as much of `File` as is used here. */
export type ReadableFile = Pick<File, 'size' | 'stream'>;

/** The bytes of a file as they are, and their name. */
export type CaptureBytes = { readonly id: CaptureId; readonly bytes: Uint8Array<ArrayBuffer> };

/**
 * Reads a file piece by piece, hashing as it goes.
 *
 * @throws {AppError} `too-large`, unread; `unreadable` when it is empty, has gone, or changes while it is read; `cancelled`
 */
export async function readCapture(file: ReadableFile, job: JobControl): Promise<CaptureBytes> {
  if (file.size > MOST_CAPTURE_BYTES) {
    const megabytes = Math.ceil(file.size / 1024 / 1024).toLocaleString('en');
    throw new AppError('too-large', `It has ${megabytes} MB; 512 MB is the most. Split it, then import the parts.`);
  }
  if (file.size === 0) throw new AppError('unreadable', 'It is empty. Save the page again, then import it again.');
  const bytes = new Uint8Array(file.size);
  const hash = sha256Stream();
  let length = 0;
  for await (const piece of piecesOf(file)) {
    throwIfCancelled(job);
    if (length + piece.length > bytes.length) throw changed();
    bytes.set(piece, length);
    hash.update(piece);
    length += piece.length;
    await job.pause();
  }
  if (length < bytes.length) throw changed();
  return { id: hash.hex() as string as CaptureId, bytes };
}

async function* piecesOf(file: ReadableFile): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'unreadable',
      'It is no longer where it was, or may not be read. Look whether it is still there, then import it again.',
      error,
    );
  } finally {
    reader.releaseLock();
  }
}

function changed(): AppError {
  return new AppError('unreadable', 'It was changed while it was read. Wait until it is whole, then import it again.');
}
