import { describe, expect, it } from 'vitest';
import type { PdfLink, PdfPage, PdfPiece } from '#shared/ingest/pdf/pdf-page.ts';
import { type WrittenPages, writePages } from '#shared/ingest/pdf/write-pages.ts';

const STEP = 12;

/** Words on a page from above; each letter is half as wide as it is high. */
function piece(text: string, x: number, y: number, more: Partial<PdfPiece> = {}): PdfPiece {
  const size = more.size ?? 10;
  return { text, x, y, width: text.length * size * 0.5, size, turn: 0, isVertical: false, isApart: false, ...more };
}

function page(pieces: readonly PdfPiece[], label = '1', links: readonly PdfLink[] = []): PdfPage {
  return { label, width: 600, height: 800, pieces, links };
}

/** Lines under each other. */
function lines(x: number, y: number, ...texts: string[]): PdfPiece[] {
  return texts.map((text, at) => piece(text, x, y + at * STEP));
}

/** Blocks the eye can check. */
function shape({ text, blocks }: WrittenPages): string[] {
  return blocks.map(({ kind, level, start, end }) => `${kind}${level || ''} ${text.slice(start, end)}`);
}

const FULL = 'The lorry left the yard at dawn and nobody saw';
const filler = Array.from({ length: 20 }, (_, at) => `${FULL} it ${String.fromCharCode(97 + at)}`);

describe('lines and paragraphs', () => {
  it('PDF-1 joins the lines of a paragraph, and parts paragraphs by space, indents and lines that end early', () => {
    const written = writePages([
      page([
        ...lines(50, 100, `${FULL} it`, 'leave the yard but two.', `They said so later on, and were not believed`),
        ...lines(50, 172, 'After a gap, another one begins here now and'),
        ...lines(50, 184, 'it goes on to the very end of the line here,'),
        ...lines(65, 196, 'Indented, the next one begins and is as long.'),
      ]),
    ]);

    expect(shape(written)).toEqual([
      `paragraph ${FULL} it leave the yard but two.`,
      'paragraph They said so later on, and were not believed',
      'paragraph After a gap, another one begins here now and it goes on to the very end of the line here,',
      'paragraph Indented, the next one begins and is as long.',
    ]);
  });

  it('PDF-1 puts words that a line parts together, but for those that have a hyphen of their own', () => {
    const written = writePages([
      page(
        lines(
          50,
          100,
          'It was a long-term plan, and the govern-',
          'ment said so of the long-',
          'term plan; the soft\u00ad',
          'ware too, and of Jean-',
          'Paul',
        ),
      ),
    ]);

    expect(written.text).toBe(
      'It was a long-term plan, and the government said so of the long-term plan; the software too, and of Jean-Paul',
    );
  });

  it('PDF-1 writes no space between lines of Chinese, and one between words that stand apart', () => {
    const written = writePages([
      page([...lines(50, 100, '卡车在黎明时分离开', '没有人看见它'), piece('One', 50, 300), piece('word', 68, 300)]),
    ]);

    expect(written.text).toBe('卡车在黎明时分离开没有人看见它\n\nOne word');
  });

  it('PDF-1 reads once what was written twice to be bold, and raised figures in their line', () => {
    const written = writePages([
      page([
        piece('Bold', 50, 100),
        piece('Bold', 50.4, 100),
        piece('2', 70.5, 96.8, { size: 6 }),
        piece('more', 80, 100),
      ]),
    ]);

    expect(written.text).toBe('Bold2 more');
  });

  it('PDF-2 knows headings by their size, and items by their bullets', () => {
    const written = writePages([
      page([
        piece('The headline', 50, 60, { size: 20 }),
        ...lines(50, 100, ...filler),
        piece('A section', 50, 400, { size: 12.5 }),
        ...lines(50, 430, '• one', '• two that is long', '  and goes on', '3) three'),
      ]),
    ]);

    expect(shape(written).map((line) => line.slice(0, 30))).toEqual([
      'heading1 The headline',
      `paragraph ${FULL}`.slice(0, 30),
      'heading3 A section',
      'list-item1 • one',
      'list-item1 • two that is long ',
      'list-item1 3) three',
    ]);
  });
});

