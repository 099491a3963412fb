import { checkedPieces, checkHash } from '#shared/exchange/bag/check-hash.ts';
import { sha256Of } from '#shared/exchange/bag/digest.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import type { CaseArchive } from './open-case-archive.ts';

/** Captures that are hashed side by side. */
const TOGETHER = 16;

/** Up to this size a capture is hashed whole, by the faster way; above it piece by piece. */
const WHOLE_BYTES = 512 * 1024;

/**
 * Hashes every capture: against the manifest, against its name, and its size against its row.
 *
 * @param sizes - bytes of each capture by its id, as the rows have them
 * @returns bytes of all captures
 * @throws {AppError} `altered` for wrong, missing or unnamed bytes
 */
export async function checkCaptures(
  archive: CaseArchive,
  sizes: ReadonlyMap<string, number>,
  job: JobControl,
  onChecked: (count: number) => void,
): Promise<number> {
  let bytes = 0;
  let count = 0;
  let waiting: Promise<void>[] = [];
  for await (const { id, path, member } of archive.captures()) {
    const size = sizes.get(id);
    if (size === undefined) throw new AppError('altered', `${path} has no row in captures.`);
    if (size !== member.bytes)
      throw new AppError('altered', `${path} has ${member.bytes} bytes, its row says ${size}.`);
    bytes += size;
    count += 1;
    if (size > WHOLE_BYTES) {
      for await (const _ of checkedPieces(path, member.stream(), archive.bag.payload)) throwIfCancelled(job);
      checkName(id, archive.bag.payload[0]?.hashes.get(path));
      continue;
    }
    // unpacked one after the other, which is quicker than side by side; hashed meanwhile, beside this thread
    const checking = sha256Of(await member.whole()).then((hash) => {
      for (const { hashes } of archive.bag.payload) checkHash(path, hashes.get(path) ?? '', hash);
      checkName(id, hash);
    });
    checking.catch(() => undefined); // thrown where all are awaited; until then nobody listens
    waiting.push(checking);
    if (waiting.length < TOGETHER) continue;
    await Promise.all(waiting);
    onChecked(waiting.length);
    waiting = [];
    throwIfCancelled(job);
    await job.pause();
  }
  await Promise.all(waiting);
  if (count !== sizes.size) throw new AppError('altered', `${sizes.size - count} captures have rows but no bytes.`);
  return bytes;
}

function checkName(id: string, hash: string | undefined): void {
  if (hash !== id)
    throw new AppError('altered', `data/captures/${id} was altered: its bytes have another hash than its name.`);
}
