import type { Dictionary } from '#shared/search/segment/dictionary.ts';
import { encodeLetters } from '#shared/search/segment/term-key.ts';

/** Bytes of a key that are compared: more than a kept word has. */
const DEEPEST = 512;
/**
 * Visits the terms of one kind that are within so many edits of a word, in order. Where no continuation of what has been
 * read can come near enough, all terms that begin so are passed over.
 *
 * Terms are compared letter by letter in a table of the usual kind (optimal string alignment), whose rows for the bytes
 * shared with the term before are kept.
 */
export function visitFuzzy(
  dictionary: Dictionary,
  kind: number,
  wanted: string,
  edits: number,
  visit: () => void,
): void {
  const table = new EditTable(wanted, edits);
  const start = Uint8Array.of(kind);
  let isThere = dictionary.seek(start);
  while (isThere && dictionary.key[0] === kind) {
    const isRead = table.read(dictionary.key, dictionary.length);
    if (isRead) {
      if (table.isNear()) visit();
      isThere = dictionary.advance();
    } else {
      const next = table.nextKey();
      isThere = next !== null && dictionary.seek(next);
    }
  }
}

class EditTable {
  private readonly wanted: Int32Array;
  private readonly edits: number;
  private readonly width: number;
  /** Row by row, one for every byte at which a letter ends; row 0 is that of no letters. */
  private readonly rows: Int32Array;
  private readonly key = new Uint8Array(DEEPEST);
  /** Of each byte of the key the letters that end at it or before it. */
  private readonly lettersAt = new Int32Array(DEEPEST + 1);
  private readonly letters = new Int32Array(DEEPEST);
  private depth = 1;
  private deadEnd = 0;
  private readonly byCode: Int32Array;

  constructor(wanted: string, edits: number) {
    this.wanted = Int32Array.from(Array.from(wanted), (letter) => letter.codePointAt(0) as number);
    this.byCode = this.wanted.slice().sort();
    this.edits = edits;
    this.width = this.wanted.length + 1;
    this.rows = new Int32Array(this.width * (this.wanted.length + edits + 4));
    for (let at = 0; at < this.width; at++) this.rows[at] = at;
  }

  /** Reads a key behind its kind; false when no term can be near that shares what was read of it. */
  read(key: Uint8Array, length: number): boolean {
    const own = this.key;
    own[0] = key[0] as number;
    const end = Math.min(length, DEEPEST);
    let at = 1;
    while (at < this.depth && at < end && own[at] === key[at]) at++;
    at = this.letterStart(key, at, end);
    while (at < end && key[at] !== 0) {
      const size = letterSize(key, at);
      const before = this.lettersAt[at - 1] as number;
      this.letters[before] = letterAt(key, at, size);
      for (let byte = 0; byte < size; byte++) {
        own[at + byte] = key[at + byte] as number;
        this.lettersAt[at + byte] = before + (byte === size - 1 ? 1 : 0);
      }
      const isTooLong = before + 1 > this.wanted.length + this.edits;
      if (isTooLong || this.step(before) > this.edits) {
        this.depth = at;
        this.deadEnd = at + size;
        return false;
      }
      at += size;
    }
    this.depth = at;
    return true;
  }

  /**
   * The first key behind the one just read that may be near, or null for none. Where no typo is left, only letters of the
   * word itself can follow.
   */
  nextKey(): Uint8Array | null {
    const letters = this.lettersAt[this.depth - 1] as number;
    const prefix = this.key.subarray(0, this.depth);
    const isOpen = this.leastOf(letters) < this.edits;
    if (isOpen && letters < this.wanted.length + this.edits) return following(this.key.slice(0, this.deadEnd));
    const dead = this.letters[letters] as number;
    const next = letters < this.wanted.length + this.edits ? this.byCode.find((code) => code > dead) : undefined;
    // pairs of surrogates sort before the last letters of the basic plane: step by step there
    if (dead > 0xd7ff || (next ?? 0) > 0xd7ff) return following(this.key.slice(0, this.deadEnd));
    if (next !== undefined) return Uint8Array.from([...prefix, ...encodeLetters(String.fromCodePoint(next))]);
    return this.depth === 1 ? null : following(prefix.slice());
  }

  /** The least in a row: typos that every continuation has already. */
  private leastOf(letters: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < this.width; at++) least = Math.min(least, this.rows[letters * this.width + at] as number);
    return least;
  }

  /** Where the letter begins that holds a byte: keys may part within one. */
  private letterStart(key: Uint8Array, from: number, end: number): number {
    let at = from;
    while (at > 1 && at < end && isInside(key[at] as number)) at--;
    const isSecondHalf =
      at > 3 && key[at] === 0xed && ((key[at + 1] as number) & 0xf0) === 0xb0 && key[at - 3] === 0xed;
    return isSecondHalf ? at - 3 : at;
  }

  isNear(): boolean {
    const letters = this.lettersAt[this.depth - 1] as number;
    return (this.rows[letters * this.width + this.width - 1] as number) <= this.edits;
  }

  /** Fills the row behind letter `at`; @returns the least that any continuation can come to. */
  private step(at: number): number {
    const { wanted, letters, rows, width } = this;
    const letter = letters[at] as number;
    const [before, row, next] = [(at - 1) * width, at * width, (at + 1) * width];
    rows[next] = at + 1;
    let least = at + 1;
    for (let across = 1; across < width; across++) {
      const changed = (rows[row + across - 1] as number) + (letter === wanted[across - 1] ? 0 : 1);
      let cost = Math.min((rows[row + across] as number) + 1, (rows[next + across - 1] as number) + 1, changed);
      const isSwapped = at > 0 && across > 1 && letter === wanted[across - 2] && letters[at - 1] === wanted[across - 1];
      if (isSwapped) cost = Math.min(cost, (rows[before + across - 2] as number) + 1);
      rows[next + across] = cost;
      // a swap may yet mend what looks one worse here
      const isHalfSwap = across < wanted.length && letter === wanted[across];
      least = Math.min(least, isHalfSwap ? Math.min(cost, (rows[row + across - 1] as number) + 1) : cost);
    }
    return least;
  }
}

/** The first key behind all that begin so. */
function following(start: Uint8Array): Uint8Array {
  // no byte of a letter is 0xff
  start[start.length - 1] = (start.at(-1) as number) + 1;
  return start;
}

/** Whether a byte is not the first of an encoded unit, or belongs to the second half of a surrogate pair. */
function isInside(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

function letterSize(key: Uint8Array, at: number): number {
  const first = key[at] as number;
  if (first < 0x80) return 1;
  if (first < 0xe0) return 2;
  return first === 0xed && ((key[at + 1] as number) & 0xf0) === 0xa0 ? 6 : 3;
}

function letterAt(key: Uint8Array, at: number, size: number): number {
  if (size === 1) return key[at] as number;
  if (size === 2) return (((key[at] as number) & 31) << 6) | ((key[at + 1] as number) & 63);
  const unit = (from: number) =>
    (((key[from] as number) & 15) << 12) | (((key[from + 1] as number) & 63) << 6) | ((key[from + 2] as number) & 63);
  if (size === 3) return unit(at);
  return ((unit(at) - 0xd800) << 10) + (unit(at + 3) - 0xdc00) + 0x10000;
}
