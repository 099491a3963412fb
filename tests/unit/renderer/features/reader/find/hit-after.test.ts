import { expect, it } from 'vitest';
import { hitAfter } from '#renderer/features/reader/find/hit-after.ts';

const hits = [
  { start: 4, end: 8 },
  { start: 20, end: 24 },
];

it.each([
  ['the first one from the start of the text', 0, 0],
  ['one that begins at the caret', 4, 0],
  ['the next one after the caret', 5, 1],
  ['the first of all behind the last one', 21, 0],
])('takes %s', (_, place, found) => {
  expect(hitAfter(hits, place)).toBe(found);
});

it('takes none where nothing was found', () => {
  expect(hitAfter([], 3)).toBeNull();
});
