import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginDistance } from '#shared/search/names/begin-distance.ts';
import { BeginStates, MOST_TYPED } from '#shared/search/names/begin-states.ts';
import { isLackingMore, letterSet } from '#shared/search/names/letter-set.ts';

const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ж', '京'), minLength: 1, maxLength: 8 });
const anyName = fc.array(anyWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('BeginStates', () => {
  it('NAMES-3 says of every name what comparing it letter by letter in a table says', () => {
    fc.assert(
      fc.property(anyName, anyName, fc.constantFrom(0, 1, 2), (typed, name, most) => {
        fc.pre(typed.length > most);
        const wanted = typed.slice(0, MOST_TYPED);
        expect(new BeginStates(wanted, most).fit(name)).toEqual(beginDistance(wanted, name, most));
      }),
      { numRuns: 5000 },
    );
  });

  it('NAMES-1 tells a whole name from its beginning and from a later word', () => {
    const states = new BeginStates('asad', 1);

    expect(states.fit('asad')).toEqual({ edits: 0, place: 0 });
    expect(states.fit('asadi')).toEqual({ edits: 0, place: 1 });
    expect(states.fit('bashar asad')).toEqual({ edits: 0, place: 2 });
    expect(states.fit('assad')).toEqual({ edits: 1, place: 0 });
    expect(states.fit('damascus')).toBeNull();
  });
});

describe('letters of a name', () => {
  it('NAMES-3 are missing in no name that has as many typos', () => {
    fc.assert(
      fc.property(anyName, anyName, fc.constantFrom(1, 2), (typed, name, most) => {
        fc.pre(typed.length > most);
        const fit = beginDistance(typed, name, most);
        if (fit !== null) expect(isLackingMore(letterSet(typed), letterSet(name), fit.edits)).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['abc', 'cab', 0, false],
    ['abc', 'ab', 0, true],
    ['abcabc', 'ab', 1, false],
    ['abcabc', 'a', 1, true],
    ['abcabc', 'a', 2, false],
    ['abcd', 'a', 2, true],
  ])('are compared: %s in %s lacks more than %i: %s', (typed, name, most, isLacking) => {
    expect(isLackingMore(letterSet(typed), letterSet(name), most)).toBe(isLacking);
  });
});
