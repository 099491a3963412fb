import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGraphemeBoundary, nextGrapheme, previousGrapheme, snapToGraphemes } from '#shared/text/graphemes.ts';
import { awkwardText, textAndSpan } from './awkward-text.ts';

const engine = new Intl.Segmenter('und', { granularity: 'grapheme' });
const boundariesOf = (text: string) => [...engine.segment(text)].map(({ index }) => index).concat(text.length);

describe('snapToGraphemes', () => {
  it('TEXT-14 holds the span, ends at boundaries, and leaves a snapped span alone', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const snapped = snapToGraphemes(text, span);
        const boundaries = boundariesOf(text);
        expect(boundaries).toContain(snapped.start);
        expect(boundaries).toContain(snapped.end);
        expect(snapped.start).toBeLessThanOrEqual(span.start);
        if (span.start < span.end) expect(snapped.end).toBeGreaterThanOrEqual(span.end);
        else expect(snapped.end).toBe(snapped.start);
        expect(snapToGraphemes(text, snapped)).toEqual(snapped);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('stepping', () => {
  it('TEXT-15 visits the boundaries of the whole text, forwards and backwards', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const forwards = walk(0, text.length, (at) => nextGrapheme(text, at));
        const backwards = walk(text.length, 0, (at) => previousGrapheme(text, at)).reverse();
        const boundaries = [...new Set(boundariesOf(text))];
        expect(forwards).toEqual(boundaries);
        expect(backwards).toEqual(boundaries);
      }),
      { numRuns: 2000 },
    );
  });

  it('TEXT-15 knows a boundary wherever the engine does', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const found = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) =>
          isGraphemeBoundary(text, at),
        );
        expect(found).toEqual([...new Set(boundariesOf(text))]);
      }),
      { numRuns: 2000 },
    );
  });
});

function walk(from: number, to: number, step: (at: number) => number): number[] {
  const places = [from];
  for (let at = from; at !== to; places.push(at)) at = step(at);
  return places;
}
