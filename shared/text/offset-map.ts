import type { TextSpan } from '#shared/kernel/text-span.ts';

/**
 * Leads places of a folded text back to the text it was made from.
 *
 * Every folded code unit stands for a range of the original: one unit for several (a dropped mark belongs to the
 * character before it) or several for one (`ß` is `ss`). The ranges follow each other and leave nothing out:
 *
 *     original   S t r a ß e n ́
 *     folded     s t r a s s e n
 *     starts     0 1 2 3 4 4 5 6   (and 8, the length, behind the last)
 */
export class OffsetMap {
  /** null where every unit stands for the one at its own place. */
  private readonly starts: Uint32Array | null;
  private readonly foldedLength: number;
  private readonly originalLength: number;

  private constructor(starts: Uint32Array | null, foldedLength: number, originalLength: number) {
    this.starts = starts;
    this.foldedLength = foldedLength;
    this.originalLength = originalLength;
  }

  /** The map of a text whose places did not move. */
  static same(length: number): OffsetMap {
    return new OffsetMap(null, length, length);
  }

  /** @param starts - for each folded unit where its original begins; never falling; is copied */
  static of(starts: Uint32Array, originalLength: number): OffsetMap {
    const isSame = starts.length === originalLength && starts.every((start, at) => start === at);
    if (isSame) return OffsetMap.same(originalLength);
    const own = starts.slice();
    // What was dropped before the first character belongs to it: there is none before.
    const first = own[0];
    for (let unit = 0; unit < own.length && own[unit] === first; unit++) own[unit] = 0;
    return new OffsetMap(own, own.length, originalLength);
  }

  /** Whether every unit stands for the one at its own place. */
  get isSame(): boolean {
    return this.starts === null;
  }

  /** The range of the original that a folded range stands for; an empty range stays empty. */
  toOriginal({ start, end }: TextSpan): TextSpan {
    if (start >= end) return { start: this.startOf(start), end: this.startOf(start) };
    return { start: this.startOf(start), end: this.endOf(end - 1) };
  }

  /** The smallest folded range whose original holds the whole of `span`. */
  toFolded({ start, end }: TextSpan): TextSpan {
    const from = this.unitAt(start);
    if (start >= end) return { start: from, end: from };
    let to = this.unitAt(end - 1) + 1;
    while (to < this.foldedLength && this.startOf(to) < end) to++;
    return { start: from, end: to };
  }

  private startOf(unit: number): number {
    if (unit >= this.foldedLength) return this.originalLength;
    return this.starts === null ? unit : (this.starts[unit] ?? this.originalLength);
  }

  private endOf(unit: number): number {
    const start = this.startOf(unit);
    let next = unit + 1;
    while (next < this.foldedLength && this.startOf(next) === start) next++;
    return this.startOf(next);
  }

  /** The first unit whose range holds `place`. */
  private unitAt(place: number): number {
    if (this.starts === null) return Math.min(Math.max(0, place), this.foldedLength);
    if (place >= this.originalLength) return this.foldedLength;
    let low = 0;
    let high = this.foldedLength;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.endOf(middle) > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
