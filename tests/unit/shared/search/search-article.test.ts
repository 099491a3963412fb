import { describe, expect, it } from 'vitest';
import { foldForSearch } from '#shared/search/fold-for-search.ts';
import { searchArticle } from '#shared/search/search-article.ts';
import { parseQuery } from '#shared/search/search-query.ts';

const search = (text: string, typed: string, title = '', folds: { start: number; end: number }[] = []) =>
  searchArticle(foldForSearch({ title, text, folds }), parseQuery(typed));
const hits = (text: string, typed: string) =>
  search(text, typed)?.textHits.map(({ start, end }) => text.slice(start, end)) ?? null;

const REPORT = 'The lorry left at dawn. A second lorry left at dusk.\nThe guard saw it.';

describe('searchArticle', () => {
  it.each([
    ['SEARCH-1 all words', REPORT, 'lorry dusk', ['lorry', 'lorry', 'dusk']],
    ['SEARCH-1 nothing if one word is missing', REPORT, 'lorry van', null],
    ['SEARCH-1 nothing if an excluded word stands there', REPORT, 'lorry -guard', null],
    ['SEARCH-1 what lacks the excluded word', REPORT, 'lorry -van', ['lorry', 'lorry']],
    ['SEARCH-1 nothing without a term to find', REPORT, '-van', null],
    ['SEARCH-4 a phrase', REPORT, '"lorry left at dusk"', ['lorry left at dusk']],
    ['SEARCH-4 a phrase over a full stop', REPORT, '"dawn a second"', ['dawn. A second']],
    ['SEARCH-4 no phrase over a line break', REPORT, '"dusk the guard"', null],
    ['SEARCH-4 no part of a word', REPORT, 'lor', null],
    ['SEARCH-5 repeats side by side', 'na na na na', '"na na"', ['na na', 'na na']],
  ])('finds %s', (_, text, typed, wanted) => {
    expect(hits(text, typed)).toEqual(wanted);
  });

  it.each([
    ['SEARCH-2 case', 'TELL Tamr', 'tell tamr', 2],
    ['SEARCH-3 an apostrophe by another', "Sha'Fah fell", 'Sha’Fah', 1],
    ['SEARCH-3 the other way', 'Sha’Fah fell', "sha'fah", 1],
    ['SEARCH-3 a joined word for one with an apostrophe', 'Sha’Fah fell', 'shafah', 1],
    ['SEARCH-3 an apostrophe for a joined word', 'Shafah fell', "sha'fah", 1],
    ["SEARCH-3 O'Neill as it is written", "said O'Neill.", "o'neill", 1],
    ["SEARCH-3 O'Neill joined", "said O'Neill.", 'ONeill', 1],
    ["SEARCH-3 O'Neill by its second part", "said O'Neill.", 'neill', 1],
    ['SEARCH-3 the possessive', "Neill's lorry", 'neill', 1],
    ['SEARCH-3 a word by its possessive', 'said Neill', "neill's", 1],
    ['SEARCH-3 a code as it is written', 'COVID-19 came', 'covid-19', 1],
    ['SEARCH-3 a code joined', 'COVID-19 came', 'covid19', 1],
    ['SEARCH-3 a code parted', 'COVID 19 came', 'covid-19', 1],
    ['SEARCH-3 a joined code by its hyphen', 'COVID19 came', 'covid-19', 1],
    ['SEARCH-3 a phrase with a joined word', "the O'Neill lorry", '"oneill lorry"', 1],
    ['SEARCH-3 thousands', '10,000 people', '10000', 1],
    ['SEARCH-3 l’Ukraine', 'dans l’Ukraine', 'ukraine', 1],
    ['SEARCH-2 Arabic without harakat', 'قُتِلَ ثلاثة', 'قتل', 1],
    ['SEARCH-2 Arabic with harakat', 'قتل ثلاثة', 'قُتِلَ', 1],
    ['SEARCH-2 alef and ta marbuta', 'أحمد في البلدة', 'احمد البلده', 2],
    ['SEARCH-2 alef maqsura', 'على الطريق', 'علي', 1],
    ['SEARCH-2 Persian letters', 'کردی', 'كردي', 1],
    ['SEARCH-2 Arabic digits', '٣٥ قتيلا', '35', 1],
    ['SEARCH-2 Cyrillic case', 'МОСКВА', 'москва', 1],
    ['SEARCH-2 yo', 'Королёв', 'королев', 1],
    ['SEARCH-2 ye for yo', 'Королев', 'королёв', 1],
    ['SEARCH-2 Škoda', 'a Škoda', 'skoda', 1],
    ['SEARCH-2 Muñoz', 'by Muñoz', 'munoz', 1],
    ['SEARCH-2 Straße', 'die Straße', 'strasse', 1],
    ['SEARCH-2 München', 'in München', 'munchen', 1],
    ['SEARCH-2 Turkish i', 'IĞDIR İli', 'iğdır ili', 2],
    ['SEARCH-2 width forms', 'ＣＯＶＩＤ', 'covid', 1],
    ['SEARCH-4 part of a word without spaces', '東京都に行きました', '京都', 1],
    ['SEARCH-4 Thai', 'ไปโรงเรียน', 'โรงเรียน', 1],
  ])('finds %s', (_, text, typed, count) => {
    expect(search(text, typed)?.textHits.length).toBe(count);
  });

  it.each([
    ['SEARCH-3 parts joined over a space', 'covid 19 came', 'covid19'],
    ['SEARCH-3 joined parts in the wrong order', "Neill'O", 'oneill'],
    ['SEARCH-4 characters that stand apart', '東の京', '東京'],
    ['SEARCH-2 another letter', 'が', 'か'],
  ])('does not find %s', (_, text, typed) => {
    expect(search(text, typed)).toBeNull();
  });

  it('SEARCH-5 gives hits as the text is written', () => {
    expect(hits('Die Straße, قُتِلَ', 'strasse قتل')).toEqual(['Straße', 'قُتِلَ']);
  });

  it('SEARCH-1 finds words of the title and of the text together', () => {
    const match = search('It left at dawn.', 'lorry dawn', 'The lorry');

    expect(match?.titleHits).toEqual([{ start: 4, end: 9, term: 0 }]);
    expect(match?.textHits).toEqual([{ start: 11, end: 15, term: 1 }]);
  });
});

