/** Eleven bits a pass: two passes sort a hundred thousand ranks, and the counts stay in the nearest cache. */
const BITS = 11;
const BUCKETS = 1 << BITS;

/**
 * Reorders slots by their keys, smallest first; slots of one key keep their order.
 *
 * @param order - slots; overwritten
 * @param keys - by slot
 * @param spare - as long as `order`; overwritten
 * @returns `order` or `spare`, whichever holds the result
 */
export function sortByKey(
  order: Uint32Array<ArrayBuffer>,
  keys: Uint32Array<ArrayBuffer>,
  spare: Uint32Array<ArrayBuffer>,
): Uint32Array<ArrayBuffer> {
  let largest = 0;
  for (let at = 0; at < order.length; at++) largest = Math.max(largest, keys[order[at] ?? 0] ?? 0);

  const starts = new Uint32Array(BUCKETS + 1);
  let from = order;
  let to = spare;
  for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += BITS) {
    starts.fill(0);
    for (let at = 0; at < from.length; at++) {
      const bucket = bucketOf(keys, from[at] ?? 0, shift) + 1;
      starts[bucket] = (starts[bucket] ?? 0) + 1;
    }
    for (let bucket = 1; bucket < BUCKETS; bucket++) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    for (let at = 0; at < from.length; at++) {
      const slot = from[at] ?? 0;
      const bucket = bucketOf(keys, slot, shift);
      const place = starts[bucket] ?? 0;
      to[place] = slot;
      starts[bucket] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

function bucketOf(keys: Uint32Array, slot: number, shift: number): number {
  return ((keys[slot] ?? 0) >>> shift) & (BUCKETS - 1);
}
