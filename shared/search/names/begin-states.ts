/** Letters that have a bit each. */
export const MOST_TYPED = 30;
const SPACE = 32;

/** How well a name fits what was typed: the fewest typos, and where it begins. */
export type NameFit = {
  readonly edits: number;
  /** 0: the whole name, 1: its beginning, 2: a later word. */
  readonly place: 0 | 1 | 2;
};

/**
 * Compares the beginnings of names, and of their words, with what was typed: letter by letter, the ways in which what was
 * read may be misspelt as bits of a number. Bit i of a state says that the first i letters typed have been met.
 */
export class BeginStates {
  private readonly ascii = new Int32Array(128);
  private readonly places = new Map<number, number>();
  private readonly letters: number;
  private readonly most: number;

  /**
   * @param typed - at most `MOST_TYPED` letters; none behind these is compared
   * @param most - typos that are allowed, at most two
   */
  constructor(typed: string, most: number) {
    this.letters = Math.min(typed.length, MOST_TYPED);
    this.most = most;
    for (let at = 0; at < this.letters; at++) {
      const unit = typed.charCodeAt(at);
      if (unit < 128) this.ascii[unit] = (this.ascii[unit] as number) | (1 << at);
      else this.places.set(unit, (this.places.get(unit) ?? 0) | (1 << at));
    }
  }

  /** How a name fits; null when more typos would be needed. Words are parted by a space. */
  fit(name: string): NameFit | null {
    let best: NameFit | null = null;
    for (let start = 0; start < name.length; ) {
      const found = this.fitAt(name, start);
      if (found !== null && (best === null || found.edits < best.edits)) best = found;
      if (best?.edits === 0) return best;
      while (start < name.length && name.charCodeAt(start) !== SPACE) start++;
      start++;
    }
    return best;
  }

  /** Reads a name from the start of a word on, no further than what was typed may reach. */
  private fitAt(name: string, start: number): NameFit | null {
    const { letters, most } = this;
    const end = Math.min(name.length, start + letters + most);
    let none = 1;
    let one = most > 0 ? 3 : 0;
    let two = most > 1 ? 7 : 0;
    let [swapOne, swapTwo] = [0, 0];
    let fewest = this.editsIn(none, one, two);
    let atEnd = end === start ? fewest : most + 1;
    for (let at = start; at < end; at++) {
      const unit = name.charCodeAt(at);
      const fits = unit < 128 ? (this.ascii[unit] as number) : (this.places.get(unit) ?? 0);
      const nextNone = (none & fits) << 1;
      const nextOne =
        most === 0 ? 0 : ((one & fits) << 1) | none | (none << 1) | (nextNone << 1) | ((swapOne & fits) << 2);
      const nextTwo = most < 2 ? 0 : ((two & fits) << 1) | one | (one << 1) | (nextOne << 1) | ((swapTwo & fits) << 2);
      swapOne = most > 0 ? none & (fits >> 1) : 0;
      swapTwo = most > 1 ? one & (fits >> 1) : 0;
      [none, one, two] = [nextNone, nextOne, nextTwo];
      const edits = this.editsIn(none, one, two);
      if (edits < fewest) fewest = edits;
      if (at === end - 1) atEnd = edits;
      if ((none | one | two | swapOne | swapTwo) === 0) break;
    }
    if (fewest > most) return null;
    const isWhole = start === 0 && end === name.length && atEnd === fewest;
    return { edits: fewest, place: start > 0 ? 2 : isWhole ? 0 : 1 };
  }

  /** Typos with which all that was typed has been met; more than are allowed when it has not. */
  private editsIn(none: number, one: number, two: number): number {
    if (((none >> this.letters) & 1) === 1) return 0;
    if (((one >> this.letters) & 1) === 1) return 1;
    return ((two >> this.letters) & 1) === 1 ? 2 : this.most + 1;
  }
}
