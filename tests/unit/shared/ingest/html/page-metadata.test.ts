import { describe, expect, it } from 'vitest';
import { readPage } from '#tests/support/ingest/read.ts';

const meta = (key: string, content: string, attribute = 'name') => `<meta ${attribute}="${key}" content="${content}">`;
const property = (key: string, content: string) => meta(key, content, 'property');

describe('what a page says of itself', () => {
  it.each([
    [
      'INGEST-13 the shared title first',
      `<title>a | Site</title>${property('og:title', 'b')}<h1>c</h1>`,
      { title: 'b' },
    ],
    [
      'INGEST-13 the one heading before the window title',
      '<title>a | Site</title><h1>c <b>d</b></h1>',
      { title: 'c d' },
    ],
    ['INGEST-13 the window title where there are two headings', '<title>a</title><h1>b</h1><h1>c</h1>', { title: 'a' }],
    [
      'INGEST-13 the first words where there is no title',
      '<p>The lorry left.<p>It came.',
      { title: 'The lorry left.' },
    ],
    ['INGEST-13 authors', meta('author', 'Ada Lovelace; Grace Hopper'), { byline: ['Ada Lovelace', 'Grace Hopper'] }],
    [
      'INGEST-13 several authors',
      property('article:author', 'Ada') + property('article:author', 'Grace'),
      { byline: ['Ada', 'Grace'] },
    ],
    [
      'INGEST-13 no address for an author',
      property('article:author', 'https://a.example/ada') + meta('dc.creator', 'Ada'),
      { byline: ['Ada'] },
    ],
    ['INGEST-13 the day', meta('date', '2024-03-14'), { published: '2024-03-14' }],
    [
      'INGEST-13 the hour with its zone',
      property('article:published_time', '2024-03-14T06:40:00+03:00'),
      { published: '2024-03-14T06:40:00+03:00' },
    ],
    ['INGEST-13 a date in words', meta('pubdate', '14 March 2024, 06:40'), { published: '2024-03-14T06:40:00' }],
    [
      'INGEST-13 a date by its mark-up',
      '<time itemprop="datePublished" datetime="2024-03-14">yesterday</time>',
      { published: '2024-03-14' },
    ],
    ['INGEST-13 no date that can be read two ways', meta('date', '03/04/2024'), { published: null }],
    [
      'INGEST-13 the next date where the first cannot be read',
      `${meta('date', 'soon')}<time pubdate datetime="2024-03-14">`,
      { published: '2024-03-14' },
    ],
    [
      'INGEST-13 a time that stands on the page, where nothing says more',
      '<time datetime="2024-03-14">',
      { published: '2024-03-14' },
    ],
    ['INGEST-13 when it was changed', property('article:modified_time', '2024-03-15'), { modified: '2024-03-15' }],
    [
      'INGEST-13 the canonical address',
      '<link rel="alternate canonical" href="/a">',
      { canonicalUrl: 'https://a.example/a' },
    ],
    ['INGEST-13 its own address', property('og:url', 'https://b.example/'), { url: 'https://b.example/' }],
    ['INGEST-13 where it was captured', '<p>x', { url: 'https://a.example/p' }],
    [
      'INGEST-13 no address that would run something',
      '<link rel=canonical href="javascript:x">',
      { canonicalUrl: null },
    ],
    ['INGEST-13 the language', '<html lang="ar-SY">', { language: 'ar-SY' }],
    ['INGEST-13 the language for sharing', property('og:locale', 'en_GB'), { language: 'en-GB' }],
    ['INGEST-13 no language that is none', '<html lang="English (UK)">', { language: null }],
    [
      'INGEST-13 section, publisher and keywords',
      `${property('article:section', 's')}${property('og:site_name', 'p')}${meta('keywords', 'a, b,, a')}`,
      { section: 's', siteName: 'p', keywords: ['a', 'b'] },
    ],
    ['INGEST-13 normalised words', property('og:title', ' cafe\u0301 \n x '), { title: 'café x' }],
    ['INGEST-13 no title of a drawing', '<svg><title>a</title></svg><p>b', { title: 'b' }],
    ['INGEST-13 nothing of a template', '<template><title>a</title></template><p>b', { title: 'b' }],
    ['INGEST-13 no value of thousands of letters', property('og:title', 'x'.repeat(3000)), { title: '' }],
  ])('is chosen: %s', async (_, markup, wanted) => {
    expect(await readPage(markup, { address: 'https://a.example/p' })).toMatchObject(wanted);
  });

  it('INGEST-13 keeps everything observed, with the place it stood at', async () => {
    const { observed } = await readPage(`<title>a</title>${property('og:title', 'b')}${meta('date', 'soon')}`);

    expect(observed).toEqual([
      { field: 'title', value: 'b', rule: 'meta', place: 'meta[property="og:title"]' },
      { field: 'title', value: 'a', rule: 'title', place: 'title' },
      { field: 'published', value: 'soon', rule: 'meta', place: 'meta[name="date"]' },
    ]);
  });

  it('INGEST-13 finds the script and counts the words', async () => {
    expect(await readPage('<p>قتل ثلاثة أشخاص في Tell Tamr')).toMatchObject({ script: 'Arab', words: 6 });
  });
});
