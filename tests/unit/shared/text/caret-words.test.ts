import { describe, expect, it } from 'vitest';
import { nextWordStart, previousWordStart, wordAt } from '#shared/text/caret-words.ts';

const TEXT = "The lorry left.\nO'Neill saw 東京.";

describe('wordAt', () => {
  it.each([
    ['TEXT-16 the word that holds the place', 5, 'lorry'],
    ['TEXT-16 the word that begins there', 4, 'lorry'],
    ['TEXT-16 the word that ends there', 9, 'lorry'],
    ['TEXT-16 a whole name with its apostrophe', 18, "O'Neill"],
    ['TEXT-16 a word without spaces around it', 29, '東京'],
  ])('finds %s', (_, at, wanted) => {
    const found = wordAt(TEXT, at);

    expect(TEXT.slice(found?.start, found?.end)).toBe(wanted);
  });

  it('TEXT-16 finds none between words', () => {
    expect(wordAt('a  b', 2)).toBeNull();
  });
});

describe('stepping by words', () => {
  it('TEXT-16 goes over the end of a line', () => {
    expect(nextWordStart(TEXT, 10)).toBe(16);
    expect(previousWordStart(TEXT, 16)).toBe(10);
  });

  it('TEXT-16 stops at the ends of the text', () => {
    expect(nextWordStart(TEXT, 28)).toBe(TEXT.length);
    expect(previousWordStart(TEXT, 0)).toBe(0);
  });
});
