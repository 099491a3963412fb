import { describe, expect, test } from 'vitest';
import { rangeWords, readRange } from '#renderer/services/events/count-range.ts';

describe('rangeWords', () => {
  test.each([
    [null, ''],
    [{ min: null, max: null }, ''],
    [{ min: 5, max: 9 }, '5–9'],
    [{ min: 5, max: 5 }, '5'],
    [{ min: 0, max: 0 }, '0'],
    [{ min: 5, max: null }, '5 or more'],
    [{ min: null, max: 9 }, 'up to 9'],
    [{ min: 1200, max: 1200 }, '1,200'],
  ])('says %j as "%s"', (count, words) => {
    expect(rangeWords(count)).toBe(words);
  });
});

describe('readRange', () => {
  test.each([
    ['', '', ''],
    ['  ', '', ''],
    ['5', '5', '5'],
    ['1,200', '1,200', '1,200'],
    ['5–9', '5', '9'],
    ['5-9', '5', '9'],
    ['5 to 9', '5', '9'],
    ['between 5 and 9', '5', '9'],
    ['Between 1,200 and 1,400', '1,200', '1,400'],
    ['5 or more', '5', ''],
    ['5+', '5', ''],
    ['At least 5', '5', ''],
    ['no fewer than 5', '5', ''],
    ['>=5', '5', ''],
    ['≥ 5', '5', ''],
    ['up to 9', '', '9'],
    ['at most 9', '', '9'],
    ['no more than 9', '', '9'],
    ['9 or fewer', '', '9'],
    ['<=9', '', '9'],
    ['9–5', '9', '5'],
  ])('reads "%s" as at least "%s", at most "%s"', (words, least, most) => {
    expect(readRange(words)).toEqual({ least, most });
  });

  test.each(['dozens', 'about 5', '5 dead', '-5', '5–', '5 to', 'more than', '–'])(
    'does not guess what "%s" means',
    (words) => {
      expect(readRange(words)).toBeNull();
    },
  );
});
