import { describe, expect, it } from 'vitest';
import type { ReadArticle } from '#shared/ingest/reader.ts';
import { readPage } from '#tests/support/ingest/read.ts';

const PARAGRAPHS = [
  'Shells struck the covered market in Marjouna early on Thursday, killing at least five people and wounding twelve, rescue workers said.',
  'Three rounds landed within ten minutes, when traders were setting up their stalls, according to the rescue corps of the district.',
  'The army denied having fired on the town. “No unit engaged any target inside the town,” a spokesman told state radio on Thursday.',
  'The crossing, the only road out of the valley for aid convoys, was shut within hours, and remained closed on Friday morning.',
];
const ARTICLE = PARAGRAPHS.map((words) => `<p>${words}</p>`).join('');
const NAVIGATION =
  '<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>';
const FOOTER =
  '<footer class="site-footer"><p>© 2024 The Courier. All rights reserved.</p><p><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer>';
const RELATED =
  '<aside class="related"><h2>Most read</h2><ul><li><a href="/a">Bridge strike kills a driver</a></li><li><a href="/b">Bread price to rise in April</a></li></ul></aside>';
const PAGE = `<title>Market shelled | The Courier</title><meta property="og:title" content="Market shelled">
<body>${NAVIGATION}<main><article><h1>Market shelled</h1>${ARTICLE}</article>${RELATED}</main>${FOOTER}`;

describe('folding what is not the article', () => {
  it('EXTRACT-1 shows the article and nothing else of a page', async () => {
    expect(shown(await readPage(PAGE))).toEqual(['Market shelled', ...PARAGRAPHS]);
  });

  it('EXTRACT-2 gives each fold its reason', async () => {
    const article = await readPage(PAGE);

    expect(hidden(article)).toMatchObject([
      ['navigation', expect.stringContaining('Home')],
      ['related', expect.stringContaining('Bridge strike')],
      ['disclaimer', '© 2024 The Courier. All rights reserved.'],
      ['navigation', 'Imprint Privacy'],
    ]);
  });

  it('EXTRACT-3 keeps every word in the text, folded or not', async () => {
    const { text } = await readPage(PAGE);

    for (const words of ['Sport', 'Market shelled', ...PARAGRAPHS, 'Most read', 'Imprint'])
      expect(text).toContain(words);
  });

  it('EXTRACT-4 shows the headline, whether or not it repeats the title', async () => {
    for (const headline of ['Market shelled', 'What is known of the attack']) {
      const page = await readPage(PAGE.replace('<h1>Market shelled', `<h1>${headline}`));

      expect(shown(page)[0]).toBe(headline);
    }
  });

  it('EXTRACT-5 shows a short line of a short page that nothing gives away', async () => {
    const page = await readPage(PAGE.replace('</article>', '<p>Bus 4</p><p>“We pulled five out.”</p></article>'));

    expect(shown(page)).toEqual(expect.arrayContaining(['Bus 4', '“We pulled five out.”']));
  });

  it.each([
    ['has nothing but a title', '<title>A title</title><body>', []],
    ['has one line', '<p>Five were killed.', ['Five were killed.']],
    ['is furniture only', `<body>${NAVIGATION}${FOOTER}`, null],
  ])('EXTRACT-5 keeps all blocks of a page that %s', async (_, page, wanted) => {
    const article = await readPage(page);

    if (wanted !== null) expect(shown(article)).toEqual(wanted);
    else expect(shown(article)).toContain('Home');
  });

  it('EXTRACT-5 keeps a page of one paragraph', async () => {
    expect((await readPage('<p>Five were killed.')).folds).toEqual([]);
  });

  it('EXTRACT-6 reads the same page to the same folds', async () => {
    expect(await readPage(PAGE)).toEqual(await readPage(PAGE));
  });

  it('EXTRACT-7 counts the words of the article alone', async () => {
    const { words } = await readPage(PAGE);

    expect(words).toBe(['Market shelled', ...PARAGRAPHS].join(' ').match(/\p{L}+/gu)?.length);
  });

  it('EXTRACT-8 keeps a heading between two paragraphs of the article', async () => {
    const [first, second, ...rest] = ARTICLE.split(/(?=<p>)/);
    const page = PAGE.replace(ARTICLE, `${first}${second}<h2>Crossing closed</h2>${rest.join('')}`);

    expect(shown(await readPage(page))).toContain('Crossing closed');
  });

  it('EXTRACT-9 names the extractor and its version', async () => {
    expect(await readPage(PAGE)).toMatchObject({ extractor: 'html-article', extractorVersion: '2' });
  });
});

function shown({ text, blocks, folds }: ReadArticle): string[] {
  return blocks
    .filter(({ start, end }) => !folds.some((fold) => fold.start <= start && end <= fold.end))
    .map(({ start, end }) => text.slice(start, end));
}

function hidden({ text, folds }: ReadArticle): [string, string][] {
  return folds.map(({ start, end, reason }) => [reason, text.slice(start, end)]);
}
