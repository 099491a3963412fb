import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resizeSpan } from '#renderer/features/reader/tagging/resize-span.ts';

const TEXT = 'Shells struck the covered market in Marjouna.\nقُتل تسعة أشخاص في بلدة مرجونة، بينهم ثلاثة.';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const wordsOf = (span: { start: number; end: number } | null) => span && TEXT.slice(span.start, span.end);

describe('resizeSpan', () => {
  it('takes one word more at the end, or one less', () => {
    expect(wordsOf(resizeSpan(TEXT, at('covered'), { edge: 'end', way: 'forward' }))).toBe('covered market');
    expect(wordsOf(resizeSpan(TEXT, at('covered market'), { edge: 'end', way: 'backward' }))).toBe('covered');
  });

  it('takes one word more at the start, or one less', () => {
    expect(wordsOf(resizeSpan(TEXT, at('market'), { edge: 'start', way: 'backward' }))).toBe('covered market');
    expect(wordsOf(resizeSpan(TEXT, at('covered market'), { edge: 'start', way: 'forward' }))).toBe('market');
  });

  it('goes by words in Arabic too', () => {
    expect(wordsOf(resizeSpan(TEXT, at('بلدة'), { edge: 'end', way: 'forward' }))).toBe('بلدة مرجونة');
  });

  it('completes a word that was cut', () => {
    expect(wordsOf(resizeSpan(TEXT, at('cov'), { edge: 'end', way: 'forward' }))).toBe('covered');
  });

  it('leaves no empty passage', () => {
    expect(resizeSpan(TEXT, at('market'), { edge: 'end', way: 'backward' })).toBeNull();
    expect(resizeSpan(TEXT, at('market'), { edge: 'start', way: 'forward' })).toBeNull();
  });

  it('stops at either end of the text', () => {
    expect(resizeSpan(TEXT, at('Shells'), { edge: 'start', way: 'backward' })).toBeNull();
    expect(resizeSpan(TEXT, { start: 0, end: TEXT.length - 1 }, { edge: 'end', way: 'forward' })).toBeNull();
  });

  it('gives a passage within the text whose one end alone has moved, or none', () => {
    fc.assert(
      fc.property(
        fc.nat(TEXT.length - 1),
        fc.nat(20),
        fc.constantFrom('start' as const, 'end' as const),
        fc.constantFrom('forward' as const, 'backward' as const),
        (start, length, edge, way) => {
          const span = { start, end: Math.min(TEXT.length, start + length + 1) };
          const resized = resizeSpan(TEXT, span, { edge, way });
          if (!resized) return;
          expect(resized.start).toBeGreaterThanOrEqual(0);
          expect(resized.end).toBeLessThanOrEqual(TEXT.length);
          expect(resized.start).toBeLessThan(resized.end);
          if (edge === 'start') expect(resized.end).toBe(span.end);
          else expect(resized.start).toBe(span.start);
          const moved = edge === 'start' ? resized.start - span.start : resized.end - span.end;
          expect(Math.sign(moved)).toBe(way === 'forward' ? 1 : -1);
        },
      ),
    );
  });
});
