import { describe, expect, it } from 'vitest';
import { chanceOf, readForest } from '#shared/ingest/extract/forest.ts';

/** Feature 0 under 2: then by feature 1; else 4. The second tree is a leaf. */
const WRITTEN = '0<2 1<0.5 -3 1 4\n0.5';
const sigmoid = (score: number) => 1 / (1 + Math.exp(-score));

describe('a forest', () => {
  it.each([
    ['goes left, left', [1, 0], -3],
    ['goes left, right', [1, 0.5], 1],
    ['goes right at the bound itself', [2, 0], 4],
    ['takes what is missing for nothing', [], -3],
  ])('%s', (_, row, leaf) => {
    expect(chanceOf(readForest(WRITTEN), row)).toBeCloseTo(sigmoid(leaf + 0.5), 12);
  });

  it('reads trees that lean to either side', () => {
    const forest = readForest('0<1 0<0.5 0<0.2 1 2 3 0<2 4 0<3 5 6');

    const leaves = [0.1, 0.3, 0.7, 1.5, 2.5, 3.5].map((value) =>
      Math.round(Math.log(1 / (1 / chanceOf(forest, [value]) - 1))),
    );
    expect(leaves).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
