import type { TextSpan } from '#shared/kernel/text-span.ts';

/**
 * Answers which passages cover a place, however many overlap or nest: sorted by start, with the greatest end of each half
 * kept beside its middle, so that whole halves are passed over.
 */
export class IntervalIndex<T extends TextSpan> {
  /** In order of the text; of those that begin together the longer first. */
  readonly sorted: readonly T[];
  /** At the middle of each half: the greatest end within that half. */
  private readonly greatestEnd: Int32Array;

  constructor(spans: readonly T[]) {
    this.sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
    this.greatestEnd = new Int32Array(this.sorted.length);
    this.build(0, this.sorted.length);
  }

  /** Every passage that shares at least one code unit with `[start, end)`, in order of the text. */
  overlapping({ start, end }: TextSpan): T[] {
    const found: T[] = [];
    this.visit(0, this.sorted.length, start, end, found);
    return found;
  }

  /** Passages over the code unit at `offset`, the shortest first: the one that is meant when nested ones are pointed at. */
  at(offset: number): T[] {
    return this.overlapping({ start: offset, end: offset + 1 }).sort(
      (a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start,
    );
  }

  private build(from: number, to: number): number {
    if (from >= to) return 0;
    const middle = (from + to) >> 1;
    const end = this.sorted[middle]?.end ?? 0;
    const greatest = Math.max(end, this.build(from, middle), this.build(middle + 1, to));
    this.greatestEnd[middle] = greatest;
    return greatest;
  }

  private visit(from: number, to: number, start: number, end: number, found: T[]): void {
    if (from >= to) return;
    const middle = (from + to) >> 1;
    if ((this.greatestEnd[middle] ?? 0) <= start) return;
    this.visit(from, middle, start, end, found);
    const span = this.sorted[middle];
    if (!span || span.start >= end) return;
    if (span.end > start) found.push(span);
    this.visit(middle + 1, to, start, end, found);
  }
}
