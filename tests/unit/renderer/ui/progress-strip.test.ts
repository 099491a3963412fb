import { describe, expect, it } from 'vitest';
import { countWords, timeLeft } from '#renderer/ui/ProgressStrip.tsx';

describe('countWords', () => {
  it('says of how many', () => {
    expect(countWords(412, 1260, 'articles')).toBe('412 of 1,260 articles');
  });

  it('says only how many while the whole is not known', () => {
    expect(countWords(1412, null, 'articles')).toBe('1,412 articles');
  });
});

describe('timeLeft', () => {
  it.each([
    [2, 'a few seconds left'],
    [42, 'about 40 s left'],
    [89, 'about 90 s left'],
    [130, 'about 2 min left'],
  ])('of %s seconds is "%s"', (seconds, words) => {
    expect(timeLeft(seconds)).toBe(words);
  });
});
