import { describe, expect, it } from 'vitest';
import { describeQuote } from '#shared/anchoring/describe-quote.ts';
import type { AppError } from '#shared/kernel/app-error.ts';

const REPORT = 'The lorry left at dawn. A second lorry left at dusk.';

describe('describeQuote', () => {
  it('ANCHOR-1 holds the words and what stands around them', () => {
    expect(describeQuote(REPORT, { start: 44, end: 51 })).toEqual({
      exact: 'at dusk',
      prefix: 'ft at dawn. A second lorry left ',
      suffix: '.',
    });
  });

  it('ANCHOR-1 holds 32 code units on each side', () => {
    const { prefix, suffix } = describeQuote(`${'a'.repeat(40)}X${'b'.repeat(40)}`, { start: 40, end: 41 });

    expect([prefix, suffix]).toEqual(['a'.repeat(32), 'b'.repeat(32)]);
  });

  it('ANCHOR-1 keeps no half of a pair at the outer ends', () => {
    const { prefix, suffix } = describeQuote(`${'🚚'.repeat(20)}aXb${'🚚'.repeat(20)}`, { start: 41, end: 42 });

    expect([prefix, suffix]).toEqual([`${'🚚'.repeat(15)}a`, `b${'🚚'.repeat(15)}`]);
  });

  it.each([
    ['ANCHOR-1 an empty span', 4, 4],
    ['ANCHOR-1 a span that begins before the text', -1, 3],
    ['ANCHOR-1 a span that ends behind the text', 40, 53],
    ['ANCHOR-1 a span that runs backwards', 9, 4],
    ['ANCHOR-1 no number', Number.NaN, 4],
  ])('refuses %s', (_, start, end) => {
    expect(() => describeQuote(REPORT, { start, end })).toThrow(
      expect.objectContaining({ code: 'span-outside-text' } satisfies Partial<AppError>),
    );
  });
});
