import { describe, expect, it } from 'vitest';
import { articlesIn, leftOutIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';
import { japanesePdf, type Placed, pdfOf } from '#tests/support/ingest/pdf-file.ts';
import { faultsOf, linksOf } from '#tests/support/ingest/read.ts';

const WORDS: readonly Placed[] = [
  { x: 50, y: 700, text: 'The lorry', size: 24 },
  { x: 50, y: 650, text: 'It left the yard at dawn, and nobody saw it but two.' },
  { x: 50, y: 610, text: 'They said so.' },
];

async function readOne(bytes: Uint8Array, password?: string) {
  const [found] = articlesIn(await outcomesOf(bytes, password === undefined ? {} : { password }));
  if (found === undefined) throw new Error('no article');
  expect(faultsOf(found.article)).toEqual([]);
  return found;
}

describe('a PDF', () => {
  it('PDF-1 PDF-5 gives its text with its pages', async () => {
    const { article, capture } = await readOne(pdfOf([WORDS, [{ x: 50, y: 700, text: 'Page two.' }]]));

    expect(article.text).toBe(
      'The lorry\n\nIt left the yard at dawn, and nobody saw it but two.\n\nThey said so.\n\nPage two.',
    );
    expect(article.pages).toEqual([
      { start: 0, label: '1' },
      { start: article.text.indexOf('Page two.'), label: '2' },
    ]);
    expect([article.title, capture.mediaType]).toEqual(['The lorry', 'application/pdf']);
  });

  it('PDF-1 knows the letters of old fonts by the maps that the program carries', async () => {
    expect((await readOne(japanesePdf())).article.text).toBe('日本');
  });

  it('PDF-4 gives Hebrew and Arabic in the order in which they are read', async () => {
    const drawn = (text: string) => [...text].reverse().join('');
    const page = ['שלום עולם', 'الشاحنة غادرت'].map((text, at) => ({ x: 50, y: 700 - at * 40, text: drawn(text) }));

    expect((await readOne(pdfOf([page]))).article.text).toBe('שלום עולם\n\nالشاحنة غادرت');
  });

  it('PDF-7 keeps links, and none that runs something', async () => {
    const links = [
      { rect: [50, 645, 100, 662], address: 'https://example.org/a' },
      { rect: [50, 605, 100, 620], address: 'javascript:alert\\(1\\)' },
    ];

    expect(linksOf((await readOne(pdfOf([WORDS], { links }))).article)).toEqual([
      expect.stringContaining('-> https://example.org/a'),
    ]);
  });

  it('PDF-8 observes its properties; when it was made is no date of publication', async () => {
    const info = {
      Title: 'The lorry - Daily News',
      Author: 'Ada Lovelace',
      ModDate: "D:20191110213000+03'00'",
      CreationDate: 'D:20191110',
      Producer: 'By hand',
    };
    const { article } = await readOne(pdfOf([WORDS], { info }));

    expect([article.title, article.byline, article.published, article.modified]).toEqual([
      'The lorry - Daily News',
      ['Ada Lovelace'],
      null,
      '2019-11-10T21:30:00+03:00',
    ]);
    expect(
      article.observed.filter(({ rule }) => rule === 'properties').map(({ place, value }) => `${place} ${value}`),
    ).toEqual([
      'Title The lorry - Daily News',
      'Author Ada Lovelace',
      'ModDate 2019-11-10T21:30:00+03:00',
      'CreationDate 2019-11-10',
      'Producer By hand',
    ]);
  });

  it('PDF-8 takes a headline that stands in the title of a page before that title', async () => {
    const page = [{ x: 50, y: 700, text: 'The lorry left at dawn', size: 24 }, ...WORDS.slice(1)];
    const { article } = await readOne(pdfOf([page], { info: { Title: 'The lorry left at dawn - Daily News' } }));

    expect(article.title).toBe('The lorry left at dawn');
  });

  it('READ-2 is read the same from its capture alone', async () => {
    const { article, capture, hints } = await readOne(pdfOf([WORDS]));

    expect(articlesIn(await outcomesOf(capture.bytes, hints))[0]?.article).toEqual(article);
  });
});

describe('a locked PDF', () => {
  const locked = pdfOf([WORDS], { password: 'dawn' });

  it('PDF-9 asks for its password, tells of a wrong one, and is read with the right one', async () => {
    expect(leftOutIn(await outcomesOf(locked))).toEqual([
      expect.objectContaining({ code: 'locked', reason: expect.stringContaining('needs its password') }),
    ]);
    expect(leftOutIn(await outcomesOf(locked, { password: 'dusk' }))).toEqual([
      expect.objectContaining({ code: 'locked', reason: expect.stringContaining('not the password') }),
    ]);
    expect((await readOne(locked, 'dawn')).article.text).toContain('It left the yard at dawn');
  });
});

describe('a PDF that is damaged or empty', () => {
  it.each([
    ['has no words', pdfOf([[]]), 'no-text'],
    ['has no pages', pdfOf([], { pageTree: '<</Type/Pages/Count 0/Kids[]>>' }), 'no-text'],
    [
      'has pages that are their own parents',
      pdfOf([WORDS], { pageTree: '<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>' }),
      'unreadable',
    ],
    ['is a first line', new TextEncoder().encode('%PDF-1.7\n'), 'unreadable'],
    ['is cut in its first half', pdfOf([WORDS]).slice(0, 300), 'unreadable'],
  ])('PDF-10 says that it %s', { timeout: 60_000 }, async (_, bytes, code) => {
    const outcomes = await outcomesOf(bytes);

    expect(linesOf(outcomes)).toEqual([expect.stringMatching(new RegExp(`file: (?:no-text|${code})`))]);
    expect(leftOutIn(outcomes)[0]?.reason).toMatch(/PDF/);
  });

  it('PDF-10 is read although its table of contents stands elsewhere than it says', async () => {
    const moved = Buffer.from(pdfOf([WORDS]))
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n7');

    expect((await readOne(new Uint8Array(Buffer.from(moved, 'latin1')))).article.text).toContain('It left the yard');
  });

  it('PDF-10 claims a billion pages, and has one', { timeout: 60_000 }, async () => {
    const claiming = pdfOf([WORDS], { pageTree: '<</Type/Pages/Count 1000000000/Kids[10 0 R]>>' });

    expect((await readOne(claiming)).article.text).toContain('It left the yard');
  });
});
