import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersKey } from '#shared/search/analysis/letters-key.ts';

describe('lettersKey', () => {
  it('WORDS-15 keeps words up to 80 letters as they are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (letters) => {
        expect(lettersKey(letters)).toBe(letters);
      }),
    );
  });

  it('WORDS-15 tells longer ones apart, and keeps what patterns see of them', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30 }),
        fc.string({ minLength: 1, maxLength: 30 }),
        (one, other) => {
          const start = 'x'.repeat(80);
          expect(lettersKey(start + one).startsWith(start)).toBe(true);
          expect(lettersKey(start + one) === lettersKey(start + other)).toBe(one === other);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('WORDS-15 stays short whatever it is given', () => {
    expect(lettersKey('y'.repeat(1 << 20)).length).toBeLessThan(100);
  });
});
