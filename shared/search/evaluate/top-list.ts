/** The best of many: greater values first, of equals the one that came in first. */
export class TopList {
  private readonly size: number;
  private readonly values: Float64Array;
  private readonly orders: Float64Array;
  count = 0;

  constructor(size: number) {
    this.size = size;
    this.values = new Float64Array(size);
    this.orders = new Float64Array(size);
  }

  /** What a newcomer has to exceed to get in; -Infinity while there is room. */
  get least(): number {
    return this.count < this.size ? Number.NEGATIVE_INFINITY : (this.values[0] ?? Number.POSITIVE_INFINITY);
  }

  /** @param order - where it came in; every one is another */
  add(value: number, order: number): void {
    if (this.count < this.size) {
      let at = this.count++;
      for (; at > 0; at = (at - 1) >> 1) {
        const parent = (at - 1) >> 1;
        if (!this.isWorse(value, order, parent)) break;
        this.move(parent, at);
      }
      this.set(at, value, order);
    } else if (this.size > 0 && !this.isWorse(value, order, 0)) this.replaceWorst(value, order);
  }

  /** Orders, the best first. */
  best(): number[] {
    const all = Array.from({ length: this.count }, (_, at) => at);
    all.sort(
      (a, b) =>
        (this.values[b] as number) - (this.values[a] as number) ||
        (this.orders[a] as number) - (this.orders[b] as number),
    );
    return all;
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
