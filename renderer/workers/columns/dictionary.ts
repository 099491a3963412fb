import { FoldedSearch } from './folded-search.ts';

/** Marks a place of the table that was never taken; numbers of texts are stored one higher. */
const FREE = 0;

/** Keeps each distinct text once; rows point at it by number. */
export class Dictionary {
  private readonly texts: string[] = [];
  /** Numbers by the hash of their texts: a tenth of what a `Map` of as many texts takes. */
  private table = new Uint32Array(64);
  private readonly words: FoldedSearch;

  constructor(fold: (text: string) => string) {
    this.words = new FoldedSearch(fold);
  }

  /** Distinct texts. */
  get size(): number {
    return this.texts.length;
  }

  /** The text of a number below `size`. */
  at(code: number): string {
    return this.texts[code] ?? '';
  }

  /** The number of a text, new or known. */
  add(text: string): number {
    const place = this.placeOf(text);
    const entry = this.table[place] ?? FREE;
    if (entry !== FREE) return entry - 1;
    const code = this.texts.push(text) - 1;
    this.table[place] = code + 1;
    this.words.add(text);
    if (this.texts.length * 4 > this.table.length * 3) this.spread();
    return code;
  }

  /** Calls `found` with the number of each text that holds a folded word. */
  search(word: string, found: (code: number) => void): void {
    this.words.search(word, found);
  }

  /** Lets go of room for more. */
  trim(): void {
    this.words.trim();
  }

  /** Where a text stands in the table, or would stand. */
  private placeOf(text: string): number {
    let place = hashOf(text) % this.table.length;
    for (;;) {
      const entry = this.table[place] ?? FREE;
      if (entry === FREE || this.texts[entry - 1] === text) return place;
      place = (place + 1) % this.table.length;
    }
  }

  private spread(): void {
    this.table = new Uint32Array(this.table.length * 2);
    for (const [code, text] of this.texts.entries()) this.table[this.placeOf(text)] = code + 1;
  }
}

/** FNV-1a over code units: short texts need no better. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
