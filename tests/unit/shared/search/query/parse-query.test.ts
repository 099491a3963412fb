import { describe, expect, it } from 'vitest';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { sayNode } from './say-node.ts';

const said = (typed: string) => sayNode(parseQuery(typed).root);

describe('parseQuery', () => {
  it.each([
    ['QUERY-1 words as AND', 'shells  market', 'and(shells, market)'],
    ['QUERY-1 one word alone', 'shells', 'shells'],
    ['QUERY-1 AND between words', 'a AND b', 'and(a, b)'],
    ['QUERY-1 small and, or, not as words', 'a and or not', 'and(a, and, or, not)'],
    ['QUERY-2 OR as weaker than AND', 'a b OR c d', 'or(and(a, b), and(c, d))'],
    ['QUERY-2 parentheses', 'a (b OR c) d', 'and(a, or(b, c), d)'],
    ['QUERY-2 parentheses in parentheses', '(a OR (b OR (c d)))', 'or(a, b, and(c, d))'],
    ['QUERY-3 a minus', 'a -b', 'and(a, not(b))'],
    ['QUERY-3 the sign of minus', 'a −b', 'and(a, not(b))'],
    ['QUERY-3 NOT', 'a NOT b c', 'and(a, not(b), c)'],
    ['QUERY-3 NOT before parentheses', 'a -(b OR c)', 'and(a, not(or(b, c)))'],
    ['QUERY-3 NOT before a phrase', '-"a b"', 'not(a+b)'],
    ['QUERY-3 two NOTs as none', 'NOT -a', 'a'],
    ['QUERY-3 a dash between words as a sign', 'a - b', 'and(a, b)'],
    ['QUERY-4 a phrase', '"covered market"', 'covered+market'],
    ['QUERY-4 a phrase in typographic quotes', '“covered market” «a b»', 'and(covered+market, a+b)'],
    ['QUERY-4 a phrase whose quote is still open', 'a "covered mar', 'and(a, covered+mar)'],
    ['QUERY-4 words joined by signs', 'example.org/a', 'example+org+a'],
    ['QUERY-4 a written word in parts', "O'Neill U.S.A. COVID-19 5km", "and(o'neill, u's'a, covid'19, 5'km)"],
    ['QUERY-5 a prefix', 'shell*', '<shell*>'],
    ['QUERY-5 jokers inside', 'wil?card f*o', 'and(<wil?card>, <f*o>)'],
    ['QUERY-5 jokers in front', '*shell ?hell', 'and(<*shell>, <?hell>)'],
    ['QUERY-5 several jokers in a row', 'a**b a*?b', 'and(<a*b>, <a*?b>)'],
    ['QUERY-5 a question mark behind a word as a question', 'who? "who? me"', 'and(who, who+me)'],
    ['QUERY-5 a prefix over a joint', "Sha'fa* covid-1*", 'and(<shafa*>, <covid1*>)'],
    ['QUERY-5 a prefix behind a word', 'example.or*', 'example+<or*>'],
    ['QUERY-5 a word between two jokers and words', 'ax.bx*cx.dx', 'ax+<bx*cx>+dx'],
    ['QUERY-5 a prefix in a phrase', '"heavy shell*"', 'heavy+<shell*>'],
    ['QUERY-6 one typo', 'shell~ shell~1', 'and(<shell~1>, <shell~1>)'],
    ['QUERY-6 two typos', 'Shell~2', '<shell~2>'],
    ['QUERY-6 a word too short for a typo as itself', 'a~ ab~2', 'and(a, ab)'],
    ['QUERY-7 near', 'a near/5 b', 'near5(a, b)'],
    ['QUERY-7 before', '"a b" BEFORE/3 c*', 'before3(a+b, <c*>)'],
    ['QUERY-7 near between several', 'a near/2 (b OR c) d', 'and(near2(a, any(b, c)), d)'],
    ['QUERY-7 near in a row', 'a near/1 b near/2 c', 'near2(near1(a, b), c)'],
    ['QUERY-8 a field', 'title:shells', 'title:shells'],
    ['QUERY-8 a field before a phrase', 'TITLE:"a b"', 'title:a+b'],
    ['QUERY-8 a field before a group', 'title:(a OR b) c', 'and(or(title:a, title:b), c)'],
    ['QUERY-8 a field that is left out', '-tag:x', 'not(tag:x)'],
    [
      'QUERY-8 filters',
      'publisher:"New York" lang:ar has:highlights is:duplicate status:done',
      'and(publisher:new+york, language:ar, has:highlights, is:duplicate, status:done)',
    ],
    ['QUERY-8 an event by its words or type', 'event:strike', 'or(event:strike, event-type:strike)'],
    ['QUERY-8 a case', 'case:alpha', 'case:alpha'],
    ['QUERY-8 a colon of the text', '06:40 foo:bar', 'and(06+40, foo+bar)'],
    ['QUERY-9 a date', 'published:2019-11-10', 'published:[18210..18210]'],
    ['QUERY-9 a month', 'published:2019-11', 'published:[18201..18230]'],
    ['QUERY-9 a December', 'published:2019-12', 'published:[18231..18261]'],
    ['QUERY-9 a year', 'imported:1970', 'imported:[0..364]'],
    ['QUERY-9 dates between', 'published:2019-11-01..2019-11-30', 'published:[18201..18230]'],
    ['QUERY-9 an open range of dates', 'published:2019-11..', 'published:[18201..]'],
    [
      'QUERY-9 dates after and before',
      'published:>2019 published:<1970-01-02',
      'and(published:[18262..], published:[..0])',
    ],
    [
      'QUERY-9 numbers',
      'killed:>=5 injured:2..3 casualties:<10 words:>1,000',
      'and(killed:[5..], injured:[2..3], casualties:[..9], words:[1001..])',
    ],
    ['QUERY-10 exact', 'exact:Sha’Fah', "=sha'fah"],
    ['QUERY-10 exact in a field', 'title:exact:Polish exact:title:Polish', 'and(title:=polish, title:=polish)'],
    ['QUERY-11 a hashtag and a handle', '#Aleppo @bbc_news', "and(#aleppo, @bbc'news)"],
    ['QUERY-11 a sign within a word as a sign', 'C#a', 'c+a'],
    ['nothing in nothing', ' \n ', '-'],
    ['nothing in signs', '… , !', '-'],
  ])('reads %s', (_, typed, wanted) => {
    expect(said(typed)).toBe(wanted);
    expect(parseQuery(typed).errors).toEqual([]);
  });
});

