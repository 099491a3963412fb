const FIRST_HASH = 0x811c9dc5;
const PRIME = 0x01000193;
/** Bytes of the longest key: two values of a filter. */
const LONGEST_KEY = 4096;

/** Numbers terms as they come: a hash table over bytes, without a string or an object per term. */
export class TermTable {
  /** The key that is being written. */
  readonly key = new Uint8Array(LONGEST_KEY);
  count = 0;
  /** How often each term was looked up. */
  uses = new Int32Array(1 << 10);
  private slots = new Int32Array(1 << 11);
  private hashes = new Int32Array(1 << 10);
  private offsets = new Uint32Array((1 << 10) + 1);
  private arena = new Uint8Array(1 << 14);

  /** The number of the term whose key stands in the first `length` bytes of `key`. */
  numberOf(length: number): number {
    const { key } = this;
    let hash = FIRST_HASH;
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (key[at] as number), PRIME);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let taken = this.slots[slot] as number; taken !== 0; taken = this.slots[slot] as number) {
      const term = taken - 1;
      if (this.hashes[term] === hash && this.holds(term, length)) {
        (this.uses[term] as number)++;
        return term;
      }
      slot = (slot + 1) & mask;
    }
    return this.add(hash, slot, length);
  }

  /** The numbers of all terms in the order of their keys. */
  sorted(): Uint32Array {
    // one string per distinct term, none per use
    const keys = Array.from({ length: this.count }, (_, term) => this.textOf(term));
    const order = Uint32Array.from(keys.keys());
    return order.sort((a, b) => ((keys[a] as string) < (keys[b] as string) ? -1 : 1));
  }

  /** The key of a term; valid until the next `numberOf`. */
  keyOf(term: number): Uint8Array {
    return this.arena.subarray(this.offsets[term], this.offsets[term + 1]);
  }

  clear(): void {
    this.slots.fill(0);
    this.count = 0;
  }

  private holds(term: number, length: number): boolean {
    const start = this.offsets[term] as number;
    if ((this.offsets[term + 1] as number) - start !== length) return false;
    for (let at = 0; at < length; at++) if (this.arena[start + at] !== this.key[at]) return false;
    return true;
  }

  private add(hash: number, slot: number, length: number): number {
    const term = this.count++;
    const start = term === 0 ? 0 : (this.offsets[term] as number);
    while (start + length > this.arena.length) this.arena = grown(this.arena, new Uint8Array(this.arena.length * 2));
    for (let at = 0; at < length; at++) this.arena[start + at] = this.key[at] as number;
    this.slots[slot] = term + 1;
    this.hashes[term] = hash;
    this.offsets[term] = start;
    this.offsets[term + 1] = start + length;
    this.uses[term] = 1;
    if (this.count === this.hashes.length) this.grow();
    return term;
  }

  private grow(): void {
    const room = this.hashes.length * 2;
    this.hashes = grown(this.hashes, new Int32Array(room));
    this.uses = grown(this.uses, new Int32Array(room));
    this.offsets = grown(this.offsets, new Uint32Array(room + 1));
    this.slots = new Int32Array(room * 2);
    const mask = this.slots.length - 1;
    for (let term = 0; term < this.count; term++) {
      let slot = (this.hashes[term] as number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = term + 1;
    }
  }

  private textOf(term: number): string {
    let text = '';
    const end = this.offsets[term + 1] as number;
    for (let at = this.offsets[term] as number; at < end; at++) text += String.fromCharCode(this.arena[at] as number);
    return text;
  }
}

function grown<Numbers extends Uint8Array | Int32Array | Uint32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}
