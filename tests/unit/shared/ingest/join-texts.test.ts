import { describe, expect, it } from 'vitest';
import { BlockWriter, type LaidOutText } from '#shared/ingest/block-writer.ts';
import { joinTexts } from '#shared/ingest/join-texts.ts';

const link = { address: 'https://example.org' };

/** Blocks of one kind; the words after a `*` are a link. */
function laidOut(kind: 'paragraph' | 'list-item', ...lines: string[]): LaidOutText {
  const writer = new BlockWriter();
  for (const line of lines) {
    const style = { kind, level: kind === 'list-item' ? 1 : 0, direction: null };
    writer.write(line.replace('*', ''), style, line.startsWith('*') ? link : null);
    writer.endBlock();
  }
  return writer.finish();
}

describe('joinTexts', () => {
  it('INGEST-5 moves blocks and links to where their words stand', () => {
    const { text, blocks, links, starts } = joinTexts([laidOut('paragraph', 'One'), laidOut('paragraph', '*Two')]);

    expect(text).toBe('One\n\nTwo');
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['One', 'Two']);
    expect(links.map(({ start, end }) => text.slice(start, end))).toEqual(['Two']);
    expect(starts).toEqual([0, 5]);
  });

  it('INGEST-5 parts items by a line break', () => {
    expect(joinTexts([laidOut('list-item', 'a'), laidOut('list-item', 'b')]).text).toBe('a\nb');
  });

  it('INGEST-5 passes over texts of nothing', () => {
    const empty = laidOut('paragraph');
    const { text, starts } = joinTexts([empty, laidOut('paragraph', 'a'), empty, laidOut('paragraph', 'b'), empty]);

    expect([text, starts]).toEqual(['a\n\nb', [0, 0, 1, 3, 4]]);
  });
});
