import { withoutRoom, withRoom } from './growing.ts';

const encoder = new TextEncoder();
/** Parts two texts: no folded word holds it. */
const BREAK = '\n';
/** Arguments to one call of `fromCharCode` that every engine takes. */
const MOST_ARGUMENTS = 8192;

/**
 * Finds a word in very many short texts at once.
 *
 * Folded forms stand in one string whose characters are UTF-8 bytes: engines keep such a string in one byte a character and
 * search it natively. UTF-8 never holds a character within another, so that a hit in bytes is a hit in words.
 */
export class FoldedSearch {
  private readonly fold: (text: string) => string;
  private folded = '';
  private ends = new Uint32Array(0);
  private waiting: string[] = [];
  private length = 0;
  private count = 0;

  constructor(fold: (text: string) => string) {
    this.fold = fold;
  }

  /** Adds a text; the first has the number 0, the next 1. */
  add(text: string): void {
    const folded = asBytes(this.fold(text).replaceAll(BREAK, ' ')) + BREAK;
    this.length += folded.length;
    this.ends = withRoom(this.ends, this.count + 1);
    this.ends[this.count++] = this.length;
    this.waiting.push(folded);
  }

  /** Calls `found` once, in order, with the number of each text that holds `word`: a folded word that is not empty. */
  search(word: string, found: (number: number) => void): void {
    this.settle();
    const wanted = asBytes(word);
    let number = 0;
    for (let at = this.folded.indexOf(wanted); at >= 0; at = this.folded.indexOf(wanted, at)) {
      while ((this.ends[number] ?? 0) <= at) number++;
      found(number);
      at = this.ends[number] ?? 0;
    }
  }

  /** Lets go of room for more. */
  trim(): void {
    this.settle();
    this.ends = withoutRoom(this.ends, this.count);
  }

  /** One flat string is searched faster than a rope of pieces, and joining once costs less than a rope. */
  private settle(): void {
    if (this.waiting.length === 0) return;
    this.folded = [this.folded, ...this.waiting].join('');
    this.waiting = [];
  }
}

/** A text whose characters are the UTF-8 bytes of another. */
function asBytes(text: string): string {
  const bytes = encoder.encode(text);
  if (bytes.length === text.length) return text;
  let all = '';
  for (let from = 0; from < bytes.length; from += MOST_ARGUMENTS) {
    all += String.fromCharCode(...bytes.subarray(from, from + MOST_ARGUMENTS));
  }
  return all;
}
