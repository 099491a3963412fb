import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNormalised, normaliseText } from '#shared/text/normalise-text.ts';

describe('normaliseText', () => {
  it.each([
    ['TEXT-1 composes letters and their marks', 'Cafe\u0301', 'Café'],
    ['TEXT-1 leaves width forms and ligatures as they are written', 'ﬁ Ａ', 'ﬁ Ａ'],
    ['TEXT-1 ends lines in one way', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['TEXT-1 marks half a surrogate pair', 'a\ud83db', 'a\ufffdb'],
    ['TEXT-1 marks the other half', '\ude00', '\ufffd'],
    ['TEXT-1 keeps a whole pair', 'a😀b', 'a😀b'],
    ['TEXT-1 marks NUL', 'a\0b', 'a\ufffdb'],
    ['TEXT-1 keeps harakat and tatweel', 'قُتِلـَ', 'قُتِلـَ'],
  ])('%s', (_, text, wanted) => {
    expect(normaliseText(text)).toBe(wanted);
  });

  it('TEXT-1 changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => isNormalised(normaliseText(text))));
  });
});
