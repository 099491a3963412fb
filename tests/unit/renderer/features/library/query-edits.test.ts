import { describe, expect, it } from 'vitest';
import { filterWords, minutesOf } from '#renderer/features/library/filter-words.ts';
import {
  chosenOf,
  everything,
  isNarrowed,
  sortedBy,
  widened,
  withChosen,
} from '#renderer/features/library/query-edits.ts';
import { tagsIn } from '#renderer/features/library/TagsDialog.tsx';

describe('the query of the library', () => {
  it('picks and drops values of a column, and has no filter when none is left', () => {
    const one = withChosen(everything, 'status', 'done', true);
    const two = withChosen(one, 'status', 'inbox', true);

    expect(chosenOf(two, 'status')).toEqual(['done', 'inbox']);
    expect(withChosen(withChosen(two, 'status', 'done', false), 'status', 'inbox', false).filters).toEqual([]);
  });

  it('sorts the way that is mostly wanted, then the other way, then as at first', () => {
    const first = sortedBy(everything, 'words');
    const second = sortedBy(first, 'words');

    expect([first.sort, second.sort, sortedBy(second, 'words').sort]).toEqual([
      [{ column: 'words', direction: 'descending' }],
      [{ column: 'words', direction: 'ascending' }],
      everything.sort,
    ]);
    expect(sortedBy(everything, 'title').sort).toEqual([{ column: 'title', direction: 'ascending' }]);
  });

  it('is widened without losing its order', () => {
    const narrow = { ...sortedBy(everything, 'title'), words: 'x' };

    expect([isNarrowed(narrow), isNarrowed({ ...narrow, words: '  ' })]).toEqual([true, false]);
    expect(widened(narrow)).toEqual(sortedBy(everything, 'title'));
  });
});

describe('dates as they are typed', () => {
  it.each([
    ['a day', '2024-03-14', '2024-03-14T00:00Z', '2024-03-14T23:59Z'],
    ['a month', '2024-02', '2024-02-01T00:00Z', '2024-02-29T23:59Z'],
    ['a year', '2024', '2024-01-01T00:00Z', '2024-12-31T23:59Z'],
  ])('mean all minutes of %s', (_, text, first, last) => {
    expect(minutesOf(text)).toEqual({ first: Date.parse(first) / 60_000, last: Date.parse(last) / 60_000 });
  });

  it.each(['soon', '2024-02-30', '2024-13', '', '14 March'])('are refused when they are no date: %s', (text) => {
    expect(minutesOf(text)).toBeNull();
  });
});

describe('a filter in words', () => {
  it.each([
    ['one value', { kind: 'chosen', column: 'publisher', values: ['Corvane Wire'] }, 'Publisher is Corvane Wire'],
    ['several', { kind: 'chosen', column: 'publisher', values: ['A', 'B', 'C'] }, 'Publisher is A or 2 others'],
    ['none known', { kind: 'chosen', column: 'language', values: [''] }, 'Language is not known'],
    ['a range', { kind: 'between', column: 'words', least: 500, most: 1200 }, 'Words 500 to 1,200'],
    ['an open range', { kind: 'between', column: 'words', least: null, most: 5 }, 'Words up to 5'],
    ['words', { kind: 'contains', column: 'title', words: 'market' }, 'Title has “market”'],
  ] as const)('says %s', (_, filter, words) => {
    expect(filterWords(filter as Parameters<typeof filterWords>[0])).toBe(words);
  });
});

describe('cells', () => {
  it('part tags at Latin and Arabic commas, once each', () => {
    expect(tagsIn(' market, denial ،market,, سوق ')).toEqual(['market', 'denial', 'سوق']);
  });
});
