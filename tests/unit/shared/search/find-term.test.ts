import { describe, expect, it } from 'vitest';
import { findTerm, mayHold } from '#shared/search/find-term.ts';
import { parseQuery, type QueryTerm } from '#shared/search/search-query.ts';
import { atomsOf } from '#shared/text/atoms.ts';
import { fold } from '#shared/text/fold-text.ts';

function termOf(typed: string): QueryTerm {
  const [term] = parseQuery(typed).terms;
  if (term === undefined) throw new Error(`no term in ${typed}`);
  return term;
}

function found(text: string, typed: string): string[] {
  const folded = fold(text);
  return findTerm(folded, atomsOf(folded), termOf(typed)).map(({ start, end }) => folded.slice(start, end));
}

describe('findTerm', () => {
  it.each([
    ['SEARCH-5 every place, in order', 'lorry van lorry', 'lorry', ['lorry', 'lorry']],
    ['SEARCH-5 places that do not overlap', 'a a a', '"a a"', ['a a']],
    ['SEARCH-3 a word in its parts', "o'neill", "o'neill", ["o'neill"]],
    ['SEARCH-3 a word joined', "o'neill", 'oneill', ["o'neill"]],
    ['SEARCH-3 a part of a word', "o'neill", 'neill', ['neill']],
    ['SEARCH-3 three parts joined', 'a-b-c', 'abc', ['a-b-c']],
    ['SEARCH-3 two of three parts joined', 'a-b-c', 'bc', ['b-c']],
    ['SEARCH-3 parts that are joined otherwise', 'ab-c', 'a-bc', ['ab-c']],
    ['SEARCH-3 the acronym without its dots', 'the U.S.A. said', 'usa', ['u.s.a']],
    ['SEARCH-4 a phrase with a joined word', "the o'neill van", '"oneill van"', ["o'neill van"]],
    ['SEARCH-4 a phrase over signs', 'left, at dawn', '"left at"', ['left, at']],
    ['SEARCH-4 no phrase with a word between', 'left it at', '"left at"', []],
    ['SEARCH-4 no phrase over a line', 'left\nat', '"left at"', []],
    ['SEARCH-4 no word in parts over a line', 'covid\n19', 'covid-19', []],
    ['SEARCH-4 a phrase that begins again', 'a a b', '"a b"', ['a b']],
    ['SEARCH-4 a run of characters', '北京大学', '京大', ['京大']],
    ['SEARCH-3 no parts joined over a space', 'covid 19', 'covid19', []],
    ['SEARCH-4 no beginning of a word', 'lorries', 'lorr', []],
    ['SEARCH-1 nothing in an empty text', '', 'a', []],
  ])('finds %s', (_, text, typed, wanted) => {
    expect(found(text, typed)).toEqual(wanted);
  });
});

describe('mayHold', () => {
  it.each([
    ['SEARCH-10 yes where the word stands', "o'neill", 'oneill', true],
    ['SEARCH-10 yes where its parts stand apart', 'covid and 19', 'covid-19', true],
    ['SEARCH-10 yes where a longer word holds it', 'lorries', 'lorr', true],
    ['SEARCH-10 no where a letter is missing', "o'neil", 'oneill', false],
    ['SEARCH-10 no where a word of a phrase is missing', 'the lorry', '"the van"', false],
  ])('says %s', (_, text, typed, wanted) => {
    expect(mayHold(fold(text), termOf(typed))).toBe(wanted);
  });
});
