import { describe, expect, it } from 'vitest';
import {
  APOSTROPHE,
  classAt,
  DIGIT,
  HYPHEN,
  JOINER,
  LETTER,
  MARK,
  OTHER,
  SPACELESS,
  widthAt,
} from '#shared/text/character-class.ts';

describe('classAt', () => {
  it.each([
    ['TEXT-10 letters', ['a', 'É', 'ق', 'ё', '한', '𐐀', 'ª'], LETTER],
    ['TEXT-10 digits', ['1', '٣', '۳', '७', '½', '②'], DIGIT],
    ['TEXT-10 marks', ['\u0301', '\u064e', '\u093f', '\u20e3'], MARK],
    ['TEXT-10 what has no width', ['\u200c', '\u200d', '\u00ad', '\ufeff', '\u2060'], JOINER],
    ['TEXT-10 apostrophes', ["'", '’', 'ʼ', 'ʿ', '`', '＇', '׳'], APOSTROPHE],
    ['TEXT-10 hyphens', ['-', '‑', '–', '−', '－', '־'], HYPHEN],
    ['TEXT-11 letters of scripts without spaces', ['東', 'か', 'カ', 'ー', 'ก', 'ກ', 'က', 'ក', '𠀀'], SPACELESS],
    ['TEXT-9 all else', [' ', '.', '—', '"', '+', '👍', '\n', '\0'], OTHER],
  ])('knows %s', (_, characters, wanted) => {
    expect(characters.map((character) => classAt(character, 0))).toEqual(characters.map(() => wanted));
  });

  it('TEXT-9 finds nothing outside the text, and in half a pair', () => {
    expect([classAt('a', 1), classAt('a', -1), classAt('\ud83d', 0), classAt('\ude00', 0)]).toEqual([
      OTHER,
      OTHER,
      OTHER,
      OTHER,
    ]);
  });
});

describe('widthAt', () => {
  it('TEXT-9 is two for a pair', () => {
    expect([widthAt('a', 0), widthAt('😀', 0), widthAt('\ud83d', 0), widthAt('', 0)]).toEqual([1, 2, 1, 1]);
  });
});
