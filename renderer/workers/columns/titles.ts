import { FoldedSearch } from './folded-search.ts';
import { withRoom } from './growing.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Keeps texts that hardly repeat as bytes, one after another: a third of what as many strings take. */
export class Titles {
  private readonly words: FoldedSearch;
  private bytes = new Uint8Array(0);
  private ends = new Uint32Array(0);
  private count = 0;

  constructor(fold: (text: string) => string) {
    this.words = new FoldedSearch(fold);
  }

  /** Titles that were ever added. */
  get size(): number {
    return this.count;
  }

  /** Adds a title and returns its number. */
  add(title: string): number {
    const code = this.count++;
    const encoded = encoder.encode(title);
    const start = this.start(code);
    this.bytes = withRoom(this.bytes, start + encoded.length);
    this.bytes.set(encoded, start);
    this.ends = withRoom(this.ends, this.count);
    this.ends[code] = start + encoded.length;
    this.words.add(title);
    return code;
  }

  /** The title of a number below `size`. */
  at(code: number): string {
    return decoder.decode(this.bytes.subarray(this.start(code), this.ends[code] ?? 0));
  }

  /** Calls `found` with the number of each title that holds a folded word. */
  search(word: string, found: (code: number) => void): void {
    this.words.search(word, found);
  }

  private start(code: number): number {
    return code === 0 ? 0 : (this.ends[code - 1] ?? 0);
  }
}
