/** Letters of a word that are followed as bits of one number. */
export const MOST_LETTERS = 30;
/** Numbers of a row: states with no, one and two edits, and what a swap that has begun with one or two edits waits for. */
const ROW = 5;

/**
 * Follows letters through the ways in which a word may be misspelt. Bit i of a state says that the letters read so far may
 * be the first i of the word; a swap is an edit of two letters that are not touched otherwise.
 */
export class EditStates {
  private readonly word: Int32Array;
  private readonly edits: number;
  private readonly rows: Int32Array;
  private readonly ascii = new Int32Array(128);
  private readonly places = new Map<number, number>();
  private readonly all: number;

  /** @param word - code points, at most `MOST_LETTERS` */
  constructor(word: Int32Array, edits: 1 | 2) {
    this.word = word;
    this.edits = edits;
    this.all = 2 ** (word.length + 1) - 1;
    for (const [at, letter] of word.entries()) {
      if (letter < 128) this.ascii[letter] = (this.ascii[letter] as number) | (1 << at);
      else this.places.set(letter, (this.places.get(letter) ?? 0) | (1 << at));
    }
    this.rows = new Int32Array(ROW * (word.length + edits + 3));
    this.rows[0] = 1;
    this.rows[1] = 3 & this.all;
    this.rows[2] = edits > 1 ? 7 & this.all : 0;
  }

  /** Reads a letter behind `count` others; whether any continuation may still become the word. */
  step(count: number, letter: number): boolean {
    const { rows, all } = this;
    const from = count * ROW;
    const into = from + ROW;
    if (into >= rows.length) return false;
    const fits = letter < 128 ? (this.ascii[letter] as number) : (this.places.get(letter) ?? 0);
    const none = rows[from] as number;
    const one = rows[from + 1] as number;
    const nextNone = (none & fits) << 1;
    let nextOne = ((one & fits) << 1) | none | (none << 1) | (nextNone << 1);
    nextOne |= ((rows[from + 3] as number) & fits) << 2;
    const swapOne = none & (fits >> 1);
    rows[into] = nextNone & all;
    rows[into + 1] = nextOne & all;
    rows[into + 3] = swapOne;
    if (this.edits === 1) return ((rows[into] as number) | (rows[into + 1] as number) | swapOne) !== 0;
    const two = rows[from + 2] as number;
    let nextTwo = ((two & fits) << 1) | one | (one << 1) | (nextOne << 1);
    nextTwo |= ((rows[from + 4] as number) & fits) << 2;
    const swapTwo = one & (fits >> 1);
    rows[into + 2] = nextTwo & all;
    rows[into + 4] = swapTwo;
    return ((rows[into + 1] as number) | (rows[into + 2] as number) | swapOne | swapTwo) !== 0;
  }

  /** Whether what was read is the word but for the edits that are allowed. */
  isNear(count: number): boolean {
    const from = count * ROW;
    const states = (this.rows[from] as number) | (this.rows[from + 1] as number) | (this.rows[from + 2] as number);
    return ((states >> this.word.length) & 1) === 1;
  }

  /**
   * The least letter above another that may follow `count` letters where no edit is left, and the letters that have to follow
   * it; none when there is none. Ask only behind letters which `dead` could not follow.
   */
  nextLetters(count: number, dead: number): number[] {
    const from = count * ROW;
    const open = (this.rows[from + this.edits] as number) | (this.rows[from + this.edits + 2] as number);
    let next = Number.POSITIVE_INFINITY;
    for (let at = 0; at < this.word.length; at++) {
      const letter = this.word[at] as number;
      if (((open >> at) & 1) === 1 && letter > dead && letter < next) next = letter;
    }
    if (next === Number.POSITIVE_INFINITY || !this.step(count, next)) return [];
    const into = from + ROW;
    const states = this.rows[into + this.edits] as number;
    const isOnlyOne = (states & (states - 1)) === 0 && this.rows[into + this.edits + 2] === 0;
    if (!isOnlyOne || states === 0) return [next];
    return [next, ...this.word.subarray(31 - Math.clz32(states))];
  }
}
