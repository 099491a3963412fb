import { describe, expect, it } from 'vitest';
import { wordsOfQuery } from '#shared/search/query-words.ts';
import { parseQuery } from '#shared/search/search-query.ts';

describe('wordsOfQuery', () => {
  it.each([
    ['says one word', 'shells', 'Articles that contain [shells]'],
    ['joins words by and', 'shells market', 'Articles that contain [shells] and [market]'],
    ['names a phrase', '"covered market"', 'Articles that contain the phrase [covered market]'],
    [
      'says what is left out',
      'shells -opinion -"press review"',
      'Articles that contain [shells], and not [opinion] or the phrase [press review]',
    ],
    ['says nothing of a query that finds nothing', '-opinion', ''],
    ['says nothing of an empty query', '', ''],
  ])('%s', (_, typed, said) => {
    const words = wordsOfQuery(parseQuery(typed)).map(({ words, isTyped }) => (isTyped ? `[${words}]` : words));

    expect(words.join('')).toBe(said);
  });
});
