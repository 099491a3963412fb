import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areNear, chainSpans, nearSpans, type Spans, spansOf, uniteSpans } from '#shared/search/evaluate/spans.ts';

type Pair = [number, number];
const anyPairs = fc.array(
  fc.tuple(fc.nat(25), fc.integer({ min: 1, max: 3 })).map(([start, length]): Pair => [start, start + length]),
  { maxLength: 14 },
);
const pairsOf = ({ starts, ends, count }: Spans): Pair[] =>
  Array.from({ length: count }, (_, at): Pair => [starts[at] ?? -1, ends[at] ?? -1]);

/** Pairs in order, each once. */
function tidy(pairs: readonly Pair[]): Pair[] {
  const known = new Map(pairs.map((pair) => [pair.join(), pair]));
  return [...known.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Whether so many positions at most lie between two places that do not overlap. */
function isNear(one: Pair, other: Pair, distance: number, isOrdered: boolean): boolean {
  const behind = other[0] >= one[1] && other[0] - one[1] <= distance;
  const before = one[0] >= other[1] && one[0] - other[1] <= distance;
  return behind || (!isOrdered && before);
}

describe('places', () => {
  it('are brought into order, none twice', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        expect(pairsOf(spansOf(pairs))).toEqual(tidy(pairs));
      }),
    );
  });

  it('of several lists are united', () => {
    fc.assert(
      fc.property(fc.array(anyPairs, { maxLength: 4 }), (lists) => {
        expect(pairsOf(uniteSpans(lists.map(spansOf)))).toEqual(tidy(lists.flat()));
      }),
    );
  });

  it('HITS-1 follow each other without anything between', () => {
    fc.assert(
      fc.property(fc.array(anyPairs, { minLength: 1, maxLength: 3 }), (lists) => {
        const wanted = lists
          .slice(1)
          .reduce(
            (chained, next) =>
              chained.flatMap(([start, end]) =>
                next.filter(([from]) => from === end).map(([, to]): Pair => [start, to]),
              ),
            lists[0] ?? [],
          );
        expect(pairsOf(chainSpans(lists.map(spansOf)))).toEqual(tidy(wanted));
      }),
      { numRuns: 1000 },
    );
  });

  it('HITS-4 are near each other where no more than so many positions lie between', () => {
    fc.assert(
      fc.property(anyPairs, anyPairs, fc.nat(6), fc.boolean(), (left, right, distance, isOrdered) => {
        const wanted = left.flatMap((one) =>
          right
            .filter((other) => isNear(one, other, distance, isOrdered))
            .map((other): Pair => [Math.min(one[0], other[0]), Math.max(one[1], other[1])]),
        );
        const [first, second] = [spansOf(left), spansOf(right)];
        expect(pairsOf(nearSpans(first, second, distance, isOrdered))).toEqual(tidy(wanted));
        expect(areNear(first, second, distance, isOrdered)).toBe(wanted.length > 0);
      }),
      { numRuns: 2000 },
    );
  });
});
