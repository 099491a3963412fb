import type { Dictionary } from '#shared/search/segment/dictionary.ts';
import { decodeLetters, encodeLetters, lettersEnd } from '#shared/search/segment/term-key.ts';

/** More letters than a kept word has. */
const DEEPEST = 128;

/**
 * Visits the terms of one kind that are within so many edits of a word, in order. Where no continuation of what has been
 * read can come near enough, all terms that begin so are passed over.
 *
 * Terms are compared letter by letter in a table of the usual kind (optimal string alignment), whose rows for the letters
 * shared with the term before are kept.
 */
export function visitFuzzy(
  dictionary: Dictionary,
  kind: number,
  wanted: string,
  edits: number,
  visit: () => void,
): void {
  const table = new EditTable(Array.from(wanted), edits);
  const start = Uint8Array.of(kind);
  let isThere = dictionary.seek(start);
  while (isThere && dictionary.startsWith(start)) {
    const letters = decodeLetters(dictionary.key, 1, lettersEnd(dictionary.key, dictionary.length));
    const dead = table.read(letters);
    if (dead === null) {
      if (table.isNear()) visit();
      isThere = dictionary.advance();
    } else {
      isThere = dictionary.seek(after(kind, dead));
    }
  }
}

/** The first key behind all that begin with some letters. */
function after(kind: number, letters: string): Uint8Array {
  const bytes = encodeLetters(letters);
  // the last byte of an encoded letter is below 0xff, whatever the letter
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) + 1;
  return Uint8Array.from([kind, ...bytes]);
}

class EditTable {
  private readonly wanted: readonly string[];
  private readonly edits: number;
  private readonly rows: Int32Array[];
  private letters: string[] = [];
  private depth = 0;

  constructor(wanted: readonly string[], edits: number) {
    this.wanted = wanted;
    this.edits = edits;
    this.rows = [Int32Array.from({ length: wanted.length + 1 }, (_, at) => at)];
  }

  /** Reads a term; the letters with which no term can be near, or null when it was read to its end. */
  read(term: string): string | null {
    const letters = Array.from(term);
    let shared = 0;
    while (shared < this.depth && shared < letters.length && letters[shared] === this.letters[shared]) shared++;
    this.letters = letters;
    this.depth = shared;
    while (this.depth < letters.length) {
      if (this.depth >= DEEPEST || this.step(this.depth) > this.edits) {
        return letters.slice(0, this.depth + 1).join('');
      }
      this.depth++;
    }
    return null;
  }

  isNear(): boolean {
    return (this.rows[this.depth]?.[this.wanted.length] ?? this.edits + 1) <= this.edits;
  }

  /** Fills the row behind letter `at`; @returns the least that any continuation can come to. */
  private step(at: number): number {
    const { wanted, letters } = this;
    const row = this.rows[at] as Int32Array;
    const before = at > 0 ? (this.rows[at - 1] as Int32Array) : null;
    this.rows[at + 1] ??= new Int32Array(wanted.length + 1);
    const next = this.rows[at + 1] as Int32Array;
    next[0] = at + 1;
    let least = at + 1;
    for (let across = 1; across <= wanted.length; across++) {
      const isSame = letters[at] === wanted[across - 1];
      let cost = Math.min(
        (row[across] as number) + 1,
        (next[across - 1] as number) + 1,
        (row[across - 1] as number) + (isSame ? 0 : 1),
      );
      const isSwapped =
        before !== null && across > 1 && letters[at] === wanted[across - 2] && letters[at - 1] === wanted[across - 1];
      if (isSwapped) cost = Math.min(cost, (before[across - 2] as number) + 1);
      next[across] = cost;
      // a swap may yet mend what looks one worse here
      const isHalfSwap = letters[at] === wanted[across] && (row[across - 1] as number) < cost;
      least = Math.min(least, isHalfSwap ? (row[across - 1] as number) + 1 : cost);
    }
    return least;
  }
}
