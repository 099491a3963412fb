import { describe, expect, it } from 'vitest';
import { findHits } from '#shared/search/evaluate/find-hits.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';

function found(text: string, typed: string): string[] {
  return findHits(parseQuery(typed).root, 'text', text).map(({ start, end }) => text.slice(start, end));
}

describe('WORDS-1 words of a text', () => {
  const texts = [
    'Sha’Fah village was shelled on Tuesday by armed groups',
    "Reports from Sha'Fah suggest groups armed by others",
    'الْعَرَبِيَّة قناة, قوات سوريا الديمقراطية',
    'Ёлка в Москве, российские войска',
    'Škoda plant in Mladá Boleslav; José Muñoz said',
    'Straße in München',
    '東京都知事選挙の結果',
    "Kyiv (Київ) air-raid; O'Neill's report; U.S. Army; COVID-19 drone",
  ];

  it.each([
    ["Sha'Fah", [1, 2]],
    ['Sha’Fah', [1, 2]],
    ['shafah', [1, 2]],
    ['العربية', [3]],
    ['الديمقراطية', [3]],
    ['елка', [4]],
    ['МОСКВЕ', [4]],
    ['skoda', [5]],
    ['munoz', [5]],
    ['strasse', [6]],
    ['munchen', [6]],
    ['東京', [7]],
    ['київ', [8]],
    ["O'Neill", [8]],
    ['oneill', [8]],
    ['neill', [8]],
    ['COVID-19', [8]],
  ])('WORDS-1 finds %s where the folding checks want it', (typed, wanted) => {
    const holding = texts.flatMap((text, at) => (found(text, typed).length > 0 ? [at + 1] : []));

    expect(holding).toEqual(wanted);
  });

  it.each([
    ['WORDS-2 a joined word where it is parted', "the O'Neill report", 'oneill', ["O'Neill"]],
    ['WORDS-2 a parted word where it is joined', 'the ONeill report', "O'Neill", ['ONeill']],
    ['WORDS-2 a part of a word', 'the air-raid', 'raid', ['raid']],
    ['WORDS-2 a word joined otherwise', 'ab-c', 'a-bc', ['ab-c']],
    ['WORDS-2 a word with a space for its hyphen', 'the air raid', 'air-raid', ['air raid']],
    ['WORDS-2 nothing joined over a space', 'the air raid', 'airraid', []],
    ['WORDS-2 a joined word in a phrase', "the O'Neill report", '"the oneill report"', ["the O'Neill report"]],
    ['WORDS-2 two parts of three', 'a-b-c', 'bc', ['b-c']],
    ['WORDS-2 an acronym without dots', 'the U.S.A. said', 'usa', ['U.S.A']],
    ['WORDS-2 an acronym with dots', 'the USA said', 'U.S.A.', ['USA']],
    ['WORDS-2 a name of the file system', 'see bbc_news today', 'bbcnews', ['bbc_news']],
    ['WORDS-3 a name without its possessive', "Assad's army", 'assad', ['Assad']],
    ['WORDS-3 a typographic possessive', 'Assad’s army', '"assad army"', ['Assad’s army']],
    ['WORDS-3 a possessive in the query', 'the army of Assad', "Assad's", ['Assad']],
    ['WORDS-3 the possessive of many', 'the soldiers’ boots', 'soldiers', ['soldiers']],
    [
      'WORDS-4 any accent',
      'São Paulo, Zürich, Łódź, Đà Nẵng',
      '"sao paulo" zurich lodz "da nang"',
      ['São Paulo', 'Zürich', 'Łódź', 'Đà Nẵng'],
    ],
    ['WORDS-4 letters without accents by those with', 'Sao Paulo', 'São', ['Sao']],
    ['WORDS-4 full width', 'ＮＡＴＯ', 'nato', ['ＮＡＴＯ']],
    ['WORDS-4 soft hyphens and zero-width signs', 'ex\u00adplo\u200bsion', 'explosion', ['ex\u00adplo\u200bsion']],
    ['WORDS-4 ligatures', 'oﬃcer Æsir', 'officer aesir', ['oﬃcer', 'Æsir']],
    ['WORDS-5 umlauts spelled out in the text', 'in Muenchen', 'München', ['Muenchen']],
    ['WORDS-5 umlauts spelled out in the query', 'in München', 'muenchen', ['München']],
    [
      'WORDS-5 umlauts spelled out in a joined name',
      'Müller-Lüdenscheidt',
      'muellerluedenscheidt',
      ['Müller-Lüdenscheidt'],
    ],
    ['WORDS-5 no vowel that is no umlaut', 'a pot', 'poet', []],
    ['WORDS-5 sharp s in capitals', 'STRASSE', 'Straße', ['STRASSE']],
    [
      'WORDS-5 Nordic letters spelled out',
      'Tromsø og Ålesund',
      'tromsoe aalesund tromso',
      ['Tromsø', 'Tromsø', 'Ålesund'],
    ],
    ['WORDS-5 Turkish letters', 'İSTANBUL ılgın', 'istanbul ILGIN', ['İSTANBUL', 'ılgın']],
    ['WORDS-6 Arabic without harakat and tatweel', 'مُحَمَّد سـوريـا', 'محمد سوريا', ['مُحَمَّد', 'سـوريـا']],
    ['WORDS-6 alef in all its forms', 'أحمد إدلب آمد', 'احمد ادلب امد', ['أحمد', 'إدلب', 'آمد']],
    ['WORDS-6 alef maqsura and ta marbuta', 'مصطفى غزة', 'مصطفي غزه', ['مصطفى', 'غزة']],
    ['WORDS-6 Arabic digits', 'قتل ٢٥ شخصا', '25', ['٢٥']],
    ['WORDS-7 what Arabic writes together', 'وسوريا بدمشق للجيش', 'سوريا دمشق جيش', ['وسوريا', 'بدمشق', 'للجيش']],
    ['WORDS-7 the article in the query only', 'جيش وطني', 'الجيش', ['جيش']],
    ['WORDS-7 the article in the text only', 'الجيش الوطني', 'جيش', ['الجيش']],
    ['WORDS-7 no short word behind a letter', 'وفي', 'في', []],
    ['WORDS-7 Persian and Urdu letters', 'یک کتاب ہے', 'يك كتاب هے', ['یک', 'کتاب', 'ہے']],
    [
      'WORDS-8 Cyrillic io and short i',
      'Королёв Зелёный Чайка',
      'королев зеленыи чаика',
      ['Королёв', 'Зелёный', 'Чайка'],
    ],
    ['WORDS-8 Ukrainian yi', 'Київ і Їжак', 'киів іжак', ['Київ', 'Їжак']],
    ['WORDS-9 a run of Chinese', '北京大学的学生', '大学', ['大学']],
    ['WORDS-9 no Chinese in another order', '北京大学', '学大', []],
    ['WORDS-9 katakana of half width', 'ｶﾞｻﾞ地区', 'ガザ', ['ｶﾞｻﾞ']],
    ['WORDS-9 Thai', 'กรุงเทพมหานคร', 'เทพ', ['เทพ']],
    ['WORDS-10 Korean with its particles', '서울에서 회의가', '서울 회의', ['서울에서', '회의가']],
    ['WORDS-10 no Korean word within another', '남서울 지역', '서울', []],
    ['WORDS-11 a number and its unit', 'a 5km road, 5 km, 5-km', '"5 km"', ['5km', '5 km', '5-km']],
    ['WORDS-11 a unit without its space', 'a 5 km road of 5km', '5km', ['5 km', '5km']],
    ['WORDS-11 a code in all its forms', 'T72 T-72 T 72', 't-72', ['T72', 'T-72', 'T 72']],
    ['WORDS-11 a code that is joined', 'COVID-19 and COVID19', 'covid19', ['COVID-19', 'COVID19']],
    ['WORDS-11 thousands with and without comma', '10,000 people, 10000 more', '10000', ['10,000', '10000']],
    ['WORDS-11 no number within another', '12345', '234', []],
    [
      'WORDS-12 an address by its parts',
      'see https://www.example.org/war/map?x=1 now',
      'example.org/war',
      ['example.org/war'],
    ],
    ['WORDS-12 a mail address', 'write to ada.l@example.org', 'ada.l@example.org', ['ada.l@example.org']],
    ['WORDS-13 a hashtag by its word', '#Aleppo burns', 'aleppo', ['Aleppo']],
    ['WORDS-13 only hashtags by their sign', 'Aleppo #Aleppo', '#aleppo', ['Aleppo']],
    ['WORDS-13 a handle', 'by @BBC_News, bbcnews', '@bbc_news @bbcnews', ['BBC_News', 'BBC_News']],
    ['WORDS-13 no handle within a mail address', 'a@bbc.org', '@bbc', []],
    ['WORDS-14 exactly what is written', 'Polish polish POLISH', 'exact:Polish', ['Polish']],
    ['WORDS-14 exactly small letters', 'Polish polish', 'exact:polish', ['polish']],
    ['WORDS-14 exactly with an accent', 'Munoz Muñoz', 'exact:Muñoz', ['Muñoz']],
    ['WORDS-14 exactly with a hyphen', 'COVID-19 COVID19 Covid-19', 'exact:COVID-19', ['COVID-19']],
    ['WORDS-14 an exact phrase', 'the White House, the white house', 'exact:"White House"', ['White House']],
    [
      'WORDS-15 words longer than the index keeps',
      `${'a'.repeat(200)}b`,
      `${'A'.repeat(200)}b`,
      [`${'a'.repeat(200)}b`],
    ],
    ['WORDS-15 no long word for another', `${'a'.repeat(200)}b`, `${'a'.repeat(200)}c`, []],
  ])('finds %s', (_, text, typed, wanted) => {
    expect(found(text, typed)).toEqual(wanted);
  });

  it('WORDS-7 finds every attached form of a bare word by its own', () => {
    const forms = ['والجيش', 'فالجيش', 'بالجيش', 'كالجيش', 'وجيش', 'بجيش', 'لجيش', 'كجيش', 'فجيش'];

    expect(found(forms.join(' '), 'جيش')).toEqual(forms);
  });
});
