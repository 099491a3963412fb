import { expect, test } from 'vitest';
import { withFigures } from '#renderer/services/events/number-words.ts';

test.each([
  ['twelve', '12'],
  ['At least Twenty-one', 'At least 21'],
  ['thirty five or forty', '35 or 40'],
  ['between five and seventeen', 'between 5 and 17'],
  ['ninety-nine', '99'],
  ['zero', '0'],
  ['someone, often, tenth', 'someone, often, tenth'],
  ['12', '12'],
])('writes "%s" as "%s"', (words, figures) => {
  expect(withFigures(words)).toBe(figures);
});
