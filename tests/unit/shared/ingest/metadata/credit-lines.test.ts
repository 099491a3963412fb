import { describe, expect, it } from 'vitest';
import type { ReadArticle } from '#shared/ingest/reader.ts';
import { readPage, readText } from '../../../../support/ingest/read.ts';

const STORY = 'Shells hit the market\n\nFive people were killed in the market on Thursday, rescue workers said.';

const read = async (...lines: string[]): Promise<ReadArticle> => {
  const [article] = (await readText([STORY, ...lines].join('\n\n'))).articles;
  if (!article) throw new Error('There is no article.');
  return article;
};
const said = ({ observed }: ReadArticle) =>
  observed.filter(({ rule }) => rule === 'line').map(({ field, value, place }) => `${field} ${value} (${place})`);

describe('lines at the edge of a text', () => {
  it.each([
    ['authors', 'Articles by: Ada Lovelace', ['byline Ada Lovelace (articles by)']],
    [
      'several authors',
      'Articles by: Ada Lovelace and Charles Babbage',
      ['byline Ada Lovelace (articles by)', 'byline Charles Babbage (articles by)'],
    ],
    [
      'where it came from first',
      'The original source of this article is Corvane Wire',
      ['other Corvane Wire (original source)'],
    ],
    [
      'who grants permission',
      'Dervah Monitor grants permission to cross-post its articles on community sites.',
      ['siteName Dervah Monitor (permission)'],
    ],
    [
      'who holds the rights, and the outlet',
      'Copyright © Ada Lovelace, Ostavel Courier, 2019',
      ['siteName Ostavel Courier (copyright)', 'other Copyright © Ada Lovelace, Ostavel Courier, 2019 (copyright)'],
    ],
    [
      'nothing in a sentence about such things',
      'He said that the copyright, if any, was theirs, in 2019 at least.',
      [],
    ],
    ['nothing in a long paragraph', `Articles by: ${'Ada Lovelace '.repeat(60)}`, []],
  ])('META-10 say %s', async (_, line, wanted) => {
    expect(said(await read(line))).toEqual(wanted);
  });

  it('META-10 name author and publisher where nothing else does, and the first outlet apart from them', async () => {
    const article = await read(
      'The original source of this article is Corvane Wire',
      'Copyright (c) Ada Lovelace, Ostavel Courier, 2019',
      'Articles by: Ada Lovelace',
    );

    expect(article).toMatchObject({ byline: ['Ada Lovelace'], siteName: 'Ostavel Courier', published: null });
  });

  it('META-10 give way to what a page states of itself', async () => {
    const article = await readPage(
      `<head><meta property="og:site_name" content="Northline"><meta name="author" content="Grace Hopper"></head>
      <body><h1>Shells hit</h1><p>Five were killed.</p><p>Articles by: Ada Lovelace</p><p>© Ada Lovelace, Ostavel Courier, 2019</p></body>`,
    );

    expect(article).toMatchObject({ byline: ['Grace Hopper'], siteName: 'Northline' });
    expect(said(article)).toContain('siteName Ostavel Courier (copyright)');
  });
});
