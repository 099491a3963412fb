import { describe, expect, it } from 'vitest';
import { isValued, readValue, valueOfQuote, valueWords } from '#renderer/services/events-editing/claim-value.ts';

describe('valueWords', () => {
  it.each([
    ['nothing', 'when', null, ''],
    ['a date', 'when', '[2024-03-12,2024-03-13]', '12 or 13 March 2024'],
    ['a place', 'placeId', 'Dervah bridge', 'Dervah bridge'],
    ['a number', 'counts[x]', 1200, '1,200'],
    ['how many', 'counts[x]', { min: 5, max: 7 }, '5–7'],
    ['an open count', 'counts[x]', { min: 5, max: null }, '5 or more'],
  ])('says %s in words', (_, path, read, words) => {
    expect(valueWords(path, read)).toBe(words);
  });
});

describe('readValue', () => {
  it.each([
    ['killed', '7', { min: 7, max: 7 }],
    ['killed', '5-7', { min: 5, max: 7 }],
    ['injured', 'at least twelve', { min: 12, max: null }],
    ['killed-or-injured', 'dozens', { min: 12, max: null }],
    ['when', '12 or 13 March 2024', '[2024-03-12,2024-03-13]'],
    ['placeId', ' the old market ', 'the old market'],
    ['killed', '  ', null],
  ] as const)('reads for %s “%s”', (field, words, read) => {
    expect(readValue(field, words)).toEqual({ read });
  });

  it.each([
    ['killed', 'many', 'Not read as a number'],
    ['killed', '9-5', 'more than'],
    ['when', 'the day of the rain', 'Not read as a date'],
    ['when', '03/04/2024', '3 April 2024 or 4 March 2024'],
  ] as const)('says what is wrong for %s with “%s”', (field, words, fault) => {
    const typed = readValue(field, words);
    expect('fault' in typed && typed.fault).toContain(fault);
  });

  it('reads again what it says in words', () => {
    for (const [field, read] of [
      ['killed', { min: 5, max: 7 }],
      ['killed', { min: 5, max: 5 }],
      ['killed', { min: null, max: 1200 }],
      ['when', 'XXXX-11-10'],
      ['when', '2024-03-14~'],
    ] as const)
      expect(readValue(field, valueWords(field, read))).toEqual({ read });
  });
});

describe('valueOfQuote', () => {
  it('takes a passage that is nothing but a value, and guesses of no other', () => {
    expect(valueOfQuote('killed', 'at least 12')).toEqual({ min: 12, max: null });
    expect(valueOfQuote('when', '14 March 2024')).toBe('2024-03-14');
    expect(valueOfQuote('killed', 'killing at least 12 people')).toBeNull();
    expect(valueOfQuote('placeId', 'Marjouna')).toBeNull();
    expect(valueOfQuote(null, '12')).toBeNull();
  });
});

describe('isValued', () => {
  it('is true of dates, places and counts alone', () => {
    expect((['when', 'placeId', 'killed', 'killed-or-injured'] as const).every(isValued)).toBe(true);
    expect(([null, 'type', 'participants'] as const).some(isValued)).toBe(false);
  });
});
