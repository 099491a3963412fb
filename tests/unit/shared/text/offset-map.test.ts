import { describe, expect, it } from 'vitest';
import { OffsetMap } from '#shared/text/offset-map.ts';

/**
 * original   x S t r a ß e ́ n      (x is dropped, and so is the mark)
 * folded       s t r a s s e n
 */
const STARTS = [1, 2, 3, 4, 5, 5, 6, 8];
const LENGTH = 9;
const map = OffsetMap.of(Uint32Array.from(STARTS), LENGTH);

describe('toOriginal', () => {
  it.each([
    ['TEXT-3 the first unit with what was dropped before it', 0, 1, 0, 2],
    ['TEXT-3 a unit in the midst', 2, 3, 3, 4],
    ['TEXT-4 the first of two units of one character', 4, 5, 5, 6],
    ['TEXT-4 the second of them', 5, 6, 5, 6],
    ['TEXT-4 both of them', 4, 6, 5, 6],
    ['TEXT-3 a unit with the mark behind it', 6, 7, 6, 8],
    ['TEXT-3 the last unit', 7, 8, 8, 9],
    ['TEXT-3 everything', 0, 8, 0, 9],
    ['TEXT-3 nothing, in the midst', 3, 3, 4, 4],
    ['TEXT-3 nothing, at the end', 8, 8, 9, 9],
  ])('leads back %s', (_, start, end, from, to) => {
    expect(map.toOriginal({ start, end })).toEqual({ start: from, end: to });
  });
});

describe('toFolded', () => {
  it.each([
    ['TEXT-5 what was dropped at the beginning, to the first unit', 0, 1, 0, 1],
    ['TEXT-5 a character to its unit', 3, 4, 2, 3],
    ['TEXT-5 a character to its two units', 5, 6, 4, 6],
    ['TEXT-5 a mark to the unit of its letter', 7, 8, 6, 7],
    ['TEXT-5 several characters', 4, 7, 3, 7],
    ['TEXT-5 everything', 0, 9, 0, 8],
    ['TEXT-5 nothing, in the midst', 5, 5, 4, 4],
    ['TEXT-5 nothing, at the end', 9, 9, 8, 8],
  ])('leads there %s', (_, start, end, from, to) => {
    expect(map.toFolded({ start, end })).toEqual({ start: from, end: to });
  });
});

describe('a map of a text whose places did not move', () => {
  it('TEXT-8 leads every span to itself, both ways', () => {
    const same = OffsetMap.same(5);
    const span = { start: 1, end: 4 };

    expect([same.toOriginal(span), same.toFolded(span)]).toEqual([span, span]);
  });

  it('TEXT-8 is recognised', () => {
    expect(OffsetMap.of(Uint32Array.of(0, 1, 2), 3)).toEqual(OffsetMap.same(3));
  });

  it('TEXT-3 is not taken for one whose last characters were dropped', () => {
    expect(OffsetMap.of(Uint32Array.of(0, 1), 3).toOriginal({ start: 1, end: 2 })).toEqual({ start: 1, end: 3 });
  });
});

it('TEXT-3 keeps a copy of what it was made from', () => {
  const starts = Uint32Array.of(0, 2);
  const copied = OffsetMap.of(starts, 3);
  starts[1] = 1;

  expect(copied.toOriginal({ start: 1, end: 2 })).toEqual({ start: 2, end: 3 });
});
