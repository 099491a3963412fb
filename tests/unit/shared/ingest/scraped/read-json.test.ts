import { describe, expect, it } from 'vitest';
import type { ByteSource } from '#shared/ingest/byte-source.ts';
import { SCRAPER_TOOLS } from '#shared/ingest/scraped/scraper-tools.ts';
import { lawsBrokenBy } from '#tests/support/ingest/laws.ts';
import { articlesIn, leftOutIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const TEXT = 'The lorry left the harbour at dawn.\nA second lorry left at dusk, as two drivers said.';

/** One record of each tool, as the tool writes it. */
const RECORDS: Record<string, object> = {
  trafilatura: {
    title: 'The lorry left',
    author: 'Ada Lovelace; Charles Babbage',
    hostname: 'example.org',
    date: '2019-11-10',
    fingerprint: 'a1b2',
    id: null,
    license: null,
    comments: '',
    raw_text: TEXT,
    text: TEXT,
    language: 'en',
    image: 'https://example.org/a.jpg',
    pagetype: 'article',
    filedate: '2024-01-01',
    source: 'https://example.org/lorry',
    'source-hostname': 'Example',
    excerpt: 'A lorry.',
    categories: 'World',
    tags: 'lorry;harbour',
  },
  'news-please': {
    authors: ['Ada Lovelace', 'Charles Babbage'],
    date_download: '2024-01-01 10:00:00',
    date_modify: null,
    date_publish: '2019-11-10 00:00:00',
    description: 'A lorry.',
    filename: 'x.json',
    image_url: 'https://example.org/a.jpg',
    language: 'en',
    localpath: null,
    maintext: TEXT,
    source_domain: 'Example',
    title: 'The lorry left',
    title_page: null,
    title_rss: null,
    url: 'https://example.org/lorry',
  },
  fundus: {
    title: 'The lorry left',
    authors: ['Ada Lovelace', 'Charles Babbage'],
    publishing_date: '2019-11-10',
    topics: ['lorry', 'harbour'],
    lang: 'en',
    publisher: 'Example',
    html: {
      requested_url: 'https://example.org/lorry',
      responded_url: 'https://example.org/lorry',
      crawl_date: '2024-01-01T10:00:00',
    },
    body: { summary: [], sections: [{ headline: [], paragraphs: TEXT.split('\n') }] },
    plaintext: TEXT,
  },
  newspaper: {
    url: 'https://example.org/lorry',
    title: 'The lorry left',
    top_image: 'https://example.org/a.jpg',
    movies: [],
    meta_site_name: 'Example',
    tags: ['lorry', 'harbour'],
    authors: ['Ada Lovelace', 'Charles Babbage'],
    publish_date: '2019-11-10T00:00:00+00:00',
    meta_lang: 'en',
    text: TEXT,
  },
  goose3: {
    title: 'The lorry left',
    authors: ['Ada Lovelace', 'Charles Babbage'],
    publish_date: '2019-11-10',
    cleaned_text: TEXT,
    meta: { canonical: 'https://example.org/lorry', lang: 'en', description: 'A lorry.' },
    domain: 'example.org',
    tags: ['lorry'],
  },
  readability: {
    title: 'The lorry left',
    byline: 'By Ada Lovelace and Charles Babbage',
    dir: null,
    lang: 'en',
    content: `<div>${TEXT.split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}</div>`,
    textContent: TEXT,
    length: 90,
    excerpt: 'A lorry.',
    siteName: 'Example',
    publishedTime: '2019-11-10',
  },
  mercury: {
    title: 'The lorry left',
    author: 'Ada Lovelace and Charles Babbage',
    content: `<div>${TEXT.split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}</div>`,
    date_published: '2019-11-10T00:00:00.000Z',
    lead_image_url: null,
    domain: 'example.org',
    url: 'https://example.org/lorry',
    word_count: 16,
  },
  'json-feed': {
    id: '7',
    title: 'The lorry left',
    authors: [{ name: 'Ada Lovelace' }, { name: 'Charles Babbage' }],
    url: 'https://example.org/lorry',
    date_published: '2019-11-10T00:00:00Z',
    content_text: TEXT,
  },
  'json-ld': {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'The lorry left',
    author: [
      { '@type': 'Person', name: 'Ada Lovelace' },
      { '@type': 'Person', name: 'Charles Babbage' },
    ],
    datePublished: '2019-11-10',
    url: 'https://example.org/lorry',
    articleBody: TEXT,
  },
};

describe('SCRAPED-1: the records of a tool', () => {
  it('are known for every tool', () => {
    expect(Object.keys(RECORDS).sort()).toEqual(SCRAPER_TOOLS.map(({ name }) => name).sort());
  });

  it.each(Object.entries(RECORDS))('of %s are known by their fields', async (name, record) => {
    const outcomes = await outcomesOf(JSON.stringify(record));
    const [found] = articlesIn(outcomes);

    expect(found?.origin.capturedWith).toBe(name);
    expect(found?.article).toMatchObject({ title: 'The lorry left', byline: ['Ada Lovelace', 'Charles Babbage'] });
    expect(found?.article.text.split(/\n+/)).toEqual(TEXT.split('\n'));
    expect(found?.article.published).toMatch(/^2019-11-10/);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('keep what no field of an article is for', async () => {
    const [found] = articlesIn(await outcomesOf(JSON.stringify(RECORDS['trafilatura'])));

    expect(found?.article).toMatchObject({
      url: 'https://example.org/lorry',
      siteName: 'Example',
      keywords: ['lorry', 'harbour'],
    });
    expect(found?.article.observed).toContainEqual({
      field: 'other',
      value: 'a1b2',
      rule: 'trafilatura',
      place: 'fingerprint',
    });
  });

  it('keep the headlines of sections that Fundus keeps apart', async () => {
    const body = {
      summary: ['In short.'],
      sections: [
        { headline: [], paragraphs: ['One.'] },
        { headline: ['At dusk'], paragraphs: ['Two.'] },
      ],
    };
    const [found] = articlesIn(await outcomesOf(JSON.stringify({ ...RECORDS['fundus'], body })));

    expect(
      found?.article.blocks.map(({ kind, start, end }) => `${kind} ${found.article.text.slice(start, end)}`),
    ).toEqual(['paragraph In short.', 'paragraph One.', 'heading At dusk', 'paragraph Two.']);
  });
});

const item = (title: string) => ({
  url: `https://example.org/${title}`,
  title,
  body: ['One paragraph.', 'Another one.'],
  scraped_at: '2024-01-01T00:00:00',
});
const items = ['The lorry', 'The van', 'The ship'].map(item);

describe('SCRAPED-2: how records stand in a file', () => {
  it.each([
    ['an object on each line', items.map((each) => JSON.stringify(each)).join('\n'), 'line'],
    [
      'with line breaks of Windows, a mark and empty lines',
      `\uFEFF${items.map((each) => JSON.stringify(each)).join('\r\n\r\n')}\r\n`,
      'line',
    ],
    ['a list in one line', JSON.stringify(items), 'item'],
    ['a list over many lines', JSON.stringify(items, null, 2), 'item'],
    [
      'a list of an item on each line, as Scrapy writes it',
      `[\n${items.map((each) => JSON.stringify(each)).join(',\n')}\n]`,
      'item',
    ],
    [
      'a list within what an interface answered',
      JSON.stringify({ status: 'ok', total: 3, articles: items }),
      'articles',
    ],
  ])('is found: %s', async (_, content, step) => {
    const outcomes = await outcomesOf(content);

    expect(outcomes[0]).toMatchObject({ kind: 'container', format: 'json' });
    expect(articlesIn(outcomes).map(({ article }) => `${article.title}: ${article.text}`)).toEqual(
      items.map(({ title }) => `${title}: One paragraph.\n\nAnother one.`),
    );
    expect(outcomes.slice(1).every(({ place }) => place.path.join().startsWith(step))).toBe(true);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('is found: the items of a JSON Feed', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Example',
      home_page_url: 'https://example.org/',
      items: [
        { id: '1', url: 'https://example.org/1', title: 'The lorry', content_html: '<p>It left.</p>' },
        { id: '2', url: 'https://example.org/2', content_text: 'A note.' },
      ],
    };
    const outcomes = await outcomesOf(JSON.stringify(feed));

    expect(articlesIn(outcomes).map(({ within, article }) => [within, article.title, article.text])).toEqual([
      ['items[1]', 'The lorry', 'It left.'],
      ['items[2]', 'A note.', 'A note.'],
    ]);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('READ-2: each capture is the record as it stands, at its place', async () => {
    const content = `[\n ${items.map((each) => JSON.stringify(each, null, 1)).join(' ,\n ')}\n]\n`;
    const found = articlesIn(await outcomesOf(content));

    expect(found.map(({ capture }) => Buffer.from(capture.bytes).toString())).toEqual(
      items.map((each) => JSON.stringify(each, null, 1)),
    );
    for (const { place, capture } of found) {
      expect(content.slice(place.offset ?? -1, (place.offset ?? 0) + (place.size ?? 0))).toBe(
        Buffer.from(capture.bytes).toString(),
      );
    }
  });

  it('takes no text that begins with a bracket for JSON', async () => {
    expect(linesOf(await outcomesOf('[1] A footnote\n\nand its text.'))).toEqual(['file: article [1] A footnote']);
    expect(linesOf(await outcomesOf('{sic} he wrote'))).toEqual(['file: article {sic} he wrote']);
  });
});

describe('SCRAPED-3: fields that nobody knows', () => {
  const unknown = [
    { k: 'a1', heading: 'The lorry', blob: 'The lorry left at dawn. '.repeat(20) },
    { k: 'a2', heading: 'The van', blob: 'The van left at dusk. '.repeat(20), extra: { note: 'seen' } },
  ];
  const content = unknown.map((each) => JSON.stringify(each)).join('\n');

  it('are asked for, with all columns, their values and a proposal', async () => {
    const [left] = leftOutIn(await outcomesOf(content));

    expect(left).toMatchObject({
      code: 'unmapped',
      place: { path: [] },
      guess: { form: null, columns: ['k', 'heading', 'blob', 'extra.note'] },
    });
    expect(left?.guess?.rows.map((row) => row[3])).toEqual(['', 'seen']);
    expect(left?.guess?.mapping.fields).toEqual([
      { column: 'heading', field: 'title' },
      { column: 'blob', field: 'text' },
    ]);
  });

  it('are read by the mapping that is chosen; the others are kept', async () => {
    const mapping = {
      fields: [
        { column: 'blob', field: 'text' },
        { column: 'k', field: 'title' },
      ],
    } as const;
    const outcomes = await outcomesOf(content, { mapping });
    const found = articlesIn(outcomes);

    expect(found.map(({ article }) => article.title)).toEqual(['a1', 'a2']);
    expect(found[1]?.article.observed).toContainEqual({
      field: 'other',
      value: 'seen',
      rule: 'json',
      place: 'extra.note',
    });
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });
});

describe('SCRAPED-4: damaged records', () => {
  const good = JSON.stringify(item('The lorry'));

  it.each<[string, string, string[]]>([
    [
      'a line that is cut',
      `${good}\n{"title": "x", "bo\n${good}`,
      ['line 1: article The lorry', 'line 2: unreadable application/json', 'line 3: article The lorry'],
    ],
    [
      'a first line that is damaged',
      `{"title": \n${good}\n${good}`,
      ['line 1: unreadable application/json', 'line 2: article The lorry', 'line 3: article The lorry'],
    ],
    [
      'a file that ends too early',
      `[${good},${good.slice(0, -9)}`,
      ['item 1: article The lorry', 'item 2: unreadable application/json'],
    ],
    [
      'a value that is no object',
      `[${good}, 7, null, "x", [1]]`,
      [
        'item 1: article The lorry',
        'item 2: no-article application/json',
        'item 3: no-article application/json',
        'item 4: no-article application/json',
        'item 5: no-article application/json',
      ],
    ],
    [
      'a record without words',
      `${good}\n${JSON.stringify({ title: 'x', url: 'https://example.org', body: '' })}`,
      ['line 1: article The lorry', 'line 2: no-text application/json'],
    ],
  ])('are told, and the others read: %s', async (_, content, lines) => {
    const outcomes = await outcomesOf(content);

    expect(linesOf(outcomes).slice(1)).toEqual(lines);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('are read and told where a key stands twice', async () => {
    const outcomes = await outcomesOf(good.replace('{', '{"title": "Another title",'));

    expect(articlesIn(outcomes)[0]).toMatchObject({
      article: { title: 'The lorry' },
      remarks: [
        {
          code: 'bad-input',
          words: 'It has more than one value for title; the last one was read. The others stand in the original.',
        },
      ],
    });
  });

  it.each([
    [
      'lists',
      `{"title": "x", "url": "https://example.org/", "text": "Some words.", "deep": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    ],
    [
      'objects',
      `{"title": "x", "url": "https://example.org/", "text": "Some words.", "deep": ${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
    ],
  ])('are read however deep %s stand in them', async (_, content) => {
    const outcomes = await outcomesOf(content);

    expect(articlesIn(outcomes).map(({ article }) => article.title)).toEqual(['x']);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('are read in windows-1252 where they are no UTF-8', async () => {
    const [found] = articlesIn(await outcomesOf(Buffer.from(JSON.stringify(item('Zürich')), 'latin1')));

    expect(found).toMatchObject({
      charset: 'windows-1252',
      article: { title: 'Zürich' },
      remarks: [{ code: 'bad-input' }],
    });
  });

  it('are left out, not held, when one line has a gigabyte', async () => {
    const first = Buffer.from(`${good}\n{"text": "`);
    const most = 200 * 1024 * 1024;
    const source: ByteSource = {
      size: most,
      slice: (start, end) => {
        const bytes = Buffer.alloc(end - start, 'word ');
        if (start < first.length) first.copy(bytes, 0, start, Math.min(end, first.length));
        return { arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) };
      },
    };

    expect(linesOf(await outcomesOf(source))).toEqual([
      'file: container json',
      'line 1: article The lorry',
      'line 2: too-large application/json',
    ]);
  });
});

describe('SCRAPED-2 and SCRAPED-4: large values', () => {
  it('reads the list in one long line that an interface answered, each member as an article of its own', async () => {
    const articles = Array.from({ length: 90 }, (_, at) => ({
      title: `Title ${at}`,
      author: `Ada ${at}`,
      url: `https://example.org/${at}`,
      publishedAt: '2019-11-10T21:30:00Z',
      content: `${TEXT} `.repeat(12),
    }));
    const found = articlesIn(await outcomesOf(`${JSON.stringify({ status: 'ok', articles })}\n`));

    expect(found).toHaveLength(90);
    expect(found[89]?.article).toMatchObject({ title: 'Title 89', url: 'https://example.org/89', byline: ['Ada 89'] });
  });

  it('still reads long lines as lines', async () => {
    const line = JSON.stringify({ maintext: `${TEXT} `.repeat(900), date_publish: '2019-11-10 00:00:00' });

    expect(articlesIn(await outcomesOf(`${line}\n${line}\n`)).map(({ place }) => place.path)).toEqual([
      ['line 1'],
      ['line 2'],
    ]);
  });

  it('reads a record with millions of escaped signs, and those behind it', async () => {
    const records = [`${TEXT}${'\n'.repeat(6_000_000)}`, TEXT].map((maintext) =>
      JSON.stringify({ maintext, date_publish: '2019-11-10 00:00:00' }),
    );

    expect(articlesIn(await outcomesOf(`${records.join('\n')}\n`))).toHaveLength(2);
  });
});
