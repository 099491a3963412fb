import { fromBase64 } from '../safety/base64.ts';
import type { HostCall } from '../safety/host-call.ts';

/** Bytes that can be fetched piece by piece. */
type Piece = (offset: number) => Promise<{ readonly chunk: string; readonly isLast: boolean }>;

/** Fetches all pieces of a file that the host holds; the browser may put them on disk. */
export async function fetchPieces(piece: Piece): Promise<Blob> {
  const parts: Blob[] = [];
  for (let offset = 0; ; ) {
    const { chunk, isLast } = await piece(offset);
    const bytes = fromBase64(chunk);
    parts.push(new Blob([bytes]));
    offset += bytes.length;
    if (isLast) return new Blob(parts);
  }
}

/**
 * Fetches a file that the operating system handed over, and lets go of it at the host.
 *
 * @throws {AppError} `not-found`, `unavailable`
 */
export async function fetchOpened(call: HostCall, token: string): Promise<Blob> {
  try {
    return await fetchPieces((offset) => call('opened-file:read', { token, offset }));
  } finally {
    // whether it was read or not, nobody asks for it again
    await call('opened-file:close', { token }).catch(() => undefined);
  }
}
