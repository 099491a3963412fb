import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Found, foundAll, foundDocs, intersect, keep, subtract, unite } from '#shared/search/evaluate/found.ts';

const anyDocs = fc.uniqueArray(fc.nat(60), { maxLength: 40 }).map((docs) => docs.sort((a, b) => a - b));

/** Documents whose worth is their number and a part that tells lists apart; with room behind that does not count. */
function found(docs: readonly number[], part: number): Found {
  return {
    count: docs.length,
    docs: Int32Array.from([...docs, 99, 98]),
    scores: Float64Array.from([...docs, 7, 7], (doc) => doc + part),
  };
}

const rowsOf = ({ count, docs, scores }: Found) =>
  Array.from({ length: count }, (_, at): [number, number] => [docs[at] ?? -1, scores[at] ?? -1]);

describe('documents found', () => {
  it('INDEX-1 are in both lists, their worth added', () => {
    fc.assert(
      fc.property(anyDocs, anyDocs, (one, other) => {
        const both = one.filter((doc) => other.includes(doc));
        expect(rowsOf(intersect(found(one, 0.25), found(other, 0.5)))).toEqual(
          both.map((doc) => [doc, 2 * doc + 0.75]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('INDEX-1 are in either list, their worth added', () => {
    fc.assert(
      fc.property(anyDocs, anyDocs, (one, other) => {
        const either = [...new Set([...one, ...other])].sort((a, b) => a - b);
        const worth = (doc: number) => (one.includes(doc) ? doc + 0.25 : 0) + (other.includes(doc) ? doc + 0.5 : 0);
        expect(rowsOf(unite(found(one, 0.25), found(other, 0.5)))).toEqual(either.map((doc) => [doc, worth(doc)]));
      }),
      { numRuns: 500 },
    );
  });

  it('INDEX-1 are in the first list alone, with its worth', () => {
    fc.assert(
      fc.property(anyDocs, anyDocs, (one, other) => {
        const left = one.filter((doc) => !other.includes(doc));
        expect(rowsOf(subtract(found(one, 0.25), found(other, 0.5)))).toEqual(left.map((doc) => [doc, doc + 0.25]));
      }),
      { numRuns: 500 },
    );
  });

  it('INDEX-1 are those that a test lets pass', () => {
    fc.assert(
      fc.property(anyDocs, fc.integer({ min: 1, max: 5 }), (docs, step) => {
        expect(rowsOf(keep(found(docs, 0.25), (doc) => doc % step === 0))).toEqual(
          docs.filter((doc) => doc % step === 0).map((doc) => [doc, doc + 0.25]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are all documents of a segment, or some, without worth', () => {
    expect(rowsOf(foundAll(3))).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect(rowsOf(foundDocs(Int32Array.of(4, 6, 9), 2))).toEqual([
      [4, 0],
      [6, 0],
    ]);
  });
});
