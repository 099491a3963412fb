import { expect, test } from 'vitest';
import { provenanceDetail, provenanceWords } from '#renderer/features/reader/inspector/provenance-words.ts';

test.each([
  ['json-ld', 'the page’s data for search engines'],
  ['http', 'sent with the page by the server'],
  ['words', 'read from the words of the text'],
  ['a rule of tomorrow', 'a rule of tomorrow'],
])('says of the rule %s: %s', (rule, words) => {
  expect(provenanceWords({ rule })).toBe(words);
});

test('keeps the rule and the place for who has to check it', () => {
  expect(provenanceDetail({ rule: 'meta', place: 'property=og:title' })).toBe('meta: property=og:title');
  expect(provenanceDetail({ rule: 'line', place: '' })).toBe('line');
});
