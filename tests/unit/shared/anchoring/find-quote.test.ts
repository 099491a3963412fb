import { describe, expect, it } from 'vitest';
import { findPlaces, findQuote } from '#shared/anchoring/find-quote.ts';

const REPORT = 'The lorry left at dawn. A second lorry left at dusk.';

describe('findQuote', () => {
  it.each([
    ['ANCHOR-3 the only occurrence', quote('at dusk'), 44],
    ['ANCHOR-3 the repeat its prefix points to', quote('lorry left', { prefix: 'A second ' }), 33],
    ['ANCHOR-3 the repeat its suffix points to', quote('lorry left', { suffix: ' at dusk' }), 33],
    ['ANCHOR-3 the repeat that half a suffix points to', quote('lorry left', { suffix: ' at du lac' }), 33],
    ['ANCHOR-3 the earliest when nothing tells repeats apart', quote('left'), 10],
    ['ANCHOR-3 the one at the end of the text', quote('.', { prefix: 'x', suffix: '' }), 51],
  ])('finds %s', (_, wanted, start) => {
    expect(findQuote(REPORT, wanted)).toEqual({ start, end: start + wanted.exact.length });
  });

  it('ANCHOR-3 returns null when the words are gone', () => {
    expect(findQuote(REPORT, quote('van left'))).toBeNull();
  });

  it('ANCHOR-3 returns null for no words', () => {
    expect(findQuote(REPORT, quote(''))).toBeNull();
  });

  it('ANCHOR-3 sees places that overlap', () => {
    expect(findPlaces('aaa', quote('aa')).map(({ span }) => span.start)).toEqual([0, 1]);
  });
});

function quote(exact: string, context: { prefix?: string; suffix?: string } = {}) {
  return { exact, prefix: '', suffix: '', ...context };
}
