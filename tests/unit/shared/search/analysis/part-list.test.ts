import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartList } from '#shared/search/analysis/part-list.ts';
import { atomsOf } from '#shared/text/atoms.ts';
import { fold } from '#shared/text/fold-text.ts';

const anyText = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('shells', 'Aleppo', '7', '10,000', "O'Neill's", 'T-72', 'U.S.', '5km', 'a_b'),
      },
      { weight: 3, arbitrary: fc.constantFrom(' ', ' ', '\n', ', ', '-', "'", '.', '_', '\u00ad', '\u0301') },
      { weight: 2, arbitrary: fc.constantFrom('北京', 'ガザ', 'กรุง', 'وسوريا', 'Ёлка', '서울에서', '𐌰𐌱', '𠮷', 'é') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 25 },
  )
  .map((pieces) => fold(pieces.join('')));

function partsOf(folded: string): string[] {
  const parts = new PartList();
  parts.scan(folded);
  return Array.from({ length: parts.count }, (_, at) => folded.slice(parts.starts[at], parts.ends[at]));
}

describe('PartList', () => {
  it('WORDS-2 takes a text into the parts into which reading it atom by atom takes it', () => {
    fc.assert(
      fc.property(anyText, (folded) => {
        const wanted = atomsOf(folded).flatMap(({ letters }) =>
          Array.from(letters.matchAll(/[\p{N}][\p{N}\p{M}]*|[^\p{N}]+/gu), ([part]) => part),
        );
        expect([folded, partsOf(folded)]).toEqual([folded, wanted]);
      }),
      { numRuns: 3000 },
    );
  });

  it('HITS-1 gives parts rising positions, one more for a line break', () => {
    fc.assert(
      fc.property(anyText, (folded) => {
        const parts = new PartList();
        parts.scan(folded);
        for (let at = 1; at < parts.count; at++) {
          const between = folded.slice(parts.ends[at - 1], parts.starts[at]);
          const step = (parts.positions[at] ?? 0) - (parts.positions[at - 1] ?? 0);
          expect([between, step]).toEqual([between, between.includes('\n') ? 2 : 1]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('forgets the text before', () => {
    const parts = new PartList();
    parts.scan('one two three');
    parts.scan('four');

    expect(parts.count).toBe(1);
    expect(parts.positions[0]).toBe(0);
  });

  it('has room for texts of any length', () => {
    const parts = new PartList();
    parts.scan('word '.repeat(5000));

    expect(parts.count).toBe(5000);
    expect(parts.positions[4999]).toBe(4999);
    expect(parts.words[4999]).toBe(4999);
  });
});
