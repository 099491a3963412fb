import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areWithinEdits } from '#shared/search/analysis/match-pattern.ts';
import { visitFuzzy } from '#shared/search/evaluate/visit-fuzzy.ts';
import { Dictionary } from '#shared/search/segment/dictionary.ts';
import { DictionaryWriter } from '#shared/search/segment/dictionary-writer.ts';
import { decodeLetters, PLAIN, plainKey } from '#shared/search/segment/term-key.ts';

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'd', 'я', 'ж', '京', '𐌰', '｡'),
  minLength: 1,
  maxLength: 6,
});

describe('visitFuzzy', () => {
  it('HITS-3 finds the very terms of a dictionary that are near enough', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 120 }), word, fc.constantFrom(1, 2), (words, wanted, edits) => {
        const writer = new DictionaryWriter();
        for (const one of [...words].sort()) writer.add(plainKey(one, 0), 1, 1, 1);
        writer.add(plainKey('a', 1), 1, 1, 1);
        const { terms, groups } = writer.finish();
        const dictionary = new Dictionary(terms, groups, writer.count);
        const found: string[] = [];
        visitFuzzy(dictionary, PLAIN, wanted, edits, () => {
          found.push(decodeLetters(dictionary.key, 1, dictionary.length));
        });
        const near = words.filter((one) => areWithinEdits(Array.from(one), Array.from(wanted), edits));
        expect(found).toEqual(near.sort());
      }),
      { numRuns: 3000 },
    );
  });
});
