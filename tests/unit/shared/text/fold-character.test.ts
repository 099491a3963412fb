import { describe, expect, it } from 'vitest';
import { foldCharacter, isVoicedSoundMark } from '#shared/text/fold-character.ts';

describe('foldCharacter', () => {
  it.each([
    ['TEXT-6 a letter to its small form', 'A', 'a'],
    ['TEXT-6 a letter to itself', 'a', 'a'],
    ['TEXT-6 a letter with several accents', 'ệ', 'e'],
    ['TEXT-6 a sign of several letters', '㎏', 'kg'],
    ['TEXT-6 a fraction to its figures', '½', '1⁄2'],
    ['TEXT-6 a raised figure', '²', '2'],
    ['TEXT-6 a Roman numeral', 'Ⅳ', 'iv'],
    ['TEXT-6 a no-break space', '\u00a0', ' '],
    ['TEXT-6 a narrow no-break space', '\u202f', ' '],
    ['TEXT-6 the Kelvin sign', '\u212a', 'k'],
    ['TEXT-6 the capital of a joined letter', 'Ǆ', 'dz'],
    ['TEXT-6 a digit of Devanagari', '७', '7'],
    ['TEXT-6 a digit of the second row of ten in a block', '\u1a93', '3'],
    ['TEXT-6 a digit beyond the basic plane', '𝟿', '9'],
    ['TEXT-6 an Arabic letter at the end of a word', 'ﺔ', 'ه'],
    ['TEXT-6 the Arabic comma', '،', ','],
    ['TEXT-6 the Hebrew geresh', '׳', "'"],
    ['TEXT-6 a mark of direction to nothing', '\u200f', ''],
    ['TEXT-6 a variation selector to nothing', '\ufe0f', ''],
    ['TEXT-6 an accent to nothing', '\u0301', ''],
    ['TEXT-6 harakat to nothing', '\u064b', ''],
    ['TEXT-7 an Indic vowel sign to itself', '\u093f', '\u093f'],
    ['TEXT-7 a virama to itself', '\u094d', '\u094d'],
    ['TEXT-7 a Thai tone to itself', '\u0e48', '\u0e48'],
    ['TEXT-7 a syllable of Hangul to itself', '한', '한'],
    ['TEXT-7 an emoji to itself', '👍', '👍'],
    ['TEXT-7 half a pair to itself', '\ud83d', '\ud83d'],
  ])('brings %s', (_, character, wanted) => {
    expect(foldCharacter(character)).toBe(wanted);
  });
});

describe('isVoicedSoundMark', () => {
  it('TEXT-7 knows both marks, and no other', () => {
    expect(['\u3099', '\u309a', '\u0301', 'か', ''].map(isVoicedSoundMark)).toEqual([true, true, false, false, false]);
  });
});
