import { describe, expect, it } from 'vitest';
import { directionOf } from '#shared/text/direction.ts';
import { scriptOf } from '#shared/text/script.ts';

describe('directionOf', () => {
  it.each([
    ['TEXT-19 left to right', 'Tell تمر', 'ltr'],
    ['TEXT-19 right to left', 'تل Tamr', 'rtl'],
    ['TEXT-19 Hebrew', '"שלום" hello', 'rtl'],
    ['TEXT-19 by the first letter, not by digits or signs', '35 – «تل»', 'rtl'],
    ['TEXT-19 by a mark of direction', '\u200f35 a', 'rtl'],
    ['TEXT-19 Syriac', 'ܫܠܡܐ', 'rtl'],
    ['TEXT-19 Adlam, beyond the basic plane', '𞤀𞤣𞤤𞤢𞤥', 'rtl'],
    ['TEXT-19 none without letters', '35 – 36 👍', null],
    ['TEXT-19 none in an empty paragraph', '', null],
  ])('finds %s', (_, text, wanted) => {
    expect(directionOf(text)).toBe(wanted);
  });
});

describe('scriptOf', () => {
  it.each([
    ['TEXT-20 Latin', 'The lorry left (تل)', 'Latn'],
    ['TEXT-20 Arabic, digits and signs left out', 'قتل 35 شخصا ok', 'Arab'],
    ['TEXT-20 Cyrillic', 'Ёлка', 'Cyrl'],
    ['TEXT-20 Chinese', '北京', 'Hani'],
    ['TEXT-20 Japanese', '東京都に行きました', 'Jpan'],
    ['TEXT-20 Japanese of kanji in the main', '東京都議会議員選挙の投票', 'Jpan'],
    ['TEXT-20 Chinese with a Japanese name in it', '北京大学的学生在东京大学读书一年の后回国了', 'Hani'],
    ['TEXT-20 Korean', '한국 漢字', 'Kore'],
    ['TEXT-20 Adlam, beyond the basic plane', '𞤀𞤣𞤤𞤢𞤥', 'Adlm'],
    ['TEXT-20 none without letters', '35 👍', null],
  ])('finds %s', (_, text, wanted) => {
    expect(scriptOf(text)).toBe(wanted);
  });
});
