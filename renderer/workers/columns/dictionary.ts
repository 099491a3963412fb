import { FoldedSearch } from './folded-search.ts';

/** Keeps each distinct text once; rows point at it by number. */
export class Dictionary {
  private readonly texts: string[] = [];
  private readonly codes = new Map<string, number>();
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
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    const code = this.texts.push(text) - 1;
    this.codes.set(text, code);
    this.words.add(text);
    return code;
  }

  /** Calls `found` with the number of each text that holds a folded word. */
  search(word: string, found: (code: number) => void): void {
    this.words.search(word, found);
  }
}
