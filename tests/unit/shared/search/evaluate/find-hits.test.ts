import { describe, expect, it } from 'vitest';
import { findHits } from '#shared/search/evaluate/find-hits.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';

const hits = (text: string, typed: string) => findHits(parseQuery(typed).root, 'text', text);
const found = (text: string, typed: string) => hits(text, typed).map(({ start, end }) => text.slice(start, end));

describe('findHits', () => {
  it.each([
    ['HITS-1 a phrase in one line', 'left at dawn, left\nat dawn', '"left at"', ['left at']],
    ['HITS-1 places of one term that do not overlap', 'a a a', '"a a"', ['a a']],
    ['HITS-1 the longer of two words that begin together', 'a-b', 'a*', ['a-b']],
    ['HITS-2 words by their beginning', 'shell shells shelling', 'shelli*', ['shelling']],
    ['HITS-2 words by a joker', 'wildcard wilcard wiltcard', 'wil?card', ['wildcard', 'wiltcard']],
    ['HITS-2 words by stars', 'Damascus damask dam', 'd*s*', ['Damascus', 'damask']],
    ['HITS-2 a joined word by its beginning', "Sha'Fah", 'shaf*', ["Sha'Fah"]],
    ['HITS-2 no sign for a joker', '#aleppo', '?aleppo', []],
    ['HITS-3 a word with one typo', 'Kiev Kyiv Kyv Kyvi Kyiiv', 'kyiv~', ['Kyiv', 'Kyv', 'Kyvi', 'Kyiiv']],
    ['HITS-3 a word with two typos', 'Kiev Kyiv Keyv', 'kyiv~2', ['Kiev', 'Kyiv', 'Keyv']],
    ['HITS-3 no word with a typo too many', 'house', 'horses~', []],
    ['HITS-4 what is near', 'shells fell on the market, no market', 'shells near/3 market', ['shells', 'market']],
    ['HITS-4 nothing that is too far', 'shells fell on the market', 'shells near/2 market', []],
    ['HITS-4 what is near in any order', 'market hit by shells', 'shells near/2 market', ['market', 'shells']],
    ['HITS-4 what stands before only', 'market hit by shells', 'shells before/2 market', []],
    ['HITS-4 a line break as a word', 'a\nb', 'a near/0 b', []],
    ['HITS-4 what is near over a line break', 'a\nb', 'a near/1 b', ['a', 'b']],
    ['HITS-4 a word near another of the same', 'a a', 'a near/0 a', ['a', 'a']],
    ['HITS-4 no word near itself', 'a', 'a near/5 a', []],
    ['HITS-4 any of several near', 'the market burns', '(shop OR market) near/1 burns', ['market', 'burns']],
    ['HITS-4 what is near in a row', 'a x b x c', 'a near/1 b near/1 c', ['a x b', 'c']],
    ['HITS-5 nothing of what is left out', 'a b', 'a -b', ['a']],
    ['HITS-5 nothing of another field', 'a b', 'a title:b', ['a']],
    ['HITS-5 words of every alternative', 'a b c', 'a (b OR c)', ['a', 'b', 'c']],
  ])('finds %s', (_, text, typed, wanted) => {
    expect(found(text, typed)).toEqual(wanted);
  });

  it('HITS-6 tells the terms of a query apart', () => {
    expect(hits('b a b', 'a b')).toEqual([
      { start: 0, end: 1, term: 1 },
      { start: 2, end: 3, term: 0 },
      { start: 4, end: 5, term: 1 },
    ]);
  });

  it('HITS-6 finds nothing for no query', () => {
    expect(hits('a', '')).toEqual([]);
  });
});
