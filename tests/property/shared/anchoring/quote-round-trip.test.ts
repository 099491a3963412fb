import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXT_LENGTH, describeQuote } from '#shared/anchoring/describe-quote.ts';
import { findPlaces, findQuote } from '#shared/anchoring/find-quote.ts';
import { placeAnchor } from '#shared/anchoring/place-anchor.ts';
import { textIdSchema } from '#shared/domain/ids.ts';

const FIRST = textIdSchema.parse('a'.repeat(64));
const SECOND = textIdSchema.parse('b'.repeat(64));

/** Three letters make repeats common. */
const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', '🚚'), minLength: 1, maxLength });

const withSpan = (texts: fc.Arbitrary<string>) =>
  texts.chain((text) =>
    fc
      .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }))
      .map(([start, length]) => ({ text, start, end: Math.min(start + length, text.length) })),
  );

const made = ({ text, start, end }: { text: string; start: number; end: number }) => {
  const { exact, prefix, suffix } = describeQuote(text, { start, end });
  return { textId: FIRST, start, end, quote: exact, prefix, suffix };
};

describe('a described passage', () => {
  // No longer than the context, so every text can be told apart.
  it('ANCHOR-2 is found again at the very place, however often the words repeat', () => {
    fc.assert(
      fc.property(withSpan(letters(16)), ({ text, start, end }) => {
        expect(findQuote(text, describeQuote(text, { start, end }))).toEqual({ start, end });
      }),
      { numRuns: 1000 },
    );
  });

  it('ANCHOR-3 is found where a search over every place finds most of its context', () => {
    fc.assert(
      fc.property(withSpan(letters(60)), letters(60), (passage, other) => {
        const quote = describeQuote(passage.text, passage);
        expect(findPlaces(other, quote)[0]?.span.start ?? null).toBe(bruteForce(other, quote));
      }),
      { numRuns: 1000 },
    );
  });

  it('ANCHOR-1 can be saved as UTF-8 unless the passage itself parts a pair', () => {
    fc.assert(
      fc.property(withSpan(letters(90)), ({ text, start, end }) => {
        const isWhole = (part: string) => !/[\uD800-\uDFFF]/.test(part.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, ''));
        const { exact, prefix, suffix } = describeQuote(text, { start, end });
        if (isWhole(text.slice(0, start)) && isWhole(exact)) expect([prefix, suffix].every(isWhole)).toBe(true);
      }),
    );
  });
});

describe('a highlight', () => {
  it('ANCHOR-8 keeps its placement when text is added beyond its context', () => {
    const far = fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 50 });
    fc.assert(
      fc.property(withSpan(letters(60)), far, far, ({ text, start, end }, before, after) => {
        if (start < CONTEXT_LENGTH || text.length - end < CONTEXT_LENGTH) return;
        const same = placeAnchor(made({ text, start, end }), SECOND, text);
        const grown = placeAnchor(made({ text, start, end }), SECOND, before + text + after);
        expect(grown.state).toBe(same.state);
        expect(grown.now?.start).toBe((same.now?.start ?? 0) + before.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('ANCHOR-6 never stands on other words than its own', () => {
    fc.assert(
      fc.property(withSpan(letters(40)), letters(80), (passage, other) => {
        const { state, now } = placeAnchor(made(passage), SECOND, other);
        expect(now === null).toBe(state === 'orphaned');
        if (now === null) expect(other).not.toContain(passage.text.slice(passage.start, passage.end));
        else expect(other.slice(now.start, now.end)).toBe(passage.text.slice(passage.start, passage.end));
        expect(now?.score === 1).toBe(state === 'placed');
      }),
      { numRuns: 1000 },
    );
  });
});

/** Counts context letter by letter at every place of the text. */
function bruteForce(text: string, quote: { exact: string; prefix: string; suffix: string }): number | null {
  let best: { at: number; agreement: number } | null = null;
  for (let at = 0; at + quote.exact.length <= text.length; at++) {
    if (!text.startsWith(quote.exact, at)) continue;
    const agreement = around(text, quote, at);
    if (best === null || agreement > best.agreement) best = { at, agreement };
  }
  return best?.at ?? null;
}

function around(
  text: string,
  { exact, prefix, suffix }: { exact: string; prefix: string; suffix: string },
  at: number,
) {
  const end = at + exact.length;
  let [before, after] = [0, 0];
  while (before < prefix.length && at - 1 - before >= 0 && text[at - 1 - before] === prefix[prefix.length - 1 - before])
    before++;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  const isAtStart = prefix.length < CONTEXT_LENGTH - 1 && at === prefix.length && before === prefix.length;
  const isAtEnd = suffix.length < CONTEXT_LENGTH - 1 && end + suffix.length === text.length && after === suffix.length;
  return before + after + (isAtStart ? 1 : 0) + (isAtEnd ? 1 : 0);
}
