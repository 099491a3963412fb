import { AppError } from '#shared/kernel/app-error.ts';
import type { HashList } from './open-bag.ts';

/** A file whose pieces can be read one after the other. */
export type Pieces = AsyncIterable<Uint8Array<ArrayBuffer>>;

/**
 * Passes a file's pieces on and compares its hashes at the end: what was passed on counts only once this has ended well.
 *
 * @param path - from the bag's folder
 * @throws {AppError} `altered` when a list that names the file gives another hash
 */
export async function* checkedPieces(
  path: string,
  pieces: Pieces,
  lists: readonly HashList[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const wanted = lists.flatMap(({ kind, hashes }) => {
    const hash = hashes.get(path);
    return hash === undefined ? [] : [{ hash, hasher: kind() }];
  });
  for await (const piece of pieces) {
    for (const { hasher } of wanted) hasher.update(piece);
    yield piece;
  }
  for (const { hash, hasher } of wanted) checkHash(path, hash, hasher.hex());
}

/**
 * Compares a hash with what the manifest promises.
 *
 * @throws {AppError} `altered` when they differ
 */
export function checkHash(path: string, promised: string, found: string): void {
  if (promised !== found)
    throw new AppError('altered', `${path} was altered: its hash is not the one in the manifest.`);
}
