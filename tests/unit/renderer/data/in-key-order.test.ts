import { expect, it } from 'vitest';
import { inKeyOrder } from '#renderer/data/in-key-order.ts';

it.each([
  ['words by their code units, not by a language', ['b', 'a', 'B', 'ä'], ['B', 'a', 'b', 'ä']],
  ['a word before a longer one that begins so', ['ab', 'a'], ['a', 'ab']],
  ['none of none', [], []],
])('sorts %s', (_, keys, sorted) => {
  expect(inKeyOrder(keys)).toEqual(sorted);
});

it('sorts keys of several parts by the first, then by the next, and leaves the list that it was given as it is', () => {
  const keys = [
    ['b', '1'],
    ['a', '2'],
    ['a', '10'],
  ];

  expect(inKeyOrder(keys)).toEqual([
    ['a', '10'],
    ['a', '2'],
    ['b', '1'],
  ]);
  expect(keys[0]).toEqual(['b', '1']);
});
