import type { Bytes } from '../byte-source.ts';
import type { ByteQueue } from '../packed/byte-queue.ts';

/** Bytes from which the beginning of a record is told: `WARC/1.1`, a line break, and the name of a header. */
export const START_LENGTH = 18;
const START = /^WARC\/\d\.\d{1,2}\r?\n(?:WARC-|Content)/i;
const LETTER_W = 0x57;
/** Bytes looked through at once. */
const STEP = 256 * 1024;

/** Where the next record begins in bytes; -1 where none does. */
export function findRecordStart(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(LETTER_W); at >= 0; at = bytes.indexOf(LETTER_W, at + 1)) {
    if (bytes[at + 1] === 0x41 && START.test(String.fromCharCode(...bytes.subarray(at, at + START_LENGTH)))) return at;
  }
  return -1;
}

/**
 * Goes to where the next record begins, or to the end.
 *
 * @param onBytes - sees what is passed over
 * @param most - bytes after which it stops anyway
 * @returns whether a record begins here
 */
export async function goToRecordStart(
  queue: ByteQueue,
  onBytes: (bytes: Bytes) => void,
  most = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  for (let passed = 0; passed < most; ) {
    const ahead = await queue.peek(STEP);
    const found = findRecordStart(ahead);
    if (found < 0 && ahead.length < STEP) {
      onBytes(await queue.take(ahead.length));
      return false;
    }
    // the beginning may be cut by the end of what was looked through
    const length = Math.min(found < 0 ? ahead.length - START_LENGTH : found, most - passed);
    onBytes(await queue.take(length));
    passed += length;
    if (found >= 0 && length === found) return true;
  }
  return false;
}

/** Passes over line breaks between records. */
export async function skipBlankLines(queue: ByteQueue): Promise<void> {
  for (;;) {
    const ahead = await queue.peek(64);
    const length = ahead.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
    if (length === 0 || ahead.length === 0) return;
    await queue.take(length < 0 ? ahead.length : length);
  }
}
