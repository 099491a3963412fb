import { GROUP } from './dictionary-writer.ts';

/** A term of a segment and where its postings and positions lie. */
export type TermEntry = {
  readonly documents: number;
  readonly postings: number;
  readonly postingsLength: number;
  readonly positions: number;
  readonly positionsLength: number;
};

/** The terms of a segment in order; a cursor that can be moved. */
export class Dictionary {
  readonly count: number;
  /** The term under the cursor: the first `length` bytes. */
  readonly key = new Uint8Array(4096);
  length = 0;
  /** Leading bytes that it shares with the term before; 0 at the head of a group. */
  shared = 0;
  private readonly bytes: Uint8Array;
  /** The first bytes of each group's first term as one number: most of looking one up is comparing these. */
  private leading: Float64Array | null = null;
  private readonly groups: Uint32Array;
  private next = 0;
  private at = 0;
  private documents = 0;
  private postings = 0;
  private postingsLength = 0;
  private positions = 0;
  private positionsLength = 0;

  constructor(bytes: Uint8Array, groups: Uint32Array, count: number) {
    this.bytes = bytes;
    this.groups = groups;
    this.count = count;
  }

  /** The same terms under a cursor of its own. */
  copy(): Dictionary {
    return new Dictionary(this.bytes, this.groups, this.count);
  }

  /** Places the cursor before the first term. */
  rewind(): void {
    this.enterGroup(0);
  }

  /** Moves to the next term; false behind the last. */
  advance(): boolean {
    if (this.next >= this.count) return false;
    const isFirst = this.next % GROUP === 0;
    if (isFirst) {
      this.postings = this.varint();
      this.positions = this.varint();
    } else {
      this.postings += this.postingsLength;
      this.positions += this.positionsLength;
    }
    const { bytes, key } = this;
    this.shared = this.varint();
    const more = this.varint();
    for (let at = 0; at < more; at++) key[this.shared + at] = bytes[this.at + at] as number;
    this.at += more;
    this.length = this.shared + more;
    this.documents = this.varint();
    this.postingsLength = this.varint();
    this.positionsLength = this.varint();
    this.next++;
    return true;
  }

  /** Moves to the first term that is `wanted` or follows it; false when there is none. */
  seek(wanted: Uint8Array, length = wanted.length): boolean {
    if (this.count === 0) return false;
    this.enterGroup(this.groupOf(wanted, length));
    while (this.advance()) if (this.compare(wanted, length) >= 0) return true;
    return false;
  }

  /** What stands under the cursor. */
  entry(): TermEntry {
    const { documents, postings, postingsLength, positions, positionsLength } = this;
    return { documents, postings, postingsLength, positions, positionsLength };
  }

  /** The entry of a term; null when there is none. */
  find(wanted: Uint8Array): TermEntry | null {
    return this.seek(wanted) && this.compare(wanted, wanted.length) === 0 ? this.entry() : null;
  }

  /** Visits all terms that begin so, in order; the cursor stands on each. */
  visitStarting(start: Uint8Array, visit: () => void): void {
    if (!this.seek(start)) return;
    do {
      if (!this.startsWith(start)) return;
      visit();
    } while (this.advance());
  }

  /** Whether the term under the cursor begins so. */
  startsWith(start: Uint8Array): boolean {
    if (this.length < start.length) return false;
    for (let at = 0; at < start.length; at++) if (this.key[at] !== start[at]) return false;
    return true;
  }

  private compare(wanted: Uint8Array, length: number): number {
    const most = Math.min(this.length, length);
    for (let at = 0; at < most; at++) {
      const difference = (this.key[at] as number) - (wanted[at] as number);
      if (difference !== 0) return difference;
    }
    return this.length - length;
  }

  private enterGroup(group: number): void {
    this.next = group * GROUP;
    this.at = this.groups[group] ?? this.bytes.length;
    this.postingsLength = 0;
    this.positionsLength = 0;
    this.length = 0;
  }

  /** The last group whose first term is not behind `wanted`. */
  private groupOf(wanted: Uint8Array, length: number): number {
    this.leading ??= this.leadingOfHeads();
    const { leading } = this;
    const own = leadingNumber(wanted, 0, length);
    let low = 0;
    let high = this.groups.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      const other = leading[middle] as number;
      if (other < own || (other === own && this.compareHead(middle, wanted, length) <= 0)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private leadingOfHeads(): Float64Array {
    return Float64Array.from(this.groups, (start) => {
      this.at = start;
      this.varint();
      this.varint();
      this.varint();
      const length = this.varint();
      return leadingNumber(this.bytes, this.at, length);
    });
  }

  private compareHead(group: number, wanted: Uint8Array, length: number): number {
    this.at = this.groups[group] as number;
    this.varint();
    this.varint();
    this.varint();
    const own = this.varint();
    const most = Math.min(own, length);
    for (let at = 0; at < most; at++) {
      const difference = (this.bytes[this.at + at] as number) - (wanted[at] as number);
      if (difference !== 0) return difference;
    }
    return own - length;
  }

  private varint(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] as number;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; ; shift += 7) {
      byte = bytes[this.at++] as number;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }
}

const LEADING = 6;

/** The first six bytes of a key as a number that is in the order of keys; shorter keys are as if zeros followed. */
function leadingNumber(bytes: Uint8Array, start: number, length: number): number {
  let leading = 0;
  for (let at = 0; at < LEADING; at++) leading = leading * 256 + (at < length ? (bytes[start + at] as number) : 0);
  return leading;
}
