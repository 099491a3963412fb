import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldText } from '#shared/text/fold-text.ts';
import { awkwardText, textAndSpan } from './awkward-text.ts';

describe('folding', () => {
  it('TEXT-2 changes nothing the second time', () => {
    fc.assert(
      fc.property(awkwardText, (text) => fold(fold(text)) === fold(text)),
      { numRuns: 2000 },
    );
  });

  it('TEXT-2 holds for every character of the basic plane and the next two', () => {
    const unstable: string[] = [];
    for (let code = 0; code < 0x30000; code++) {
      const once = fold(String.fromCodePoint(code));
      if (fold(once) !== once) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it('TEXT-3 covers the whole text, in order', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const { folded, map } = foldText(text);
        let covered = 0;
        let begun = 0;
        for (let unit = 0; unit < folded.length; unit++) {
          const range = map.toOriginal({ start: unit, end: unit + 1 });
          expect(range.end).toBeGreaterThan(range.start);
          expect(range.start === covered || range.start === begun).toBe(true);
          begun = range.start;
          covered = range.end;
        }
        if (folded !== '') expect(covered).toBe(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('TEXT-4 leads a folded range back to what it came from', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const { folded, map } = foldText(text);
        const wanted = { start: Math.min(span.start, folded.length), end: Math.min(span.end, folded.length) };
        const range = map.toOriginal(wanted);
        expect(fold(text.slice(range.start, range.end))).toContain(folded.slice(wanted.start, wanted.end));
        if (wanted.start < wanted.end) expect(isWholePairs(text, range)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('TEXT-5 holds the span it began with after going there and back', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const { folded, map } = foldText(text);
        if (folded === '' || span.start === span.end) return;
        const back = map.toOriginal(map.toFolded(span));
        expect(back.start).toBeLessThanOrEqual(span.start);
        expect(back.end).toBeGreaterThanOrEqual(span.end);
      }),
      { numRuns: 2000 },
    );
  });

  it('TEXT-5 goes no further than the characters that the span touches', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const { folded, map } = foldText(text);
        if (folded === '' || span.start === span.end) return;
        const { start, end } = map.toFolded(span);
        expect(map.toOriginal({ start, end: start + 1 }).end).toBeGreaterThan(span.start);
        expect(map.toOriginal({ start: end - 1, end }).start).toBeLessThan(span.end);
      }),
      { numRuns: 2000 },
    );
  });

  it('TEXT-8 is the same with and without a character beyond ASCII in the text', () => {
    const ascii = fc.string({ unit: 'binary-ascii' });
    fc.assert(fc.property(ascii, (text) => fold(`${text}é`) === `${fold(text)}e`));
  });
});

function isWholePairs(text: string, { start, end }: { start: number; end: number }): boolean {
  const splits = (at: number) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
  return !splits(start) && !splits(end);
}
