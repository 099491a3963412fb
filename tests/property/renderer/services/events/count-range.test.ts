import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeWords, readRange } from '#renderer/services/events/count-range.ts';

const count = fc.integer({ min: 0, max: 999_999_999 });
const ranges = fc.oneof(
  fc.record({ min: count, max: fc.constant(null) }),
  fc.record({ min: fc.constant(null), max: count }),
  fc.tuple(count, count).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  fc.constant({ min: null, max: null }),
);

test('what a cell shows reads back as the same numbers', () => {
  const number = (words: string) => (words === '' ? null : Number(words.replace(/,/g, '')));
  fc.assert(
    fc.property(ranges, (range) => {
      const read = readRange(rangeWords(range));
      expect(read && { min: number(read.least), max: number(read.most) }).toEqual(range);
    }),
  );
});
