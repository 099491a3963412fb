import type { FileHandle } from 'node:fs/promises';
import { CHUNK_BYTES } from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';

/** One piece of a file: base64, and whether it is the last. */
export type FileChunk = { chunk: string; isLast: boolean };

/** Reads at most `CHUNK_BYTES` from `offset` (bytes); behind the end there is an empty last chunk. */
export async function readChunk(file: FileHandle, offset: number): Promise<FileChunk> {
  const { size } = await file.stat();
  const wanted = Math.max(0, Math.min(CHUNK_BYTES, size - offset));
  const bytes = Buffer.alloc(wanted);
  let filled = 0;
  while (filled < wanted) {
    const { bytesRead } = await file.read(bytes, filled, wanted - filled, offset + filled);
    if (bytesRead === 0) break; // it became shorter meanwhile
    filled += bytesRead;
  }
  return { chunk: bytes.subarray(0, filled).toString('base64'), isLast: offset + wanted >= size || filled < wanted };
}

/**
 * The bytes of one chunk as it crossed the bridge.
 *
 * @throws {AppError} `bad-input` if it is not base64 in its one canonical form: Node would pass over what it cannot read
 */
export function bytesOfChunk(chunk: string): Buffer {
  const bytes = Buffer.from(chunk, 'base64');
  if (bytes.toString('base64') !== chunk) throw new AppError('bad-input', 'A chunk is not base64.');
  return bytes;
}