describe('hidden passages', () => {
  const TEXT = 'The lorry left. Donate for a lorry now.';
  const FOLDS = [{ start: 16, end: 39 }];

  it('SEARCH-7 keeps hits there apart', () => {
    const match = search(TEXT, 'lorry', '', FOLDS);

    expect(match).toMatchObject({ isHiddenOnly: false, textHits: [{ start: 4 }], hiddenHits: [{ start: 29 }] });
  });

  it('SEARCH-7 marks an article that matches only with them', () => {
    expect(search(TEXT, 'lorry donate', '', FOLDS)).toMatchObject({ isHiddenOnly: true, score: 0 });
  });

  it('SEARCH-7 does not exclude an article for a word in them', () => {
    expect(search(TEXT, 'lorry -donate', '', FOLDS)).toMatchObject({
      isHiddenOnly: false,
      hiddenHits: [{ start: 29 }],
    });
  });

  it('SEARCH-7 counts a phrase that reaches into one as hidden', () => {
    expect(search(TEXT, '"left donate"', '', FOLDS)).toMatchObject({ isHiddenOnly: true });
  });

  it('SEARCH-7 leaves out a hidden match that an excluded word spoils', () => {
    expect(search(TEXT, 'donate -now', '', FOLDS)).toBeNull();
  });

  it('SEARCH-8 scores nothing for them', () => {
    expect(search(TEXT, 'lorry', '', FOLDS)?.score).toBe(search(TEXT.slice(0, 15), 'lorry')?.score);
  });
});

describe('scores', () => {
  it('SEARCH-8 rise with hits, and more with the title', () => {
    const [once, twice, title] = [
      search('lorry', 'lorry'),
      search('lorry lorry', 'lorry'),
      search('', 'lorry', 'lorry'),
    ];

    expect(twice?.score).toBeGreaterThan(once?.score ?? 0);
    expect(title?.score).toBeGreaterThan(once?.score ?? 0);
  });
});
