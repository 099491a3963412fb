import { describe, expect, it } from 'vitest';
import { linksOf, only, readText, shapeOf } from '#tests/support/ingest/read.ts';

const shape = async (text: string) => shapeOf(only(await readText(text, { fileName: 'notes.txt' })));
const WRAPPED = 'The lorry left at dawn from the northern gate and went on to\nthe river, where it stopped.';

describe('plain text', () => {
  it.each([
    ['INGEST-16 paragraphs', 'It left.\n\n\nIt came.', ['paragraph It left.', 'paragraph It came.']],
    ['INGEST-16 lines', 'It left.\nIt came.', ['paragraph It left.', 'paragraph It came.']],
    [
      'INGEST-16 lines of other systems',
      'It left.\r\nIt came.\rIt went.',
      ['paragraph It left.', 'paragraph It came.', 'paragraph It went.'],
    ],
    ['INGEST-16 lines broken at a margin as one', WRAPPED, [`paragraph ${WRAPPED.replace('\n', ' ')}`]],
    [
      'INGEST-16 lines that are short because a long word follows as one',
      'The report says that all of it is to be found at the address of\nhttps://www.corvane-wire.example/2019/11/10/shells-hit-the-market.html\nand nowhere else.',
      [
        'paragraph The report says that all of it is to be found at the address of https://www.corvane-wire.example/2019/11/10/shells-hit-the-market.html and nowhere else.',
      ],
    ],
    [
      'INGEST-16 long verses, which leave room for the word that follows, as they are',
      'The lorry that had left us at the gate before the dawn of day\nwent on and on along\nthe river where it stopped and never came again',
      [
        'paragraph The lorry that had left us at the gate before the dawn of day',
        'paragraph went on and on along',
        'paragraph the river where it stopped and never came again',
      ],
    ],
    [
      'INGEST-16 verses as they are',
      'Short lines\nof a poem\nstay',
      ['paragraph Short lines', 'paragraph of a poem', 'paragraph stay'],
    ],
    [
      'INGEST-16 long lines as they are',
      `${'a '.repeat(80)}\n${'b '.repeat(80)}`,
      [`paragraph ${'a '.repeat(80).trim()}`, `paragraph ${'b '.repeat(80).trim()}`],
    ],
    ['INGEST-16 a heading that stands alone', 'The lorry\n\nIt left.', ['heading1 The lorry', 'paragraph It left.']],
    ['INGEST-16 no heading that is a sentence', 'It left.\n\nIt came.', ['paragraph It left.', 'paragraph It came.']],
    ['INGEST-16 no heading that is all there is', 'The lorry', ['paragraph The lorry']],
    [
      'INGEST-16 items with their bullets',
      'Seen\n\n- a lorry\n• a van\n2) a car',
      ['heading1 Seen', 'list-item1 - a lorry', 'list-item1 • a van', 'list-item1 2) a car'],
    ],
    ['INGEST-16 empty lines with space in them', 'a.\n \t \nb.', ['paragraph a.', 'paragraph b.']],
  ])('gives %s', async (_, text, wanted) => {
    expect(await shape(text)).toEqual(wanted);
  });

  it('INGEST-16 links the addresses that are written out', async () => {
    const article = only(await readText('See https://a.example/x, www.b.example.'));

    expect(linksOf(article)).toEqual([
      'https://a.example/x -> https://a.example/x',
      'www.b.example -> https://www.b.example',
    ]);
  });

  it('INGEST-16 is called by its first line', async () => {
    expect(only(await readText('The lorry\n\nIt left.')).title).toBe('The lorry');
  });

  it('INGEST-16 is called by its first words where the line is long', async () => {
    const { title } = only(await readText('seven letters '.repeat(20)));

    expect(title).toMatch(/(?:seven|letters)…$/);
    expect(title.length).toBeLessThanOrEqual(121);
  });

  it('INGEST-16 is called by its file where there are no words', async () => {
    expect(only(await readText(' \n ', { fileName: 'folder/notes.txt' }))).toMatchObject({ title: 'notes', text: '' });
  });
});
