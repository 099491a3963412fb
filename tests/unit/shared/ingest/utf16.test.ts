import { describe, expect, it } from 'vitest';
import { utf16Of } from '#shared/ingest/utf16.ts';
import { articlesIn, leftOutIn, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const little = (text: string) => Buffer.from(text, 'utf16le');
const big = (text: string) => little(text).swap16();

describe('INGEST-2: UTF-16', () => {
  it.each<[string, Uint8Array, string | null]>([
    ['Latin', little('The lorry left.'), 'utf-16le'],
    ['Latin of the other order', big('The lorry left.'), 'utf-16be'],
    ['Arabic', big('غادرت الشاحنة الميناء عند الفجر'), 'utf-16be'],
    ['Chinese with few blanks', little(`${'卡车在黎明离开了港口 '.repeat(2)}\n`), 'utf-16le'],
    ['a mark and a blank', little('\uFEFF '), 'utf-16le'],
    ['plain ASCII', Buffer.from('The lorry left.'), null],
    ['UTF-32', Buffer.from('540000006800000065000000', 'hex'), null],
    ['numbers of 16 bits', Buffer.from(Uint16Array.from({ length: 400 }, (_, at) => at * 7).buffer), null],
    ['an odd number of bytes', little('The lorry left.').subarray(1), null],
  ])('is told by its zeros: %s', (_, bytes, charset) => {
    expect(utf16Of(bytes)).toBe(charset);
  });

  it('is read without a mark, as page and as text', async () => {
    const [page] = articlesIn(await outcomesOf(little('<!doctype html><title>The lorry</title><p>It left.')));
    const [text] = articlesIn(await outcomesOf(big('The lorry\n\nIt left at dawn.')));

    expect([page?.article.text, page?.charset]).toEqual(['It left.', 'utf-16le']);
    expect([text?.article.title, text?.charset]).toEqual(['The lorry', 'utf-16be']);
  });

  it('is not seen in UTF-32, which is refused in words', async () => {
    const bytes = Buffer.from('fffe00005400000068000000', 'hex');

    expect(leftOutIn(await outcomesOf(bytes))).toMatchObject([
      { code: 'unknown-format', reason: expect.stringContaining('UTF-32') },
    ]);
  });
});
