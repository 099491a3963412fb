import { describe, expect, it } from 'vitest';
import { nothingWords } from '#renderer/features/search/count-words.ts';

describe('what is said where nothing was found', () => {
  it.each([
    [0, 'There is no article to look through yet.'],
    [1, 'The one article does not hold that. Fewer words find more.'],
    [1842, 'None of 1,842 articles holds that. Fewer words find more.'],
  ])('says of how many articles: %d', (searched, words) => {
    expect(nothingWords(searched)).toBe(words);
  });
});
