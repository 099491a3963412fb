import { expect, it } from 'vitest';
import { firstShift, shiftedKeys } from '#renderer/ui/grid/shifted-keys.ts';

/** Keys of rows `[first, last]` after views one after another. */
function keysAfter(...views: readonly (readonly [number, number])[]): number[] {
  let shift = firstShift;
  for (const [first, last] of views) shift = shiftedKeys(shift, first, last);
  return Array.from({ length: shift.last - shift.first + 1 }, (_, at) => shift.first + at - shift.by);
}

it.each([
  ['numbers the first rows by their places', [[0, 3]], [0, 1, 2, 3]],
  [
    'keeps the keys of rows that stay in view going down',
    [
      [0, 3],
      [2, 5],
    ],
    [2, 3, 4, 5],
  ],
  [
    'keeps the keys of rows that stay in view going up',
    [
      [2, 5],
      [0, 3],
    ],
    [-2, -1, 0, 1],
  ],
  [
    'hands the keys on after a jump down',
    [
      [0, 3],
      [100, 103],
    ],
    [0, 1, 2, 3],
  ],
  [
    'hands the keys on after a jump back',
    [
      [100, 103],
      [0, 3],
    ],
    [0, 1, 2, 3],
  ],
  [
    'hands the keys on to the rows that follow at once',
    [
      [0, 3],
      [4, 7],
    ],
    [0, 1, 2, 3],
  ],
  [
    'keeps counting from there',
    [
      [0, 3],
      [100, 103],
      [101, 104],
    ],
    [1, 2, 3, 4],
  ],
] as const)('%s', (_, views, keys) => {
  expect(keysAfter(...views)).toEqual(keys);
});
