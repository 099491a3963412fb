import { describe, expect, it } from 'vitest';
import { isShortening } from '#shared/text/abbreviations.ts';

describe('isShortening', () => {
  it.each([
    ['TEXT-18 a title', 'gen', true, 'ali', true],
    ['TEXT-18 a month', 'nov', true, '10', true],
    ['TEXT-18 an initial before a name', 'j', true, 'smith', true],
    ['TEXT-18 an initial before a word that opens sentences', 'b', true, 'the', false],
    ['TEXT-18 a small letter', 'x', false, 'smith', false],
    ['TEXT-18 the pronoun', 'i', true, 'smith', false],
    ['TEXT-18 an acronym before a name', 'u.s', true, 'army', true],
    ['TEXT-18 an acronym before a word that opens sentences', 'u.s', true, 'they', false],
    ['TEXT-18 a number word before a number', 'no', true, '5', true],
    ['TEXT-18 the same word before another', 'no', true, 'he', false],
    ['TEXT-18 a day before its German month', '10', false, 'november', true],
    ['TEXT-18 a number before another word', '10', false, 'dann', false],
    ['TEXT-18 a plain word', 'dawn', false, 'smith', false],
    ['TEXT-18 a Russian one', 'г', false, 'москве', true],
  ])('judges %s', (_, before, isCapital, after, wanted) => {
    expect(isShortening(before, isCapital, after)).toBe(wanted);
  });
});
