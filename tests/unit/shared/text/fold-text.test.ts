import { describe, expect, it } from 'vitest';
import { fold, foldText } from '#shared/text/fold-text.ts';

describe('fold', () => {
  it.each([
    ['TEXT-6 case', 'TELL Tamr', 'tell tamr'],
    ['TEXT-6 accents', 'Škoda Muñoz Ñandú', 'skoda munoz nandu'],
    ['TEXT-6 accents written apart', 'Sko\u030cda', 'skoda'],
    ['TEXT-6 umlauts', 'München', 'munchen'],
    ['TEXT-6 sharp s', 'Straße STRAẞE', 'strasse strasse'],
    ['TEXT-6 letters with strokes', 'Łódź Øre Đakovo', 'lodz ore dakovo'],
    ['TEXT-6 joined letters', 'Œuvre Æther ﬁne', 'oeuvre aether fine'],
    ['TEXT-6 Turkish i, all four', 'İstanbul Iğdır', 'istanbul igdir'],
    ['TEXT-6 apostrophes', 'Sha’Fah ShaʿFah Shaʼfah Sha`fah', "sha'fah sha'fah sha'fah sha'fah"],
    ['TEXT-6 quotation marks', '“no” „nein“', '"no" "nein"'],
    ['TEXT-6 hyphens', 'Al‑Bab 2014–15', 'al-bab 2014-15'],
    ['TEXT-6 alef forms', 'أحمد إدلب آمد ٱلله', 'احمد ادلب امد الله'],
    ['TEXT-6 alef maqsura and ya', 'على مصطفى', 'علي مصطفي'],
    ['TEXT-6 ta marbuta', 'بلدة', 'بلده'],
    ['TEXT-6 hamza on its seat', 'مسؤول رئيس', 'مسوول رييس'],
    ['TEXT-6 tatweel', 'تـــل', 'تل'],
    ['TEXT-6 harakat', 'قُتِلَ ثَلاثَةٌ', 'قتل ثلاثه'],
    ['TEXT-6 Arabic and Persian digits', '٣٥ ۳۵', '35 35'],
    ['TEXT-6 digits of other scripts', '३५ ๓๕ 𝟛𝟝', '35 35 35'],
    ['TEXT-6 Persian ya and kaf', 'کردی', 'كردي'],
    ['TEXT-6 Urdu letters', 'ہے میں', 'هي مين'],
    ['TEXT-6 lam-alef in one sign', 'ﻻ', 'لا'],
    ['TEXT-6 Cyrillic yo and short i', 'Ёлка Йод', 'елка иод'],
    ['TEXT-6 width forms', 'Ａｂｃ１２', 'abc12'],
    ['TEXT-6 halfwidth kana', 'ｶﾞｷﾞ', 'ガギ'],
    ['TEXT-6 what has no width', 'Tell\u200bTa\u00admr\ufeff', 'telltamr'],
    ['TEXT-6 the non-joiner of Persian', 'می\u200cروم', 'ميروم'],
    ['TEXT-6 Greek final sigma', 'ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['TEXT-6 Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['TEXT-7 voiced kana', 'が か', 'が か'],
    ['TEXT-7 Indic vowel signs', 'हिन्दी', 'हिन्दी'],
    ['TEXT-7 Thai vowel signs', 'ที่นี่', 'ที่นี่'],
    ['TEXT-7 Persian letters of other sounds', 'پچژگ', 'پچژگ'],
    ['TEXT-7 Hangul', '한국', '한국'],
  ])('%s', (_, text, wanted) => {
    expect(fold(text)).toBe(wanted);
  });

  it('TEXT-8 folds a megabyte of Arabic and of ASCII, and stays right at the far end', () => {
    const arabic = 'قُتِلَ ثلاثةُ أشخاصٍ. '.repeat(50_000);
    const { folded, map } = foldText(`${arabic}END`);

    expect(folded.endsWith(' end')).toBe(true);
    expect(map.toOriginal({ start: folded.length - 3, end: folded.length })).toEqual({
      start: arabic.length,
      end: arabic.length + 3,
    });
  });
});

describe('the way back', () => {
  it.each([
    ['TEXT-4 both letters of ss to the one ß', 'Straße', 'ss', 'ß'],
    ['TEXT-4 a letter with the mark that was dropped behind it', 'Cafe\u0301 x', 'e', 'e\u0301'],
    ['TEXT-4 a word with its harakat', 'قُتِلَ هنا', 'قتل', 'قُتِلَ'],
    ['TEXT-4 a word with the soft hyphen in it', 'Ta\u00admr', 'tamr', 'Ta\u00admr'],
    ['TEXT-4 a whole pair', '𝐀b', 'a', '𝐀'],
    ['TEXT-4 the first letter with what was dropped before it', '\ufeffTell', 'tell', '\ufeffTell'],
    ['TEXT-4 a ligature of many letters', 'x ﷲ y', 'الله', 'ﷲ'],
    ['TEXT-4 kana with its halfwidth mark', 'ｱｶﾞ', 'ガ', 'ｶﾞ'],
    ['TEXT-4 plain words to themselves', 'The lorry', 'lorry', 'lorry'],
  ])('leads %s', (_, text, wanted, original) => {
    const { folded, map } = foldText(text);
    const start = folded.indexOf(wanted);
    const range = map.toOriginal({ start, end: start + wanted.length });

    expect(text.slice(range.start, range.end)).toBe(original);
  });

  it.each([
    ['TEXT-5 an ß to both letters', 'Straße', { start: 4, end: 5 }, 'ss'],
    ['TEXT-5 half a word with harakat', 'قُتِلَ', { start: 2, end: 4 }, 'ت'],
    ['TEXT-5 a mark alone to its letter', 'e\u0301x', { start: 1, end: 2 }, 'e'],
    ['TEXT-5 an empty span to an empty span', 'Straße', { start: 5, end: 5 }, ''],
    ['TEXT-5 a span of ASCII to itself', 'lorry', { start: 1, end: 3 }, 'or'],
  ])('leads there %s', (_, text, span, wanted) => {
    const { folded, map } = foldText(text);
    const range = map.toFolded(span);

    expect(folded.slice(range.start, range.end)).toBe(wanted);
  });

  it('keeps an empty folded text empty', () => {
    expect(foldText('\u200b\u200b').map.toOriginal({ start: 0, end: 0 })).toEqual({ start: 2, end: 2 });
  });
});