describe('the order of a page', () => {
  const left = [
    'Left one is a line of words',
    'left two is a line of words',
    'left three is a line again',
    'left four ends here as well',
  ];
  const right = [
    'right one is a line of words',
    'right two is a line of words',
    'right three is a line again',
    'right four ends here then.',
  ];

  it('PDF-3 reads one column after the other, between what stands across both', () => {
    const written = writePages([
      page([
        piece('A headline that stands across both of the columns here', 50, 80, { size: 16 }),
        ...lines(50, 120, ...left),
        ...lines(320, 120, ...right),
        piece('A last line that stands across both of the columns of the page', 50, 220),
      ]),
    ]);

    expect(written.text).toBe(
      `A headline that stands across both of the columns here\n\n${left.join(' ')} ${right.join(' ')}\n\nA last line that stands across both of the columns of the page`,
    );
  });

  it('PDF-3 reads columns of Hebrew from the right', () => {
    const hebrew = (text: string) =>
      lines(0, 0, ...Array.from({ length: 4 }, () => text)).map(({ text: words }) => words);
    const written = writePages([
      page([
        ...lines(50, 120, ...hebrew('שמאל שמאל שמאל שמאל.')),
        ...lines(320, 120, ...hebrew('ימין ימין ימין ימין.')),
      ]),
    ]);

    expect(written.text.startsWith('ימין')).toBe(true);
    expect(written.text.endsWith('שמאל.')).toBe(true);
  });

  it('PDF-3 keeps rows of tables together, cell by cell', () => {
    const rows = ['Name', 'Age', 'Ada', '36', 'Bob', '7'];
    const cells = rows.map((text, at) => piece(text, at % 2 === 0 ? 50 : 300, 100 + Math.floor(at / 2) * STEP));

    expect(shape(writePages([page(cells)]))).toEqual(['table-row Name\tAge', 'table-row Ada\t36', 'table-row Bob\t7']);
  });

  it('PDF-4 reads lines of Arabic from the right, with figures and Latin words as they stand', () => {
    const written = writePages([
      page([
        piece('العربية', 50, 100),
        piece('2019', 100, 100),
        piece('Reuters', 130, 100),
        piece('الشاحنة', 180, 100),
      ]),
    ]);

    expect(written.text).toBe('الشاحنة 2019 Reuters العربية');
    expect(written.blocks.map(({ direction }) => direction)).toEqual(['rtl']);
  });

  it('PDF-3 reads what is turned behind what stands upright', () => {
    const written = writePages([page([piece('Turned', 10, 400, { turn: 90 }), piece('Upright', 50, 700)])]);

    expect(written.text).toBe('Upright\n\nTurned');
  });
});

describe('pages', () => {
  const head = (number: number) => [piece('The Daily Lorry', 50, 30), piece(`Page ${number} of 4`, 250, 780)];
  const bodies = [
    lines(50, 100, `${FULL} it`, `${FULL} it`),
    lines(50, 100, 'go on to the next page, where it ended.', 'Another begins.'),
    [],
    lines(50, 100, 'The last page has words of its own again.'),
  ];
  const pages = bodies.map((body, at) => page([...head(at + 1), ...body], ['i', 'ii', '1', '2'][at]));

  it('PDF-5 know where they begin, also in the midst of a paragraph, and those without words', () => {
    const written = writePages(bodies.map((body, at) => page(body, `p${at}`)));

    expect(written.pages.map(({ start, label }) => `${label} ${written.text.slice(start, start + 12)}`)).toEqual([
      'p0 The lorry le',
      'p1 go on to the',
      'p2 The last pag',
      'p3 The last pag',
    ]);
  });

  it('PDF-5 let a paragraph go on that the end of a page parts', () => {
    expect(writePages(pages).text).toContain(`${FULL} it ${FULL} it go on to the next page, where it ended.`);
  });

  it('PDF-6 fold what stands at the head and foot of page after page, and nothing else', () => {
    const written = writePages(pages);
    const folded = written.folds.map(({ start, end }) => written.text.slice(start, end));

    expect(folded.filter((text) => text === 'The Daily Lorry')).toHaveLength(4);
    expect(folded.filter((text) => /^Page \d of 4$/.test(text))).toHaveLength(4);
    expect(folded).toHaveLength(8);
  });

  it('PDF-7 keep links with their words', () => {
    const link = { left: 70, right: 92, top: 90, bottom: 103, address: 'https://example.org/' };
    const { text, links } = writePages([page([piece('See this page.', 50, 100)], '1', [link])]);

    expect(links.map(({ start, end, address }) => `${text.slice(start, end)} ${address}`)).toEqual([
      'this https://example.org/',
    ]);
  });
});
