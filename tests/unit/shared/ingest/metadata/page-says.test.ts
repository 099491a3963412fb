import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/ingest/metadata/iso-date.ts';
import type { ReadArticle } from '#shared/ingest/reader.ts';
import { readPage } from '#tests/support/ingest/read.ts';

const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const NEWS = {
  '@type': 'NewsArticle',
  headline: 'Market shelled',
  author: [{ '@type': 'Person', name: 'Ada Lovelace' }, { name: 'Grace Hopper' }],
  datePublished: '2024-03-14T11:20:00+03:00',
  dateModified: '2024-03-15T09:00:00Z',
  articleSection: ['Valley', 'World'],
  keywords: ['market', 'truce'],
  publisher: { '@type': 'Organization', name: 'Corvane Wire' },
  inLanguage: 'en_GB',
};

describe('what a page says of itself, to machines and to readers', () => {
  it('META-2 reads linked data', async () => {
    expect(await readPage(linked(NEWS))).toMatchObject({
      title: 'Market shelled',
      byline: ['Ada Lovelace', 'Grace Hopper'],
      published: '2024-03-14T11:20:00+03:00',
      modified: '2024-03-15T09:00:00Z',
      section: 'Valley',
      keywords: ['market', 'truce'],
      siteName: 'Corvane Wire',
      language: 'en-GB',
    });
  });

  it.each([
    ['in a graph', linked({ '@graph': [{ '@type': 'WebSite', name: 'x' }, NEWS] })],
    ['in a list', linked([{ '@type': 'BreadcrumbList' }, NEWS])],
    ['with line breaks in strings', linked(NEWS).replace('Market shelled', 'Market\n shelled')],
    ['with a comma too many', linked(NEWS).replace('"inLanguage":"en_GB"}', '"inLanguage":"en_GB",}')],
    ['with HTML’s escapes', linked({ ...NEWS, headline: 'Market &#115;helled' })],
    ['behind an object that is broken', `<script type="application/ld+json">{"@type":</script>${linked(NEWS)}`],
  ])('META-2 reads linked data %s', async (_, page) => {
    expect(await readPage(page)).toMatchObject({ title: 'Market shelled', byline: ['Ada Lovelace', 'Grace Hopper'] });
  });

  it('META-3 reads what elements are marked as', async () => {
    const page = `<h1 itemprop="headline">Market shelled</h1><span itemprop="author"><b itemprop="name">Ada Lovelace</b></span>
      <time itemprop="datePublished" datetime="2024-03-14">today</time>`;

    expect(await readPage(page)).toMatchObject({
      title: 'Market shelled',
      byline: ['Ada Lovelace'],
      published: '2024-03-14',
    });
  });

  it.each([
    ['a line', '<h1>Market shelled</h1><p>By Ada Lovelace</p><p>14 March 2024</p>'],
    ['one line of both', '<h1>Market shelled</h1><p>By Ada Lovelace | 14 March 2024</p>'],
    ['classes', '<h1>Market shelled</h1><div class="post-author">Ada Lovelace</div><div class="date">14.03.2024</div>'],
  ])('META-4 reads a visible byline and date in %s', async (_, page) => {
    const text = `<p>${'Shells struck the covered market early on Thursday, rescue workers said. '.repeat(4)}</p>`;
    expect(await readPage(page + text)).toMatchObject({ byline: ['Ada Lovelace'], published: '2024-03-14' });
  });

  it('META-4 takes “By agreement with …” for no byline', async () => {
    expect(await readPage('<h1>Market shelled</h1><p>By agreement with the wire.</p>')).toMatchObject({ byline: [] });
  });

  it('META-5 knows a date from the address, and none from anywhere else', async () => {
    const dated = await readPage('<p>x', { address: 'https://a.example/2019/11/10/story' });
    const undated = await readPage('<p>x', { address: 'https://a.example/story-20191399' });

    expect([dated.published, undated.published]).toEqual(['2019-11-10', null]);
  });

  it('META-6 keeps every value that conflicts, with its place', async () => {
    const page = `${linked(NEWS)}<meta property="article:published_time" content="2024-03-13"><time datetime="2024-03-12">`;
    const article = await readPage(page);

    expect(article.published).toBe('2024-03-14T11:20:00+03:00');
    expect(valuesOf(article, 'published')).toEqual([
      ['2024-03-14T11:20:00+03:00', 'NewsArticle.datePublished'],
      ['2024-03-13', 'meta[property="article:published_time"]'],
      ['2024-03-12', 'time'],
    ]);
  });

  it('META-7 chooses people before the outlet, and keeps both', async () => {
    const page = `${linked({ ...NEWS, author: { name: 'Corvane Wire' } })}<meta name="author" content="Ada Lovelace">`;
    const article = await readPage(page);

    expect(article.byline).toEqual(['Ada Lovelace']);
    expect(valuesOf(article, 'byline').map(([value]) => value)).toEqual(['Corvane Wire', 'Ada Lovelace']);
  });
});

describe('META-8 titles', () => {
  it.each([
    ['its name', '<title>Market shelled - The Courier</title><meta property="og:site_name" content="The Courier">'],
    ['a bar', '<title>Market shelled | Courier online</title>'],
    ['the heading', '<title>News - Market shelled - Port Ansel</title><h2>Market shelled</h2>'],
  ])('lose the site’s name by %s', async (_, page) => {
    expect(await readPage(page)).toMatchObject({ title: 'Market shelled' });
  });

  it.each([
    'Five dead - and many questions',
    'Israel: was bekannt ist',
    'Sophie Binet met en garde sur la « gravité de la situation »',
  ])('leave %s whole', async (title) => {
    expect(await readPage(`<title>${title}</title><meta property="og:title" content="${title}">`)).toMatchObject({
      title,
    });
  });
});

describe('META-9 isoDate', () => {
  it.each([
    ['2024-03-14', '2024-03-14'],
    ['2024-03-14T06:40Z', '2024-03-14T06:40:00Z'],
    ['2024-03-14 06:40:01.123+0300', '2024-03-14T06:40:01+03:00'],
    ['2024-02-30', null],
    ['2023-02-29', null],
    ['0000-01-01', null],
    ['2024-03-14T25:00', null],
    ['2024-03-14T10:00+19:00', null],
    ['14 March 2024', null],
  ])('reads %s as %s', (written, date) => {
    expect(isoDate(written)).toBe(date);
  });
});

function valuesOf({ observed }: ReadArticle, wanted: string): [string, string][] {
  return observed.filter(({ field }) => field === wanted).map(({ value, place }) => [value, place]);
}

describe('escapes of HTML in linked data', () => {
  it.each([
    ['Zerst&ouml;rung', 'Zerstörung'],
    ['&Eacute;cole &agrave; c&ocirc;t&eacute;', 'École à côté'],
    ['&laquo;Ja&raquo; &ndash; Stra&szlig;e', '«Ja» – Straße'],
    ['AT&T &unknown; &amp;', 'AT&T &unknown; &'],
  ])('META-2 are read as what they stand for: %s', async (headline, wanted) => {
    const markup = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline, author: 'Ada Lovelace' })}</script><p>x</p>`;

    expect((await readPage(markup)).title).toBe(wanted);
  });
});
