import { describe, expect, it } from 'vitest';
import {
  countGraphemes,
  isGraphemeBoundary,
  nextGrapheme,
  previousGrapheme,
  snapToGraphemes,
} from '#shared/text/graphemes.ts';

const FAMILY = '👨‍👩‍👧';

describe('snapToGraphemes', () => {
  it.each([
    ['TEXT-14 a family', `a${FAMILY}b`, 3, 4, FAMILY],
    ['TEXT-14 one of two flags', '🇸🇾🇹🇷', 5, 6, '🇹🇷'],
    ['TEXT-14 a letter with its mark', 'xe\u0301y', 1, 2, 'e\u0301'],
    ['TEXT-14 a letter with harakat', 'قُتِل', 0, 1, 'قُ'],
    ['TEXT-14 a line break of two signs', 'a\r\nb', 1, 2, '\r\n'],
    ['TEXT-14 plain letters as they are', 'lorry', 1, 3, 'or'],
    ['TEXT-14 what leaves the text cut to it', 'lorry', 3, 99, 'ry'],
    ['TEXT-14 a Hindi syllable', 'हिन्दी', 1, 2, 'हि'],
  ])('widens to %s', (_, text, start, end, wanted) => {
    const snapped = snapToGraphemes(text, { start, end });

    expect(text.slice(snapped.start, snapped.end)).toBe(wanted);
  });

  it('TEXT-14 keeps an empty span empty', () => {
    expect(snapToGraphemes(FAMILY, { start: 3, end: 3 })).toEqual({ start: 0, end: 0 });
  });
});

describe('stepping by graphemes', () => {
  it('TEXT-15 steps over a whole family both ways', () => {
    expect(nextGrapheme(`a${FAMILY}b`, 1)).toBe(1 + FAMILY.length);
    expect(previousGrapheme(`a${FAMILY}b`, 1 + FAMILY.length)).toBe(1);
  });

  it('TEXT-15 stops at both ends', () => {
    expect(nextGrapheme('ab', 2)).toBe(2);
    expect(previousGrapheme('ab', 0)).toBe(0);
  });

  it('TEXT-15 knows no boundary outside the text', () => {
    expect([-1, 3].map((at) => isGraphemeBoundary('ab', at))).toEqual([false, false]);
  });

  it('TEXT-15 answers at the end of a long Arabic text', () => {
    const text = 'قُتِلَ ثلاثة '.repeat(20_000);

    expect(previousGrapheme(text, text.length)).toBe(text.length - 1);
  });

  it('counts what a reader sees', () => {
    expect(countGraphemes(`e\u0301${FAMILY}ab`)).toBe(4);
  });
});
