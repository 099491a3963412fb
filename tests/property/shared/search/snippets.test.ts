import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHits } from '#shared/search/evaluate/find-hits.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { snippetsOf } from '#shared/search/snippets.ts';
import { isGraphemeBoundary } from '#shared/text/graphemes.ts';

/** Few letters and every sign that joins or parts words, so that matches are common. */
const wordy = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    'A',
    'à',
    '1',
    's',
    "'",
    '’',
    '-',
    '_',
    '.',
    ',',
    ' ',
    ' ',
    '\n',
    '東',
    'ق',
    '\u064e',
    'ß',
    '👍🏽',
  ),
  maxLength: 30,
});

describe('snippetsOf', () => {
  it('HITS-7 holds its marks, lies in one line, cuts no grapheme', () => {
    const long = fc.array(wordy, { maxLength: 30 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(
        long,
        fc.constantFrom('a', 'b', 'a b', 'ab', '東'),
        fc.integer({ min: 1, max: 5 }),
        (source, typed, limit) => {
          const hits = findHits(parseQuery(typed).root, 'text', source);
          const found = snippetsOf(source, hits, limit);
          expect(found.length).toBeLessThanOrEqual(limit);
          expect(found.length > 0).toBe(hits.length > 0);
          for (const { start, end, marks } of found) {
            expect(source.slice(start, end)).not.toContain('\n');
            expect(marks.length).toBeGreaterThan(0);
            expect(marks.every((mark) => start <= mark.start && mark.end <= end)).toBe(true);
            expect(isGraphemeBoundary(source, start) && isGraphemeBoundary(source, end)).toBe(true);
          }
          const inOrder = [...found].sort((x, y) => x.start - y.start);
          expect(inOrder.every(({ start }, at) => at === 0 || start >= (inOrder[at - 1]?.end ?? 0))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
