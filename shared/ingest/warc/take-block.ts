import { sha256Stream } from '#shared/custody/sha256.ts';
import type { Hash } from '#shared/domain/ids.ts';
import type { Bytes } from '../byte-source.ts';
import type { Remark } from '../format-reader.ts';
import { type ByteQueue, concatenated } from '../packed/byte-queue.ts';
import { findRecordStart, goToRecordStart, START_LENGTH, skipBlankLines } from './record-start.ts';

/** Bytes of a block that is held: no page is larger; films and disk images are. */
export const MOST_BLOCK = 64 * 1024 * 1024;
const STEP = 256 * 1024;

/** The block of a record; `bytes` is its header and it. */
export type TakenBlock = {
  /** Null when it is too large to be held. */
  readonly bytes: Bytes | null;
  readonly size: number;
  readonly hash: Hash;
  readonly remarks: readonly Remark[];
};

/**
 * Takes the block of a record, wherever it really ends: lengths are stated too large, too small or not at all.
 *
 * @param stated - bytes; null for what states none
 * @param isBelieved - false to look for the end whatever is stated
 * @returns null when the length that is stated is so wrong that the records behind would be lost: to be read again without it
 */
export async function takeBlock(
  queue: ByteQueue,
  header: Bytes,
  stated: number | null,
  isBelieved = true,
): Promise<TakenBlock | null> {
  if (stated === null || !isBelieved) return holdToNext(queue, header, new Uint8Array(0), stated);
  return stated > MOST_BLOCK ? skim(queue, header, stated) : hold(queue, header, stated);
}

async function hold(queue: ByteQueue, header: Bytes, stated: number): Promise<TakenBlock> {
  const block = await queue.take(stated);
  const isShort = block.length < stated;
  if (!isShort && (await isAtRecordEnd(queue))) return taken(header, [block], []);
  const within = findRecordStart(block);
  if (within >= 0) {
    const end = withoutBreaks(block.subarray(0, within));
    queue.putBack(block.subarray(end.length));
    return taken(header, [end], [wrongLength(stated, end.length)]);
  }
  if (isShort) return taken(header, [block], [cutOff(stated, block.length)]);
  return holdToNext(queue, header, block, stated);
}

/** What no length delimits goes to where the next record begins. */
async function holdToNext(queue: ByteQueue, header: Bytes, first: Bytes, stated: number | null): Promise<TakenBlock> {
  const parts = [first];
  const most = MOST_BLOCK - first.length;
  await goToRecordStart(queue, (bytes) => parts.push(bytes), most);
  const block = withoutBreaks(concatenated(parts));
  return taken(header, [block], [wrongLength(stated, block.length)]);
}

async function skim(queue: ByteQueue, header: Bytes, stated: number): Promise<TakenBlock | null> {
  const hash = sha256Stream();
  hash.update(header);
  let size = 0;
  let hasOthers = false;
  let tail: Bytes = new Uint8Array(0);
  while (size < stated) {
    const piece = await queue.some(Math.min(STEP, stated - size));
    if (piece.length === 0) break;
    hash.update(piece);
    size += piece.length;
    hasOthers ||=
      findRecordStart(concatenated([tail, piece.subarray(0, START_LENGTH)])) >= 0 || findRecordStart(piece) >= 0;
    tail = piece.slice(-START_LENGTH);
  }
  const isWhole = size === stated && (await isAtRecordEnd(queue));
  if (!isWhole && (hasOthers || size <= MOST_BLOCK)) return null;
  const remarks = isWhole ? [] : [size < stated ? cutOff(stated, size) : wrongLength(stated, size)];
  return { bytes: null, size: header.length + size, hash: hash.hex(), remarks };
}

/** Two line breaks end a record; fewer do before another one, or at the end of the file. */
async function isAtRecordEnd(queue: ByteQueue): Promise<boolean> {
  const breaks = String.fromCharCode(...(await queue.peek(4)));
  if (breaks === '\r\n\r\n' || breaks.startsWith('\n\n')) return true;
  await skipBlankLines(queue);
  const ahead = await queue.peek(START_LENGTH);
  return ahead.length === 0 || findRecordStart(ahead) === 0;
}

function withoutBreaks(block: Bytes): Bytes {
  const text = String.fromCharCode(...block.subarray(-4));
  return block.subarray(0, block.length - (/(?:\r?\n){1,2}$/.exec(text)?.[0].length ?? 0));
}

function taken(header: Bytes, parts: readonly Bytes[], remarks: readonly Remark[]): TakenBlock {
  const bytes = concatenated([header, ...parts]);
  const hash = sha256Stream();
  hash.update(bytes);
  return { bytes, size: bytes.length, hash: hash.hex(), remarks };
}

function wrongLength(stated: number | null, found: number): Remark {
  const words = stated === null ? 'It states no length' : `It states a length of ${stated} bytes`;
  return { code: 'altered', words: `${words}; it goes on for ${found} until the next record.` };
}

function cutOff(stated: number, found: number): Remark {
  return { code: 'truncated', words: `It was cut off: of ${stated} bytes there are ${found}.` };
}
