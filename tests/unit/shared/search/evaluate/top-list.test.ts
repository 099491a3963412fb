import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TopList } from '#shared/search/evaluate/top-list.ts';

const anyValues = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: 0, max: 1, noNaN: true })), {
  maxLength: 80,
});

/** The best of values by sorting all of them: greater first, of equals the one that came in first. */
function sorted(values: readonly number[], size: number): [number, number][] {
  return values
    .map((value, order): [number, number] => [value, order])
    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
    .slice(0, size);
}

describe('TopList', () => {
  it('INDEX-2 holds what sorting all would put first, in that order', () => {
    fc.assert(
      fc.property(anyValues, fc.nat(100), fc.nat(900), (values, size, more) => {
        const top = new TopList(size, values.length + more);
        for (const [order, value] of values.entries()) top.add(value, order);
        const best = top.best().map((at) => [top.valueOf(at), top.orderOf(at)]);
        expect(best).toEqual(sorted(values, size));
      }),
      { numRuns: 2000 },
    );
  });

  it('INDEX-2 holds the same when they come in any order', () => {
    fc.assert(
      fc.property(
        anyValues.chain((values) =>
          fc.tuple(fc.constant(values), fc.shuffledSubarray([...values.keys()], { minLength: values.length })),
        ),
        fc.nat(30),
        fc.nat(900),
        ([values, arrivals], size, more) => {
          const top = new TopList(size, values.length + more);
          for (const order of arrivals) top.add(values[order] ?? 0, order);
          const best = top.best().map((at) => [top.valueOf(at), top.orderOf(at)]);
          expect(best).toEqual(sorted(values, size));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('INDEX-2 says what a newcomer has to exceed, once it is full', () => {
    const top = new TopList(2, 100);
    expect(top.least).toBe(Number.NEGATIVE_INFINITY);
    for (const [order, value] of [3, 1, 2].entries()) top.add(value, order);

    expect(top.least).toBe(2);
  });
});
