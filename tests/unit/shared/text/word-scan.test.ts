import { describe, expect, it } from 'vitest';
import { isAcronymDot, isWordStart, scanWord } from '#shared/text/word-scan.ts';

describe('scanWord', () => {
  it.each([
    ['TEXT-10 letters', 'lorry left', 'lorry'],
    ['TEXT-10 an apostrophe inside', "O'Neill's van", "O'Neill's"],
    ['TEXT-10 an apostrophe at the end', "the guards' van", 'the'],
    ['TEXT-10 a hyphen inside', 'T-72-like', 'T-72-like'],
    ['TEXT-10 two hyphens', 'dawn--dusk', 'dawn'],
    ['TEXT-10 an underscore', 'a_b c', 'a_b'],
    ['TEXT-10 an ampersand between letters', 'AT&T', 'AT&T'],
    ['TEXT-10 an ampersand between digits', '1&2', '1'],
    ['TEXT-10 a middle dot', 'col·lapse', 'col·lapse'],
    ['TEXT-10 a decimal point', '3.5.', '3.5'],
    ['TEXT-10 a comma between digits', '10,000,', '10,000'],
    ['TEXT-10 a comma between letters', 'a,b', 'a'],
    ['TEXT-10 a colon between digits', '06:40:', '06:40'],
    ['TEXT-10 a colon between letters', 'a:b', 'a'],
    ['TEXT-10 an acronym', 'U.N. said', 'U.N'],
    ['TEXT-10 a sentence without a space behind it', 'left.It', 'left'],
    ['TEXT-10 a name of the web', 'a.example', 'a'],
    ['TEXT-10 a letter with marks', 'e\u0301\u0302x y', 'e\u0301\u0302x'],
    ['TEXT-10 a soft hyphen', 'Ta\u00admr x', 'Ta\u00admr'],
    ['TEXT-10 letters beyond the basic plane', '𐐀𐐁 x', '𐐀𐐁'],
  ])('takes %s', (_, text, wanted) => {
    expect(text.slice(0, scanWord(text, 0).end)).toBe(wanted);
  });

  it('TEXT-10 tells what a word is made of', () => {
    expect(['ab', '12', 'a1'].map((text) => scanWord(text, 0))).toEqual([
      { end: 2, hasLetter: true, hasDigit: false },
      { end: 2, hasLetter: false, hasDigit: true },
      { end: 2, hasLetter: true, hasDigit: true },
    ]);
  });
});

describe('isWordStart', () => {
  it('TEXT-10 is a letter or a digit, of a script with spaces', () => {
    expect(['a', 'ق', '1', '٣', '½', "'", '-', ' ', '東', '\u0301', ''].map((text) => isWordStart(text, 0))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('isAcronymDot', () => {
  it('TEXT-10 stands between two single letters', () => {
    expect(
      ['U.S', 'U.S.', 'USA.B', 'a.bc', '1.2', 'U. S'].map((text) => isAcronymDot(text, text.indexOf('.'))),
    ).toEqual([true, true, false, false, false, false]);
  });
});
