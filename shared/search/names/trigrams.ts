/** Trigrams are kept by a hash of so many bits; two that fall together cost a look, no more. */
const BITS = 16;
const MULTIPLIER = 0x9e3779b1;

/**
 * Names by groups of three letters, the start of a word counting as one: which names hold a group lies in two typed arrays.
 *
 *     starts    where the names of a group begin in `names`; one more for the end
 *     names     numbers of names, in order within a group
 */
export class Trigrams {
  private readonly starts: Uint32Array;
  private readonly names: Uint32Array;
  private readonly shared: Uint8Array;
  private readonly touched: Uint32Array;

  constructor(names: readonly string[]) {
    const starts = new Uint32Array((1 << BITS) + 1);
    const last = new Int32Array(1 << BITS).fill(-1);
    for (const [name, letters] of names.entries()) {
      visitGroups(letters, (group) => {
        if (last[group] === name) return;
        last[group] = name;
        (starts[group + 1] as number)++;
      });
    }
    for (let group = 0; group < 1 << BITS; group++)
      starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
    this.names = new Uint32Array(starts[1 << BITS] as number);
    const next = starts.slice();
    last.fill(-1);
    for (const [name, letters] of names.entries()) {
      visitGroups(letters, (group) => {
        if (last[group] === name) return;
        last[group] = name;
        this.names[(next[group] as number)++] = name;
      });
    }
    this.starts = starts;
    this.shared = new Uint8Array(names.length);
    this.touched = new Uint32Array(names.length);
  }

  /** Visits the names that lack at most so many groups of some letters, and share at least one. */
  visitSharing(letters: string, missing: number, visit: (name: number, missing: number) => void): void {
    const groups = new Set<number>();
    visitGroups(letters, (group) => groups.add(group));
    const least = Math.max(1, groups.size - missing);
    const { starts, names, shared, touched } = this;
    let count = 0;
    for (const group of groups) {
      const end = starts[group + 1] as number;
      for (let at = starts[group] as number; at < end; at++) {
        const name = names[at] as number;
        if (shared[name] === 0) touched[count++] = name;
        if ((shared[name] as number) < 255) (shared[name] as number)++;
      }
    }
    for (let at = 0; at < count; at++) {
      const name = touched[at] as number;
      if ((shared[name] as number) >= least) visit(name, groups.size - (shared[name] as number));
      shared[name] = 0;
    }
  }
}

/** A group begins with the space before a word, so that short beginnings count; none ends with one. */
function visitGroups(letters: string, visit: (group: number) => void): void {
  let [first, second] = [0, SPACE];
  for (let at = 0; at < letters.length; at++) {
    const third = letters.charCodeAt(at);
    if (third !== SPACE && second === SPACE) visit(hash(0, SPACE, third));
    if (third !== SPACE && second !== SPACE) visit(hash(first, second, third));
    [first, second] = [second, third];
  }
}

const SPACE = 32;

function hash(first: number, second: number, third: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(first, MULTIPLIER) ^ second, MULTIPLIER) ^ third, MULTIPLIER);
  return (mixed ^ (mixed >>> 15)) >>> (32 - BITS);
}
