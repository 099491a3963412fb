import { describe, expect, test } from 'vitest';
import {
  countWords,
  isHedged,
  numberOf,
  rangeOf,
  rangeWords,
  readRange,
} from '#renderer/services/events/count-range.ts';

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
    ['5 or 6', '5', '6'],
    ['exactly 5', '5', '5'],
    ['as many as 9', '', '9'],
    ['twelve', '12', '12'],
    ['at least Twenty-one', '21', ''],
    ['between five and seven', '5', '7'],
    ['more than 5', '6', ''],
    ['over 1,200', '1201', ''],
    ['fewer than 10', '', '9'],
  ])('reads "%s" as at least "%s", at most "%s"', (words, least, most) => {
    expect(readRange(words)).toEqual({ least, most, words: '' });
  });

  test.each([
    ['about 5', '5', '5'],
    ['some 1,200', '1,200', '1,200'],
    ['around twelve', '12', '12'],
    ['~40', '40', '40'],
    ['dozens', '12', ''],
    ['Dozens (12 or more)', '12', '', 'Dozens'],
    ['hundreds', '100', ''],
    ['several', '2', ''],
  ])('reads "%s" as at least "%s", at most "%s", and keeps how it was said', (words, least, most, said = words) => {
    expect(readRange(words)).toEqual({ least, most, words: said });
  });

  test.each(['5 dead', '-5', '5–', '5 to', 'more than', 'fewer than 0', '–', 'someone', 'oneness', 'many'])(
    'does not guess what "%s" means',
    (words) => {
      expect(readRange(words)).toBeNull();
    },
  );
});

describe('countWords', () => {
  test.each([
    [{ min: 5, max: 5, words: 'about 5' }, 'about 5'],
    [{ min: 12, max: 12, words: 'about twelve' }, 'about twelve'],
    [{ min: 12, max: null, words: 'dozens' }, 'dozens (12 or more)'],
    [{ min: 7, max: 9, words: 'about 5' }, '7–9'],
    [{ min: 7, max: 7, words: 'seven' }, '7'],
    [{ min: null, max: null, words: 'many' }, ''],
    [null, ''],
  ])('says %j as "%s"', (count, words) => {
    expect(countWords(count)).toBe(words);
  });

  test('says of every vague count what is read as that count again', () => {
    for (const words of ['about 5', 'dozens', 'nearly 1,300', 'a few', 'some twenty']) {
      const read = rangeOf(words, '');
      expect(read && isHedged(read)).toBe(true);
      expect(read && rangeOf(countWords(read), '')).toEqual(read);
    }
  });
});

describe('rangeOf', () => {
  test.each([
    ['5', '9', { min: 5, max: 9, words: '' }],
    ['5', '', { min: 5, max: null, words: '' }],
    ['', '', { min: null, max: null, words: '' }],
    ['5-9', '', { min: 5, max: 9, words: '' }],
    ['', 'fewer than 10', { min: null, max: 9, words: '' }],
    ['about 5', '', { min: 5, max: 5, words: 'about 5' }],
    ['dozens', '', { min: 12, max: null, words: 'dozens' }],
    ['about 5', '9', undefined],
    ['many', '', undefined],
    ['1.5', '', undefined],
  ])('reads "%s" and "%s" together', (least, most, range) => {
    expect(rangeOf(least, most)).toEqual(range);
  });
});

describe('numberOf', () => {
  test.each([
    ['', null],
    ['1,300', 1300],
    ['+5', 5],
    ['1.5', undefined],
    ['12345678901', undefined],
  ])('reads "%s" as %s', (words, number) => {
    expect(numberOf(words)).toBe(number);
  });
});
