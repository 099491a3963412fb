import { AppError } from '#shared/kernel/app-error.ts';
import { withoutRoom, withRoom } from './growing.ts';

const BYTES = 16;
const ZERO = 0x30;
const HYPHEN = 0x2d;
const LETTER_A = 0x61;
const LETTER_F = 0x66;
/** Marks a place of the table that was never taken; slots are stored one higher. */
const FREE = 0;

/**
 * Keeps the ids of a hundred thousand rows in 16 bytes each and finds a row by its id.
 *
 * Ids end in bytes of a hash or of chance, so that the last four serve as the hash of an open table.
 */
export class ArticleIds {
  private bytes = new Uint8Array(0);
  private table = new Uint32Array(BYTES);
  private taken = 0;

  /**
   * Writes the id of a slot that had none.
   *
   * @throws {AppError} `bad-input` if `id` is no lower-case UUID
   */
  set(slot: number, id: string): void {
    this.bytes = withRoom(this.bytes, (slot + 1) * BYTES);
    this.bytes.set(bytesOf(id), slot * BYTES);
    if ((this.taken + 1) * 4 > this.table.length * 3) this.spread(this.table.length * 2);
    this.place(slot);
  }

  /** The slot of an id; -1 when no slot has it. */
  find(id: string): number {
    const wanted = bytesOf(id);
    for (let at = this.first(wanted, 0); ; at = (at + 1) % this.table.length) {
      const entry = this.table[at] ?? FREE;
      if (entry === FREE) return -1;
      if (this.isAt(entry - 1, wanted)) return entry - 1;
    }
  }

  /** The id of a slot. */
  at(slot: number): string {
    let text = '';
    for (let byte = 0; byte < BYTES; byte++) {
      if (byte === 4 || byte === 6 || byte === 8 || byte === 10) text += '-';
      text += (this.bytes[slot * BYTES + byte] ?? 0).toString(16).padStart(2, '0');
    }
    return text;
  }

  /** The order of two slots' ids: negative, positive, or 0 for one slot. */
  compare(a: number, b: number): number {
    for (let byte = 0; byte < BYTES; byte++) {
      const difference = (this.bytes[a * BYTES + byte] ?? 0) - (this.bytes[b * BYTES + byte] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** Lets go of room for more. */
  trim(): void {
    this.bytes = withoutRoom(this.bytes, this.taken * BYTES);
  }

  private spread(room: number): void {
    const old = this.table;
    this.table = new Uint32Array(room);
    this.taken = 0;
    for (const entry of old) if (entry !== FREE) this.place(entry - 1);
  }

  private place(slot: number): void {
    let at = this.first(this.bytes, slot * BYTES);
    while ((this.table[at] ?? FREE) !== FREE) at = (at + 1) % this.table.length;
    this.table[at] = slot + 1;
    this.taken++;
  }

  private first(bytes: Uint8Array, start: number): number {
    const from = start + BYTES - 4;
    const word =
      ((bytes[from] ?? 0) << 24) |
      ((bytes[from + 1] ?? 0) << 16) |
      ((bytes[from + 2] ?? 0) << 8) |
      (bytes[from + 3] ?? 0);
    return (word >>> 0) % this.table.length;
  }

  private isAt(slot: number, wanted: Uint8Array): boolean {
    for (let byte = 0; byte < BYTES; byte++) if (this.bytes[slot * BYTES + byte] !== wanted[byte]) return false;
    return true;
  }
}

/** Where a hyphen stands in a UUID. */
const HYPHENS: ReadonlySet<number> = new Set([8, 13, 18, 23]);
const LENGTH = 36;

function bytesOf(id: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(BYTES);
  let isUuid = id.length === LENGTH;
  let digit = 0;
  for (let at = 0; at < LENGTH && isUuid; at++) {
    const code = id.charCodeAt(at);
    if (HYPHENS.has(at)) {
      isUuid = code === HYPHEN;
      continue;
    }
    const value = code >= LETTER_A && code <= LETTER_F ? code - LETTER_A + 10 : code - ZERO;
    isUuid = value >= 0 && value < 16 && value < 10 === code < LETTER_A;
    bytes[digit >> 1] = ((bytes[digit >> 1] ?? 0) << 4) | value;
    digit++;
  }
  if (!isUuid) throw new AppError('bad-input', `"${id}" is no id of an article.`);
  return bytes;
}
