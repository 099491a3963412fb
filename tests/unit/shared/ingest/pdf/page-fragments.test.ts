import { describe, expect, it } from 'vitest';
import { fragmentsOf } from '#shared/ingest/pdf/page-fragments.ts';
import { columnsOf } from '#shared/ingest/pdf/reading-order.ts';

/** A letter of a page that is drawn letter by letter. */
function letter(text: string, x: number, y: number) {
  return { text, x, y, width: 5, size: 10, turn: 0, isVertical: false, isApart: false };
}

describe('PDF-10: a page of very many pieces', () => {
  it.each(['a', 'ب'])('is read, where all of them stand on one line: %s', (text) => {
    const pieces = Array.from({ length: 150_000 }, (_, at) => letter(text, at * 5, 100));
    const [line, ...others] = fragmentsOf(pieces, []);

    expect(others).toEqual([]);
    expect(line).toMatchObject({ left: 0, right: 750_000 });
    expect(line?.text).toHaveLength(150_000);
  });

  it('is read, where each of them stands on a line of its own', () => {
    const pieces = Array.from({ length: 150_000 }, (_, at) => letter('word', 10, at * 12));
    const [column, ...others] = columnsOf(fragmentsOf(pieces, []), false);

    expect(others).toEqual([]);
    expect(column?.lines).toHaveLength(150_000);
  });

  it('leaves out a word that is written twice to look bold', () => {
    expect(fragmentsOf([letter('a', 10, 10), letter('a', 10.3, 10), letter('b', 16, 10)], [])[0]?.text).toBe('ab');
  });
});
