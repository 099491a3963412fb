import { describe, expect, it } from 'vitest';
import { plainBlocks } from '#shared/ingest/mail/plain-blocks.ts';

const LINE = 'The lorry left at dawn, and nobody at the gate had seen it.';
const plain = { isFlowed: false, dropsSpace: false };
const flowed = { isFlowed: true, dropsSpace: false };

function shape(text: string, flow: typeof plain): string[] {
  const { blocks, text: words } = plainBlocks(text, flow);
  return blocks.map(({ kind, level, start, end }) => `${kind}${level || ''} ${words.slice(start, end)}`);
}

describe('plainBlocks', () => {
  it.each([
    ['joins lines that were broken at a margin', `${LINE}\n${LINE}\nSo.`, plain, [`paragraph ${LINE} ${LINE} So.`]],
    [
      'keeps short lines apart',
      'Roses are red\nViolets are blue',
      plain,
      ['paragraph Roses are red', 'paragraph Violets are blue'],
    ],
    ['joins soft breaks', 'The \nlorry\nleft.', flowed, ['paragraph The lorry', 'paragraph left.']],
    ['drops the space where it says so', '東京 \n都', { ...flowed, dropsSpace: true }, ['paragraph 東京都']],
    ['takes the stuffed space off', ' From here', flowed, ['paragraph From here']],
    ['keeps a signature apart', 'Bye.\n-- \nAda', flowed, ['paragraph Bye.', 'paragraph --', 'paragraph Ada']],
    ['knows levels of quotes', '> a\n> > b\n>>> c\nd', plain, ['quote1 a', 'quote2 b', 'quote3 c', 'paragraph d']],
    ['parts quotes at an empty quoted line', '> a\n>\n> b', plain, ['quote1 a', 'quote1 b']],
    ['knows items', '- a\n- b', plain, ['list-item1 - a', 'list-item1 - b']],
    ['says nothing of nothing', '\n \n', plain, []],
  ])('MAIL-5 %s', (_, text, flow, blocks) => {
    expect(shape(text, flow)).toEqual(blocks);
  });

  it('MAIL-5 makes links of addresses', () => {
    expect(plainBlocks('See https://example.org/a now', plain).links).toEqual([
      { start: 4, end: 25, address: 'https://example.org/a' },
    ]);
  });

  it('MAIL-8 takes ten thousand signs of quoting for a few', () => {
    expect(plainBlocks(`${'>'.repeat(10_000)} a`, plain).blocks[0]?.level).toBe(32);
  });
});
