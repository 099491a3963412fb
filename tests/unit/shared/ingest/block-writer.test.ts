import { describe, expect, it } from 'vitest';
import { type BlockStyle, BlockWriter } from '#shared/ingest/block-writer.ts';
import { MOST_TEXT } from '#shared/ingest/text-limit.ts';
import { AppError } from '#shared/kernel/app-error.ts';

const paragraph: BlockStyle = { kind: 'paragraph', level: 0, direction: null };
const item: BlockStyle = { kind: 'list-item', level: 1, direction: null };
const pre: BlockStyle = { kind: 'preformatted', level: 0, direction: null };

function written(write: (writer: BlockWriter) => void) {
  const writer = new BlockWriter();
  write(writer);
  return writer.finish();
}

const blocks = (...texts: [string, BlockStyle][]) =>
  written((writer) => {
    for (const [text, style] of texts) {
      writer.write(text, style, null);
      writer.endBlock();
    }
  });

describe('BlockWriter', () => {
  it.each([
    ['INGEST-5 paragraphs by an empty line', blocks(['a', paragraph], ['b', paragraph]), 'a\n\nb'],
    ['INGEST-5 items by a line break', blocks(['a', item], ['b', item], ['c', paragraph]), 'a\nb\n\nc'],
    [
      'INGEST-5 nothing where there is only space',
      blocks(['a', paragraph], [' \u00a0\u200b\n', paragraph], ['b', paragraph]),
      'a\n\nb',
    ],
    ['INGEST-10 words with one blank between them', blocks([' a \n\t b ', paragraph]), 'a b'],
    ['INGEST-10 no-break spaces as they are inside', blocks(['\u00a0a\u00a0 b\u00a0', paragraph]), 'a\u00a0 b'],
    ['INGEST-10 preformatted text as it is', blocks(['\n  a\n\n b \n\n', pre]), '  a\n\n b'],
    ['INGEST-6 letters with their marks', blocks(['cafe\u0301', paragraph]), 'café'],
  ])('joins %s', (_, { text }, wanted) => {
    expect(text).toBe(wanted);
  });

  it('INGEST-10 keeps one line break and ends the block at two', () => {
    const { text } = written((writer) => {
      for (const part of ['a', ' b', '', 'c ']) {
        writer.write(part, paragraph, null);
        writer.breakLine();
      }
    });

    expect(text).toBe('a\nb\n\nc');
  });

  it('INGEST-9 parts cells by tabs, empty ones too', () => {
    const { text } = written((writer) => {
      writer.write('a ', paragraph, null);
      writer.nextCell();
      writer.nextCell();
      writer.write(' b', paragraph, null);
      writer.blank();
      writer.write('c', paragraph, null);
    });

    expect(text).toBe('a\t\tb c');
  });

  it('INGEST-6 keeps links with their words where marks join letters', () => {
    const link = { address: 'https://a.example/' };
    const { text, links } = written((writer) => {
      writer.write('e\u0301e', paragraph, null);
      writer.write('\u0301 ', paragraph, null);
      writer.write(' cafe\u0301', paragraph, link);
      writer.write(' bar', paragraph, link);
      writer.write(' x', paragraph, null);
    });

    expect(text).toBe('éé café bar x');
    expect(links).toEqual([{ start: 3, end: 11, address: link.address }]);
  });

  it('INGEST-6 tells two links to one address apart', () => {
    const { links } = written((writer) => {
      writer.write('a', paragraph, { address: 'https://a.example/' });
      writer.write('b', paragraph, { address: 'https://a.example/' });
    });

    expect(links.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('INGEST-7 takes the direction of the words, the source, the block before', () => {
    const rtl: BlockStyle = { ...paragraph, direction: 'rtl' };

    expect(
      blocks(['a', rtl], ['12', rtl], ['12', paragraph], ['قتل', paragraph]).blocks.map(({ direction }) => direction),
    ).toEqual(['ltr', 'rtl', 'rtl', 'rtl']);
    expect(blocks(['12', paragraph]).blocks[0]?.direction).toBe('ltr');
  });

  it('INGEST-4 refuses a text over 32 MB', () => {
    const half = 'a'.repeat(MOST_TEXT / 2);

    expect(() => blocks([half, paragraph], [half, paragraph])).toThrow(
      new AppError('too-large', 'Its text is over 32 MB. Split it, then import the parts.'),
    );
  });
});
