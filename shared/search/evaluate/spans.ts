/**
 * Places of one document, by position: half-open, in order of start, then end, none twice. A joined word may take several
 * positions, so that what follows it begins where it ends.
 */
export type Spans = { readonly starts: Int32Array; readonly ends: Int32Array; readonly count: number };

/** No places. */
export const noSpans: Spans = { starts: new Int32Array(0), ends: new Int32Array(0), count: 0 };

/** Places in any order, brought into order. */
export function spansOf(pairs: readonly (readonly [number, number])[]): Spans {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const starts = new Int32Array(sorted.length);
  const ends = new Int32Array(sorted.length);
  let count = 0;
  for (const [start, end] of sorted) {
    if (count > 0 && starts[count - 1] === start && ends[count - 1] === end) continue;
    starts[count] = start;
    ends[count++] = end;
  }
  return { starts, ends, count };
}

/** All places of several lists. */
export function uniteSpans(lists: readonly Spans[]): Spans {
  const some = lists.filter(({ count }) => count > 0);
  const [only] = some;
  if (only === undefined) return noSpans;
  if (some.length === 1) return only;
  return spansOf(some.flatMap(pairsOf));
}

/** Places where one of each list stands behind the other without anything between them. */
export function chainSpans(slots: readonly Spans[]): Spans {
  let [chained = noSpans] = slots;
  for (const next of slots.slice(1)) {
    if (chained.count === 0 || next.count === 0) return noSpans;
    chained = follow(chained, next);
  }
  return chained;
}

function follow(left: Spans, right: Spans): Spans {
  const pairs: [number, number][] = [];
  for (let at = 0; at < left.count; at++) {
    const end = left.ends[at] ?? 0;
    for (let next = firstFrom(right, end); next < right.count && right.starts[next] === end; next++) {
      pairs.push([left.starts[at] ?? 0, right.ends[next] ?? 0]);
    }
  }
  return spansOf(pairs);
}

/**
 * Pairs of places that are near each other, each as the span that covers both.
 *
 * @param distance - positions that may lie between the two
 */
export function nearSpans(left: Spans, right: Spans, distance: number, isOrdered: boolean): Spans {
  const pairs: [number, number][] = [];
  eachNear(left, right, distance, isOrdered, (one, other) => {
    const starts = [left.starts[one] ?? 0, right.starts[other] ?? 0];
    const ends = [left.ends[one] ?? 0, right.ends[other] ?? 0];
    pairs.push([Math.min(...starts), Math.max(...ends)]);
    return true;
  });
  return spansOf(pairs);
}

/** Whether any two places are near each other, without looking for all. */
export function areNear(left: Spans, right: Spans, distance: number, isOrdered: boolean): boolean {
  let found = false;
  eachNear(left, right, distance, isOrdered, () => {
    found = true;
    return false;
  });
  return found;
}

/** Visits the pairs, by index, until `visit` says false. */
export function eachNear(
  left: Spans,
  right: Spans,
  distance: number,
  isOrdered: boolean,
  visit: (left: number, right: number) => boolean,
): void {
  const longest = isOrdered ? 0 : longestOf(right);
  for (let one = 0; one < left.count; one++) {
    const start = left.starts[one] ?? 0;
    const end = left.ends[one] ?? 0;
    const from = isOrdered ? end : start - distance - longest;
    for (let other = firstFrom(right, from); other < right.count; other++) {
      const next = right.starts[other] ?? 0;
      if (next > end + distance) break;
      const isBehind = next >= end;
      const isBefore = !isOrdered && (right.ends[other] ?? 0) <= start && start - (right.ends[other] ?? 0) <= distance;
      if ((isBehind || isBefore) && !visit(one, other)) return;
    }
  }
}

function longestOf(spans: Spans): number {
  let longest = 0;
  for (let at = 0; at < spans.count; at++) longest = Math.max(longest, (spans.ends[at] ?? 0) - (spans.starts[at] ?? 0));
  return longest;
}

/** Index of the first place that starts at `start` or later. */
function firstFrom({ starts, count }: Spans, start: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pairsOf({ starts, ends, count }: Spans): [number, number][] {
  return Array.from({ length: count }, (_, at) => [starts[at] ?? 0, ends[at] ?? 0]);
}
