import { describe, expect, it } from 'vitest';
import { matchWords } from '#renderer/features/palette/match-words.ts';

describe('matchWords', () => {
  it.each([
    ['the beginning of a word', 'ash', 'Merge Ashmar Brigade', ['Ash']],
    ['several words in any order', 'ash merge', 'Merge Ashmar Brigade', ['Merge', 'Ash']],
    ['through accents and case', 'zoe', 'ZOË Ortega', ['ZOË']],
    ['Arabic without its marks', 'قذيفه', 'سقوط قَذِيفَة', ['قَذِيفَة']],
    ['a word after a quotation mark', 'mart', 'names “martyrs”', ['mart']],
  ])('finds %s', (_, typed, name, marked) => {
    const match = matchWords(typed, name);

    expect(match?.spans.map(({ start, end }) => name.slice(start, end))).toEqual(marked);
  });

  it('refuses a name that lacks one of the words', () => {
    expect(matchWords('merge zzz', 'Merge Ashmar Brigade')).toBeNull();
  });

  it('refuses letters within a word', () => {
    expect(matchWords('rigade', 'Ashmar Brigade')).toBeNull();
  });

  it('takes everything while nothing is typed', () => {
    expect(matchWords('  ', 'Anything')).toMatchObject({ spans: [] });
  });

  it('ranks what begins with the words before what has them later, and the shorter of two first', () => {
    const rank = (name: string) => matchWords('ash', name)?.rank ?? Number.NaN;

    expect(rank('Ashmar Brigade')).toBeLessThan(rank('Merge Ashmar'));
    expect(rank('Ashmar')).toBeLessThan(rank('Ashmar Brigade'));
  });
});