describe('QUERY-12 a query with mistakes', () => {
  it.each([
    ['an OR without a side', 'a OR', 'a', [2, 4], 'both sides'],
    ['an OR at the start', 'OR a', 'a', [0, 2], 'both sides'],
    ['an AND without a side', 'a AND', 'a', [2, 5], 'both sides'],
    ['a NOT without anything', 'a NOT', 'a', [2, 5], 'behind NOT'],
    ['a parenthesis that is not closed', 'a (b c', 'and(a, b, c)', [2, 3], 'never closed'],
    ['a parenthesis that closes nothing', 'a) b', 'and(a, b)', [1, 2], 'closes nothing'],
    ['near without words', 'a near/5 tag:b', 'and(a, tag:b)', [2, 8], 'Words or phrases'],
    ['near at the end', 'a near/5', 'a', [2, 8], 'Words or phrases'],
    ['near at the start', 'near/5 a', 'a', [0, 6], 'Words or phrases'],
    ['a field without a value', 'a title:', 'a', [2, 8], 'Nothing stands behind title:'],
    ['a date that is in no calendar', 'a published:2019-02-30', 'a', [12, 22], 'takes a date'],
    ['a range that says nothing', 'published:..', '-', [10, 12], 'takes a date'],
    ['a number that is none', 'killed:many a', 'a', [7, 11], 'takes a number'],
    ['a joker alone', 'a *', 'a', [2, 3], 'at least one letter'],
    ['exact with a joker', 'exact:shell*', '=<shell*>', [6, 12], 'without'],
  ])('is told what is wrong with %s, and the rest is run', (_, typed, wanted, [start, end], message) => {
    const { root, errors } = parseQuery(typed);

    expect(sayNode(root)).toBe(wanted);
    expect(errors).toEqual([{ start, end, message: expect.stringContaining(message) }]);
  });
});

describe('a query that is too much', () => {
  it('QUERY-13 stops at a thousand words and says so', () => {
    const { root, errors } = parseQuery('a '.repeat(10_000));

    expect(root?.kind === 'and' && root.children.length).toBe(1000);
    expect(errors).toEqual([{ start: 2000, end: 19_999, message: 'Only the first 1,000 words are looked for.' }]);
  });

  it('QUERY-13 stops at its limit of characters and says so', () => {
    const { errors } = parseQuery('a'.repeat(1 << 20));

    expect(errors).toEqual([{ start: 100_000, end: 1 << 20, message: 'Only the first 100,000 characters are read.' }]);
  });

  it('QUERY-13 leaves out parentheses that nobody reads, and says so', () => {
    const { root, errors } = parseQuery(`a ${'('.repeat(10_000)}b${')'.repeat(10_000)} c`);

    expect(sayNode(root)).toBe('and(a, c)');
    expect(errors).toEqual([
      { start: 52, end: 53, message: 'Parentheses within parentheses are read to a depth of 50.' },
    ]);
  });

  it.each([
    ['open parentheses', '('.repeat(50_000)],
    ['closing parentheses', ')'.repeat(50_000)],
    ['minus signs', '-'.repeat(50_000)],
    ['operators', 'NOT OR AND near/2 '.repeat(3000)],
    ['fields', 'title:'.repeat(10_000)],
    ['quotes', '"'.repeat(50_000)],
    ['jokers', '*?'.repeat(30_000)],
    ['lone surrogates', '\ud800 \udc00*'.repeat(10_000)],
    ['typos', '~'.repeat(50_000)],
    ['mixed signs', `${'(a OR -"b" near/3 '.repeat(4000)}`],
  ])('QUERY-13 reads nothing but %s in bounded time', (_, typed) => {
    const before = performance.now();

    expect(parseQuery(typed).errors.length).toBeLessThanOrEqual(20);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
