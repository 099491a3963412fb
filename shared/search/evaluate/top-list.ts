/** Where more than one of so many are wanted, all are kept. */
const KEEP_ALL = 16;
/** Values that so many share on average are few. */
const FEW = 8;

/** The best of many: greater values first, of equals the one that came in first. */
export class TopList {
  private readonly size: number;
  /** Whether so large a part of all is wanted that all are kept, and put in order once. */
  private readonly isKeepingAll: boolean;
  private readonly values: Float64Array;
  private readonly orders: Float64Array;
  count = 0;

  /** @param most - that will be added at most */
  constructor(size: number, most: number) {
    this.size = Math.min(size, most);
    this.isKeepingAll = this.size * KEEP_ALL > most;
    this.values = new Float64Array(this.isKeepingAll ? most : this.size);
    this.orders = new Float64Array(this.values.length);
  }

  /** What a newcomer has to exceed to get in; -Infinity while there is room. */
  get least(): number {
    if (this.isKeepingAll || this.count < this.size) return Number.NEGATIVE_INFINITY;
    return this.values[0] ?? Number.POSITIVE_INFINITY;
  }

  /** @param order - where it came in; every one is another */
  add(value: number, order: number): void {
    if (this.isKeepingAll) this.set(this.count++, value, order);
    else if (this.count < this.size) {
      let at = this.count++;
      for (; at > 0; at = (at - 1) >> 1) {
        const parent = (at - 1) >> 1;
        if (!this.isWorse(value, order, parent)) break;
        this.move(parent, at);
      }
      this.set(at, value, order);
    } else if (this.size > 0 && !this.isWorse(value, order, 0)) this.replaceWorst(value, order);
  }

  /** Where those wanted lie, the best first. */
  best(): number[] {
    const all = Array.from({ length: this.count }, (_, at) => at);
    const groups = this.groups();
    if (groups !== null) return groups.flat().slice(0, this.size);
    all.sort(
      (a, b) =>
        (this.values[b] as number) - (this.values[a] as number) ||
        (this.orders[a] as number) - (this.orders[b] as number),
    );
    return all.slice(0, this.size);
  }

  /** Those of one value together, the best first, where values are few (days, publishers) and came in order; else null. */
  private groups(): number[][] | null {
    const groups = new Map<number, number[]>();
    const most = this.count / FEW;
    for (let at = 0; at < this.count; at++) {
      if (at > 0 && (this.orders[at] as number) < (this.orders[at - 1] as number)) return null;
      const value = this.values[at] as number;
      const group = groups.get(value);
      if (group !== undefined) group.push(at);
      else if (groups.size < most) groups.set(value, [at]);
      else return null;
    }
    return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
  }

  valueOf(at: number): number {
    return this.values[at] as number;
  }

  orderOf(at: number): number {
    return this.orders[at] as number;
  }

  private replaceWorst(value: number, order: number): void {
    let at = 0;
    for (let child = 1; child < this.count; child = 2 * at + 1) {
      const right = child + 1;
      if (right < this.count && this.isWorse(this.values[right] as number, this.orders[right] as number, child)) {
        child = right;
      }
      if (this.isWorse(value, order, child)) break;
      this.move(child, at);
      at = child;
    }
    this.set(at, value, order);
  }

  private isWorse(value: number, order: number, than: number): boolean {
    const other = this.values[than] as number;
    return value < other || (value === other && order > (this.orders[than] as number));
  }

  private move(from: number, to: number): void {
    this.set(to, this.values[from] as number, this.orders[from] as number);
  }

  private set(at: number, value: number, order: number): void {
    this.values[at] = value;
    this.orders[at] = order;
  }
}
