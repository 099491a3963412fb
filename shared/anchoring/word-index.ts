const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** One character is a word where words are not parted by space. */
const SPACELESS = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[^\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]+/gu;
/** From here on stand the scripts that do without spaces; words of letters before it need not be looked at. */
const MAY_BE_SPACELESS = /[\u0e00-\uffff]/;

/** A word as it is compared, and where it begins. */
type PlacedWord = { readonly word: string; readonly start: number };

function* wordsIn(text: string): Generator<PlacedWord> {
  for (const { 0: whole, index } of text.matchAll(WORD)) {
    if (!MAY_BE_SPACELESS.test(whole)) {
      yield { word: whole, start: index };
      continue;
    }
    for (const part of whole.matchAll(SPACELESS)) yield { word: part[0], start: index + part.index };
  }
}

/** Words of a run: two stand together by accident, three hardly. */
export const RUN = 3;
/** Bits of a word's number in the number of a run: three of them fit what a number holds exactly. */
const BITS = 2 ** 17;

/** The words of a text by their places, and where each run of three stands. */
export class WordIndex {
  /** Where each word begins, in the text. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly runs = new Map<number, number[]>();

  constructor(text: string) {
    const words: number[] = [];
    for (const { word, start } of wordsIn(text)) {
      this.starts.push(start);
      this.ends.push(start + word.length);
      words.push(this.numberOf(word.toLowerCase()));
    }
    for (let at = 0; at + RUN <= words.length; at++) {
      const run = runOf(words, at);
      const places = this.runs.get(run);
      if (places === undefined) this.runs.set(run, [at]);
      else places.push(at);
    }
  }

  /** The runs of a quote, each with the words of the text at which it stands. */
  placesOf(quote: string): (readonly number[])[] {
    const words = Array.from(wordsIn(quote), ({ word }) => this.numbers.get(word.toLowerCase()) ?? -1);
    const places: (readonly number[])[] = [];
    for (let at = 0; at + RUN <= words.length; at++) {
      const isKnown = (words[at] ?? -1) >= 0 && (words[at + 1] ?? -1) >= 0 && (words[at + 2] ?? -1) >= 0;
      places.push((isKnown ? this.runs.get(runOf(words, at)) : undefined) ?? []);
    }
    return places;
  }

  /** Code units of a quote before its word number `word`. */
  leadOf(quote: string, word: number): number {
    let at = 0;
    for (const { start } of wordsIn(quote)) if (at++ === word) return start;
    return 0;
  }

  /** Words beyond what numbers can tell apart share one: they make no exact place, and hardly a changed one. */
  private numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = Math.min(this.numbers.size, BITS - 1);
    this.numbers.set(word, number);
    return number;
  }
}

function runOf(words: readonly number[], at: number): number {
  return ((words[at] ?? 0) * BITS + (words[at + 1] ?? 0)) * BITS + (words[at + 2] ?? 0);
}
