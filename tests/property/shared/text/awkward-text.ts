import fc from 'fast-check';

/** Pieces that break naive handling of text: each has been the cause of a fault somewhere. */
export const awkwardPieces = [
  ...[
    'a',
    'B',
    ' ',
    '\n',
    '.',
    "'",
    '’',
    '-',
    '_',
    '@',
    '#',
    ',',
    ':',
    '1',
    '٣',
    's',
    'e\u0301',
    'ß',
    'ﬁ',
    'İ',
    'ı',
    '\0',
  ],
  ...['قُتِلَ', 'تلّ', 'لا', 'ـ', '\u064e', '\u200c', '\u200d', '\ufeff', 'ﷺ', 'ﻼ', '؟'],
  ...['👨‍👩‍👧', '🇸🇾', '🇸', '👍🏽', '\ud83d', '\ude00', 'é', '\u0301', '\u20e3', '\ufe0f'],
  ...[
    'が',
    'か',
    '\u3099',
    'ｶ',
    'ﾞ',
    '東',
    '京',
    '。',
    'ไ',
    'ก',
    '한',
    'हि',
    'न्',
    'दी',
    'ё',
    'Й',
    '\r\n',
    'www.',
    'http://x.',
  ],
] as const;

/** Texts made of awkward pieces, and of any code units at all. */
export const awkwardText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...awkwardPieces), maxLength: 24 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 24 }) },
  { weight: 1, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 24 }).map((units) => String.fromCharCode(...units)) },
);

/** An awkward text with a span of it, empty spans included. */
export const textAndSpan = awkwardText.chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, span: { start: Math.min(a, b), end: Math.max(a, b) } })),
);
