import { areWithinEdits } from '#shared/search/analysis/match-pattern.ts';
import type { Dictionary } from '#shared/search/segment/dictionary.ts';
import { decodeLetters, encodeLetters, lettersEnd } from '#shared/search/segment/term-key.ts';
import { EditStates, MOST_LETTERS } from './edit-states.ts';

/** Bytes of a key that are compared: more than a kept word has. */
const DEEPEST = 512;
/** Terms that are passed over one by one before the next is looked up: about what looking one up costs. */
const NEARBY = 8;
/** Of so few letters many terms share the beginning: what follows is looked up at once. */
const SHALLOW = 2;

/**
 * Visits the terms of one kind that are within so many edits of a word, in order. Where no continuation of what has been
 * read can come near enough, all terms that begin so are passed over.
 */
export function visitFuzzy(
  dictionary: Dictionary,
  kind: number,
  wanted: string,
  edits: 1 | 2,
  visit: () => void,
): void {
  const letters = Array.from(wanted);
  const start = Uint8Array.of(kind);
  if (letters.length > MOST_LETTERS) {
    visitLong(dictionary, start, letters, edits, visit);
    return;
  }
  const path = new FuzzyPath(letters, edits);
  let isThere = dictionary.seek(start);
  while (isThere && dictionary.key[0] === kind) {
    if (path.read(dictionary.key, dictionary.length)) {
      if (path.isNear()) visit();
      isThere = dictionary.advance();
    } else isThere = path.passOver(dictionary);
  }
}

/** Words as long are rare enough to look at every term. */
function visitLong(
  dictionary: Dictionary,
  start: Uint8Array,
  wanted: readonly string[],
  edits: number,
  visit: () => void,
): void {
  dictionary.visitStarting(start, () => {
    // a letter has a byte at least
    if (dictionary.length - 1 < wanted.length - edits) return;
    const letters = decodeLetters(dictionary.key, 1, lettersEnd(dictionary.key, dictionary.length));
    if (areWithinEdits(Array.from(letters), wanted, edits)) visit();
  });
}

/** The letters of one term after the other; what each shares with the one before is read once. */
class FuzzyPath {
  private readonly states: EditStates;
  private readonly key = new Uint8Array(DEEPEST);
  /** Of each byte of the key the letters that end at it or before it. */
  private readonly lettersAt = new Int32Array(DEEPEST + 1);
  private depth = 1;
  private dead = 0;
  private deadEnd = 0;

  constructor(wanted: readonly string[], edits: 1 | 2) {
    const word = Int32Array.from(wanted, (letter) => letter.codePointAt(0) as number);
    this.states = new EditStates(word, edits);
  }

  /** Reads a key behind its kind; false when no term can be near that shares what was read of it. */
  read(key: Uint8Array, length: number): boolean {
    const own = this.key;
    own[0] = key[0] as number;
    const end = Math.min(length, DEEPEST);
    let at = 1;
    while (at < this.depth && at < end && own[at] === key[at]) at++;
    at = letterStart(key, at, end);
    while (at < end && key[at] !== 0) {
      const size = letterSize(key, at);
      const before = this.lettersAt[at - 1] as number;
      const letter = letterAt(key, at, size);
      for (let byte = 0; byte < size; byte++) {
        own[at + byte] = key[at + byte] as number;
        this.lettersAt[at + byte] = before + (byte === size - 1 ? 1 : 0);
      }
      if (!this.states.step(before, letter)) {
        this.depth = at;
        this.dead = letter;
        this.deadEnd = at + size;
        return false;
      }
      at += size;
    }
    this.depth = at;
    return true;
  }

  isNear(): boolean {
    return this.states.isNear(this.lettersAt[this.depth - 1] as number);
  }

  /** Moves to the first term behind the one just read that may be near; false when there is none. */
  passOver(dictionary: Dictionary): boolean {
    const letters = this.lettersAt[this.depth - 1] as number;
    for (let passed = letters < SHALLOW ? NEARBY : 0; passed < NEARBY; passed++) {
      if (!dictionary.advance()) return false;
      if (!this.isDead(dictionary)) return true;
    }
    const next = this.nextKey(letters);
    return next !== null && dictionary.seek(next);
  }

  private isDead({ key, length, shared }: Dictionary): boolean {
    if (shared >= this.deadEnd) return true;
    if (length < this.deadEnd) return false;
    for (let at = 0; at < this.deadEnd; at++) if (key[at] !== this.key[at]) return false;
    return true;
  }

  private nextKey(letters: number): Uint8Array | null {
    const next = this.states.nextLetters(letters, this.dead);
    const [first] = next;
    // pairs of surrogates sort before the last letters of the basic plane: step by step there
    if (this.dead > 0xd7ff || (first ?? 0) > 0xd7ff) return following(this.key.slice(0, this.deadEnd));
    const prefix = this.key.subarray(0, this.depth);
    if (first !== undefined) return Uint8Array.from([...prefix, ...encodeLetters(String.fromCodePoint(...next))]);
    return this.depth === 1 ? null : following(prefix.slice());
  }
}

/** Where the letter begins that holds a byte: keys may part within one. */
function letterStart(key: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at > 1 && at < end && isInside(key[at] as number)) at--;
  const isSecondHalf = at > 3 && key[at] === 0xed && ((key[at + 1] as number) & 0xf0) === 0xb0 && key[at - 3] === 0xed;
  return isSecondHalf ? at - 3 : at;
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
