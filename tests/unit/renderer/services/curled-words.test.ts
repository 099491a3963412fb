import { expect, test } from 'vitest';
import { curled } from '#renderer/services/curled-words.ts';

test.each([
  ['Tag "Sarat" as Place', 'Tag “Sarat” as Place'],
  ['Merge "A" into "B"', 'Merge “A” into “B”'],
  ['Saved “E1”', 'Saved “E1”'],
  ['5" pipe', '5" pipe'],
  ['Link to "تل تمر"', 'Link to “تل تمر”'],
])('writes %s as %s', (plain, words) => {
  expect(curled(plain)).toBe(words);
});
