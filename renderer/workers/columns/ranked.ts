import { withRoom } from './growing.ts';

/** Distinct values that a column's rows point at by number. */
export type Values = {
  readonly size: number;
  /** The value of a number below `size`. */
  at(code: number): string;
};

/** Rank of what has no value: behind all others in both directions. */
export const WITHOUT_VALUE = 0xffff_ffff;

/** Values compared between two pauses: about ten milliseconds. */
const RUN = 4096;
/** As many new values are put in by bisection; more are merged. */
const FEW = 64;

/**
 * Ranks the values of a column by the order of the language, so that rows are later sorted by numbers alone.
 * Values are never taken out; new ones are ranked the next time ranks are asked for.
 */
export class Ranked {
  private readonly values: Values;
  private readonly compare: (a: string, b: string) => number;
  private sorted = new Uint32Array(0);
  private ranks = new Uint32Array(0);
  private ranking: Promise<void> | null = null;

  constructor(values: Values, compare: (a: string, b: string) => number) {
    this.values = values;
    this.compare = compare;
  }

  /** Ranks whatever came since, a little at a time. Later calls wait for the first. */
  async catchUp(pause: () => Promise<void>): Promise<void> {
    while (this.sorted.length < this.values.size) {
      this.ranking ??= this.rankNew(pause).finally(() => {
        this.ranking = null;
      });
      await this.ranking;
    }
  }

  /** Rank by code, equal for values that compare equal; `WITHOUT_VALUE` for the empty text. Valid after `catchUp`. */
  get byCode(): Uint32Array {
    return this.ranks;
  }

  /** One more than the highest rank. */
  get count(): number {
    const last = this.sorted.at(-1);
    const rank = last === undefined ? WITHOUT_VALUE : (this.ranks[last] ?? WITHOUT_VALUE);
    return rank === WITHOUT_VALUE ? 0 : rank + 1;
  }

  private async rankNew(pause: () => Promise<void>): Promise<void> {
    const firstFresh = this.sorted.length;
    const fresh = Array.from({ length: this.values.size - firstFresh }, (_, at) => firstFresh + at);
    // Decoded once: a value is compared some seventeen times.
    const texts = new Map(fresh.map((code) => [code, this.values.at(code)]));
    const text = (code: number) => texts.get(code) ?? this.values.at(code);
    const order = (a: number, b: number) => this.compare(text(a), text(b));

    if (fresh.length <= FEW) {
      this.sorted = inserted(this.sorted, fresh, order);
    } else {
      for (const code of this.sorted) texts.set(code, this.values.at(code));
      const sortedFresh = await mergeSorted(fresh, order, pause);
      this.sorted = Uint32Array.from(merged(Array.from(this.sorted), sortedFresh, order));
    }
    this.rankAll(text, firstFresh);
  }

  /** Old neighbours are told apart by their old ranks: only new values are compared again. */
  private rankAll(text: (code: number) => string, firstFresh: number): void {
    const before = this.ranks;
    const ranks = withRoom(new Uint32Array(0), this.sorted.length);
    let rank = -1;
    let last = -1;
    for (const code of this.sorted) {
      if (code < firstFresh ? before[code] === WITHOUT_VALUE : text(code) === '') {
        ranks[code] = WITHOUT_VALUE;
        continue;
      }
      const isSame =
        last >= 0 &&
        (code < firstFresh && last < firstFresh
          ? before[last] === before[code]
          : this.compare(text(last), text(code)) === 0);
      if (!isSame) rank++;
      ranks[code] = rank;
      last = code;
    }
    this.ranks = ranks;
  }
}

function inserted(sorted: Uint32Array, fresh: readonly number[], order: (a: number, b: number) => number) {
  const codes = Array.from(sorted);
  for (const code of fresh) {
    let low = 0;
    let high = codes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order(codes[middle] ?? 0, code) <= 0) low = middle + 1;
      else high = middle;
    }
    codes.splice(low, 0, code);
  }
  return Uint32Array.from(codes);
}

async function mergeSorted(
  codes: readonly number[],
  order: (a: number, b: number) => number,
  pause: () => Promise<void>,
) {
  let runs: number[][] = [];
  for (let from = 0; from < codes.length; from += RUN) {
    runs.push(codes.slice(from, from + RUN).sort(order));
    await pause();
  }
  while (runs.length > 1) {
    const longer: number[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      longer.push(merged(runs[at] ?? [], runs[at + 1] ?? [], order));
      await pause();
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function merged(a: readonly number[], b: readonly number[], order: (a: number, b: number) => number): number[] {
  if (a.length === 0 || b.length === 0) return [...a, ...b];
  const all: number[] = [];
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const first = a[left] ?? 0;
    const second = b[right] ?? 0;
    if (order(first, second) <= 0) {
      all.push(first);
      left++;
    } else {
      all.push(second);
      right++;
    }
  }
  for (; left < a.length; left++) all.push(a[left] ?? 0);
  for (; right < b.length; right++) all.push(b[right] ?? 0);
  return all;
}
