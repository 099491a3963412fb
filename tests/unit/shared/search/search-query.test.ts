import { describe, expect, it } from 'vitest';
import { parseQuery } from '#shared/search/search-query.ts';

const shape = (typed: string) =>
  parseQuery(typed).terms.map(
    ({ words, isExcluded }) => (isExcluded ? '-' : '') + words.map((word) => word.join('+')).join(' '),
  );

describe('parseQuery', () => {
  it.each([
    ['SEARCH-1 words', 'lorry dawn', ['lorry', 'dawn']],
    ['SEARCH-1 a phrase', '"lorry left" dawn', ['lorry left', 'dawn']],
    ['SEARCH-1 a phrase left open', '"lorry left', ['lorry left']],
    ['SEARCH-1 typographic quotes', '“lorry left” «at dawn»', ['lorry left', 'at dawn']],
    ['SEARCH-1 an excluded word', 'lorry -dawn', ['lorry', '-dawn']],
    ['SEARCH-1 an excluded phrase', 'lorry -"at dawn"', ['lorry', '-at dawn']],
    ['SEARCH-1 a hyphen inside a word', 'al-Bab', ['al+bab']],
    ['SEARCH-2 Hangul in its parts', '한국'.normalize('NFD'), ['한국']],
    ['SEARCH-3 apostrophes', "O’Neill's", ['o+neill']],
    ['SEARCH-2 folded, whatever the form', 'STRA\u00dfE Mu\u0308nchen', ['strasse', 'munchen']],
    ['SEARCH-4 characters of spaceless scripts', '東京', ['東 京']],
    ['SEARCH-1 nothing from signs alone', '- "" … !', []],
    ['SEARCH-1 nothing from nothing', '', []],
  ])('reads %s', (_, typed, wanted) => {
    expect(shape(typed)).toEqual(wanted);
  });

  it('keeps what was typed beside what is looked for', () => {
    expect(parseQuery('-"At Dawn"').terms[0]?.source).toBe('At Dawn');
  });
});
