import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_FOLDED, CAPITAL, OTHERWISE, writtenStyle } from '#shared/search/analysis/written-style.ts';
import { fold } from '#shared/text/fold-text.ts';

describe('how a word is written', () => {
  it.each([
    ['smith', AS_FOLDED],
    ['Smith', CAPITAL],
    ['SMITH', OTHERWISE],
    ['sMith', OTHERWISE],
    ['Škoda', OTHERWISE],
    ['Muñoz', OTHERWISE],
    ['москва', AS_FOLDED],
    ['Москва', CAPITAL],
    ['МОСКВА', OTHERWISE],
    ['Ёлка', OTHERWISE],
    ['東', AS_FOLDED],
    ['سوريا', AS_FOLDED],
    ['ＮＡＴＯ', OTHERWISE],
    ['I', CAPITAL],
    ['İstanbul', OTHERWISE],
    ['ﬁre', OTHERWISE],
    ['7', AS_FOLDED],
  ])('WORDS-14 says of %s how it differs from its folding', (written, style) => {
    expect(writtenStyle(fold(written), written)).toBe(style);
  });

  it('WORDS-14 can be undone: letters and style give the word back, but for the third style', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), (written) => {
        const letters = fold(written);
        const style = writtenStyle(letters, written);
        if (style === AS_FOLDED) expect(written).toBe(letters);
        if (style === CAPITAL) expect(written).toBe((letters[0] ?? '').toUpperCase() + letters.slice(1));
        if (style === OTHERWISE) expect(written).not.toBe(letters);
      }),
      { numRuns: 5000 },
    );
  });
});
