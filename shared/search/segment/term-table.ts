/** What the hash of a key begins with. */
export const FIRST_HASH = 0x811c9dc5;
/** What it is multiplied by after each byte has been mixed in. */
export const PRIME = 0x01000193;
/** Bytes of the longest key: two values of a filter. */
const LONGEST_KEY = 4096;
/** Bytes of a key that stand in one number, so that most keys are put in order without being read. */
const LEADING = 6;

/** Numbers terms as they come: a hash table over bytes, without a string or an object per term. */
export class TermTable {
  /** The key that is being written. */
  readonly key = new Uint8Array(LONGEST_KEY);
  count = 0;
  /** Four numbers each: the term from 1 on, or 0 for none; its hash; where its key begins, and how long it is. */
  private slots = new Int32Array(1 << 13);
  private offsets = new Uint32Array((1 << 10) + 1);
  private arena = new Uint8Array(1 << 14);

  /** The number of the term whose key stands in the first `length` bytes of `key`. */
  numberOf(length: number): number {
    const { key } = this;
    let hash = FIRST_HASH;
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (key[at] as number), PRIME);
    return this.numberOfHashed(length, hash);
  }

  /** The same where the hash has been made along with the key: from `FIRST_HASH` byte by byte by `PRIME`. */
  numberOfHashed(length: number, rawHash: number): number {
    const { key, slots, arena } = this;
    const hash = rawHash ^ (rawHash >>> 15);
    const mask = slots.length - 1;
    let slot = (hash << 2) & mask;
    for (let taken = slots[slot] as number; taken !== 0; taken = slots[slot] as number) {
      if (slots[slot + 1] === hash && slots[slot + 3] === length) {
        const start = slots[slot + 2] as number;
        let at = 0;
        while (at < length && arena[start + at] === key[at]) at++;
        if (at === length) return taken - 1;
      }
      slot = (slot + 4) & mask;
    }
    return this.add(hash, slot, length);
  }

  /** The numbers of all terms in the order of their keys. */
  sorted(): Uint32Array {
    const leading = Float64Array.from({ length: this.count }, (_, term) => this.leadingOf(term));
    const order = Uint32Array.from({ length: this.count }, (_, term) => term);
    return order.sort((a, b) => (leading[a] as number) - (leading[b] as number) || this.compare(a, b));
  }

  /** The key of a term; valid until the next `numberOf`. */
  keyOf(term: number): Uint8Array {
    return this.arena.subarray(this.offsets[term], this.offsets[term + 1]);
  }

  clear(): void {
    this.slots.fill(0);
    this.count = 0;
  }

  private add(hash: number, slot: number, length: number): number {
    const term = this.count++;
    const start = term === 0 ? 0 : (this.offsets[term] as number);
    while (start + length > this.arena.length) this.arena = grown(this.arena, new Uint8Array(this.arena.length * 2));
    for (let at = 0; at < length; at++) this.arena[start + at] = this.key[at] as number;
    this.slots[slot] = term + 1;
    this.slots[slot + 1] = hash;
    this.slots[slot + 2] = start;
    this.slots[slot + 3] = length;
    this.offsets[term] = start;
    this.offsets[term + 1] = start + length;
    if (this.count === this.offsets.length - 1) this.grow();
    return term;
  }

  private grow(): void {
    const room = (this.offsets.length - 1) * 2;
    this.offsets = grown(this.offsets, new Uint32Array(room + 1));
    const before = this.slots;
    const slots = new Int32Array(room * 8);
    const mask = slots.length - 1;
    for (let at = 0; at < before.length; at += 4) {
      if (before[at] === 0) continue;
      let slot = ((before[at + 1] as number) << 2) & mask;
      while (slots[slot] !== 0) slot = (slot + 4) & mask;
      for (let part = 0; part < 4; part++) slots[slot + part] = before[at + part] as number;
    }
    this.slots = slots;
  }

  private leadingOf(term: number): number {
    const start = this.offsets[term] as number;
    const end = this.offsets[term + 1] as number;
    let leading = 0;
    for (let at = start; at < start + LEADING; at++)
      leading = leading * 256 + (at < end ? (this.arena[at] as number) : 0);
    return leading;
  }

  private compare(one: number, other: number): number {
    const [start, from] = [this.offsets[one] as number, this.offsets[other] as number];
    const length = (this.offsets[one + 1] as number) - start;
    const otherLength = (this.offsets[other + 1] as number) - from;
    const most = Math.min(length, otherLength);
    for (let at = 0; at < most; at++) {
      const difference = (this.arena[start + at] as number) - (this.arena[from + at] as number);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }
}

function grown<Numbers extends Uint8Array | Uint32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}
