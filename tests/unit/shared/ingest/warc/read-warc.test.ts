import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#shared/custody/sha256.ts';
import { answer, type MadeRecord, packed, page, record } from '#tests/support/ingest/archives.ts';
import { lawsBrokenBy } from '#tests/support/ingest/laws.ts';
import { articlesIn, leftOutIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const info = record({ type: 'warcinfo', block: 'software: Crawler 7\r\noperator: Desk 3\r\n' });
const first = record({ block: answer(page('The lorry')), uri: 'https://example.org/lorry' });
const second = record({ block: answer(page('The van')), uri: '<https://example.org/the van>' });
const picture = record({ block: answer('\x89PNG').toString().replace('text/html; charset=utf-8', 'image/png') });

const WHOLE = [
  'file: container warc',
  'record 1: no-article text/html',
  'record 2: article The lorry',
  'record 3: no-article image/png',
  'record 4: article The van',
];

describe('ARCHIVE-1: the forms of an archive', () => {
  const records = [info, first, picture, second];

  it.each([
    ['plain', Buffer.concat(records)],
    ['packed by record', packed(records)],
    ['packed as a whole', gzipSync(Buffer.concat(records))],
    [
      'with other empty lines between',
      Buffer.concat([...records.map((each) => Buffer.concat([each, Buffer.from('\n\r\n')]))]),
    ],
    ['without the last empty lines', Buffer.concat(records).subarray(0, -4)],
    [
      'with line breaks of Unix in its headers',
      Buffer.from(
        Buffer.concat(records)
          .toString('latin1')
          .replace(/\r\n/g, '\n')
          .replace(/Content-Length: \d+/g, 'Content-Length: ?'),
        'latin1',
      ),
    ],
  ])('reads every record of one that is %s', async (_, bytes) => {
    const outcomes = await outcomesOf(bytes);

    expect(linesOf(outcomes)).toEqual(WHOLE);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('READ-3: says where each record stands, what it hashes to, and keeps it as it stands', async () => {
    const bytes = packed(records);
    const outcomes = await outcomesOf(bytes);
    const kept = records.map((each) => each.subarray(0, -4));

    expect(outcomes.slice(1).map(({ place }) => [place.offset, place.size, place.hash])).toEqual(
      kept.map((each, at) => [packed(records.slice(0, at)).length, each.length, sha256Hex(each)]),
    );
    expect(articlesIn(outcomes).map(({ capture }) => Buffer.from(capture.bytes).toString())).toEqual(
      [kept[1], kept[3]].map(String),
    );
  });

  it('takes address, dates and crawler from where they are stated', async () => {
    const block = answer(
      page('The lorry'),
      'Date: Sun, 10 Nov 2019 21:30:01 GMT',
      'Last-Modified: Sat, 09 Nov 2019 06:00:00 GMT',
    );
    const [found] = articlesIn(
      await outcomesOf(Buffer.concat([info, record({ block, uri: 'https://example.org/lorry' })])),
    );

    expect(found?.origin).toEqual({
      url: 'https://example.org/lorry',
      httpDate: 'Sun, 10 Nov 2019 21:30:01 GMT',
      capturedAt: '2019-11-10T21:30:00Z',
      capturedBy: 'Desk 3',
      capturedWith: 'Crawler 7',
    });
    expect(found?.article.url).toBe('https://example.org/lorry');
    expect(
      found?.article.observed.filter(({ rule }) => rule === 'http').map(({ place, value }) => `${place}: ${value}`),
    ).toEqual(['status: 200', 'Last-Modified: Sat, 09 Nov 2019 06:00:00 GMT', 'Date: Sun, 10 Nov 2019 21:30:01 GMT']);
  });

  it('reads an address that stands in brackets and has a blank', async () => {
    expect(articlesIn(await outcomesOf(second))[0]?.origin.url).toBe('https://example.org/the van');
  });
});

describe('ARCHIVE-2: what a server sent', () => {
  const words = page('Der Lastwagen für Zürich');
  const chunked = (body: string) =>
    `4\r\n${body.slice(0, 4)}\r\n${(body.length - 4).toString(16)};x=y\r\n${body.slice(4)}\r\n0\r\n\r\n`;

  it.each<[string, Uint8Array | string, string[]]>([
    ['in chunks', chunked(page('The lorry')), ['Transfer-Encoding: chunked']],
    ['in chunks that a tool has joined', page('The lorry'), ['Transfer-Encoding: chunked']],
    ['with gzip', gzipSync(page('The lorry')), ['Content-Encoding: gzip']],
    ['with gzip that a tool has unpacked', page('The lorry'), ['Content-Encoding: gzip']],
    ['with deflate', deflateSync(page('The lorry')), ['Content-Encoding: deflate']],
    ['with deflate as some servers understand it', deflateRawSync(page('The lorry')), ['Content-Encoding: deflate']],
    ['with Brotli', brotliCompressSync(page('The lorry')), ['Content-Encoding: br']],
    ['with Brotli that a tool has unpacked', page('The lorry'), ['Content-Encoding: br']],
    ['with one upon the other', brotliCompressSync(gzipSync(page('The lorry'))), ['Content-Encoding: gzip, br']],
  ])('is read %s', async (_, body, headers) => {
    const outcomes = await outcomesOf(record({ block: answer(body, ...headers) }));

    expect(articlesIn(outcomes).map(({ article }) => article.text)).toEqual(['The lorry is what this page is about.']);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('is read in chunks and packed, in the charset that the server states', async () => {
    const body = gzipSync(Buffer.from(words, 'latin1'));
    const [start, rest] = [body.subarray(0, 20), body.subarray(20)];
    const sent = Buffer.concat([
      Buffer.from('14\r\n'),
      start,
      Buffer.from(`\r\n${rest.length.toString(16)}\r\n`),
      rest,
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    const block = Buffer.from(
      answer(sent, 'Transfer-Encoding: chunked', 'Content-Encoding: gzip')
        .toString('latin1')
        .replace('utf-8', 'iso-8859-1'),
      'latin1',
    );
    const [found] = articlesIn(await outcomesOf(record({ block })));

    expect(found?.article.title).toBe('Der Lastwagen für Zürich');
    expect(found?.charset).toBe('windows-1252');
  });

  it.each<[string, string | Uint8Array, string, RegExp]>([
    ['was packed in an unknown way', answer('x', 'Content-Encoding: zstd'), 'unreadable', /zstd/],
    ['cannot be unpacked', answer('\x01\x02\x03 no such thing', 'Content-Encoding: br'), 'unreadable', /br/],
    [
      'was a redirect',
      answer('', 'X: y').toString().replace('200 OK', '301 Moved'),
      'no-article',
      /301.*another address/,
    ],
    ['was an error', answer(page('x')).toString().replace('200 OK', '404 Not Found'), 'no-article', /404/],
    ['was empty', answer(''), 'no-text', /empty/],
    ['was an image that is called a page', answer(Buffer.from('89504e470d0a1a0a', 'hex')), 'unknown-format', /PNG/],
    ['was JSON', answer('{}').toString().replace('text/html', 'application/json'), 'no-article', /application\/json/],
    [
      'would unpack to more than is held',
      answer(gzipSync(Buffer.alloc(130 * 1024 * 1024)), 'Content-Encoding: gzip'),
      'too-large',
      /128 MB/,
    ],
  ])('READ-3: is left out with the reason when it %s', async (_, block, code, reason) => {
    const outcomes = await outcomesOf(record({ block }));

    expect(leftOutIn(outcomes)).toMatchObject([{ code, reason: expect.stringMatching(reason) }]);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('is read as far as it came', async () => {
    const block = answer(gzipSync(page('The lorry') + '<p>'.repeat(9000)).subarray(0, 100), 'Content-Encoding: gzip');
    const [found] = articlesIn(await outcomesOf(record({ block })));

    expect(found?.article.title).toBe('The lorry');
    expect(found?.remarks).toMatchObject([{ code: 'truncated' }]);
  });
});

describe('records of other kinds', () => {
  it.each<[string, Partial<MadeRecord>, string]>([
    ['a page without a server', { type: 'resource', block: page('The lorry') }, 'record 1: article The lorry'],
    ['a text that was made of a page', { type: 'conversion', block: page('The lorry') }, 'record 1: article The lorry'],
    ['what was asked', { type: 'request', block: 'GET / HTTP/1.1\r\n\r\n' }, 'record 1: no-article text/html'],
    ['notes', { type: 'metadata', block: 'fetchTimeMs: 5' }, 'record 1: no-article text/html'],
    [
      'the log of the crawler',
      { type: 'resource', uri: 'metadata://gnu.org/wget.log', block: 'log' },
      'record 1: no-article text/html',
    ],
    [
      'rules for crawlers',
      { uri: 'https://example.org/robots.txt', block: answer('User-agent: *') },
      'record 1: no-article text/html; charset=utf-8',
    ],
    ['a kind of its own', { type: 'dream', block: 'x' }, 'record 1: no-article text/html'],
  ])('tells %s', async (_, made, line) => {
    expect(linesOf(await outcomesOf(record({ block: '', ...made })))[1]).toBe(line);
  });
});

describe('ARCHIVE-3: a page that was captured again', () => {
  const digest = `WARC-Payload-Digest: sha1:${'A'.repeat(32)}`;
  const original = record({ block: answer(page('The lorry')), headers: [digest] });
  const again = record({
    type: 'revisit',
    headers: [digest, 'WARC-Refers-To-Date: 2019-11-01T00:00:00Z'],
    block: 'HTTP/1.1 200 OK\r\n\r\n',
  });

  it.each([
    ['plain', Buffer.concat([original, again])],
    ['packed', packed([original, again])],
  ])('is the article it was, of the same bytes, at another time (%s)', async (_, bytes) => {
    const [before, after] = articlesIn(await outcomesOf(bytes));

    expect(after?.capture.id).toBe(before?.capture.id);
    expect(after?.article).toEqual(before?.article);
    expect(after?.place.path).toEqual(['record 2']);
    expect(after?.remarks.map(({ words }) => words)).toContain('The same bytes as record 1, captured again.');
  });

  it('is told when its bytes lie in another file', async () => {
    const [left] = leftOutIn(await outcomesOf(Buffer.concat([info, again])).then((all) => all.slice(2)));

    expect(left).toMatchObject({ code: 'not-found', reason: expect.stringContaining('2019-11-01') });
  });
});

describe('ARCHIVE-4: a damaged archive', () => {
  const big = record({ block: answer(page('The lorry') + '<p>word '.repeat(20_000)) });

  it.each([
    ['too small', record({ block: answer(page('The lorry')), length: 120 }), /states a length of 120/],
    ['too large', record({ block: answer(page('The lorry')), length: 300 }), /states a length of 300/],
    ['far too large', record({ block: answer(page('The lorry')), length: 90_000_000 }), /states a length of 90000000/],
    ['missing', record({ block: answer(page('The lorry')), length: null }), /states no length/],
    ['no number', record({ block: answer(page('The lorry')), length: '-5' }), /states no length/],
  ])('reads every record where a length is %s', async (_, wrong, words) => {
    for (const bytes of [Buffer.concat([wrong, second, first]), packed([wrong, second, first])]) {
      const outcomes = await outcomesOf(bytes);

      expect(linesOf(outcomes).slice(1)).toEqual([
        'record 1: article The lorry',
        'record 2: article The van',
        'record 3: article The lorry',
      ]);
      expect(
        articlesIn(outcomes)[0]
          ?.remarks.map((remark) => remark.words)
          .join(' '),
      ).toMatch(words);
      expect(await lawsBrokenBy(outcomes)).toEqual([]);
    }
  });

  it.each([
    [
      'plain',
      Buffer.concat([first, big]).subarray(0, -9000),
      ['record 1: article The lorry', 'record 2: article The lorry'],
    ],
    [
      'in its header',
      Buffer.concat([first, second]).subarray(0, first.length + 60),
      ['record 1: article The lorry', 'record 2: truncated'],
    ],
    [
      'packed',
      packed([first, big]).subarray(0, -200),
      ['record 1: article The lorry', 'record 2: article The lorry', `from byte ${packed([first]).length}: truncated`],
    ],
  ])('reads what there is of one that was cut off: %s', async (_, bytes, lines) => {
    const outcomes = await outcomesOf(bytes);

    expect(
      linesOf(outcomes)
        .slice(1)
        .map((line) => line.replace(/ text\/html.*| application.*/, '')),
    ).toEqual(lines);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('goes on behind data that are no record', async () => {
    const outcomes = await outcomesOf(Buffer.concat([first, Buffer.from('no record at all\r\n\r\n'), second]));

    expect(linesOf(outcomes).slice(2)).toEqual([`from byte ${first.length}: unreadable`, 'record 2: article The van']);
  });

  it('goes on behind packed data that are damaged', async () => {
    const damaged = packed([big]);
    damaged.fill(0xff, 400, 500);
    const outcomes = await outcomesOf(Buffer.concat([packed([first]), damaged, packed([second])]));

    expect(linesOf(outcomes).join()).toMatch(
      new RegExp(`from byte ${packed([first]).length}: (?:unreadable|truncated)`),
    );
    expect(articlesIn(outcomes).map(({ article }) => article.title)).toEqual(['The lorry', 'The lorry', 'The van']);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('takes a record that is not what its digest stands for, and says so', async () => {
    const block = answer(page('The lorry'));
    const sha1 = createHash('sha1').update(block).digest('hex');
    const of = (digest: string) => outcomesOf(record({ block, headers: [`WARC-Block-Digest: ${digest}`] }));

    expect(articlesIn(await of(`sha1:${sha1}`))[0]?.remarks).toEqual([]);
    expect(articlesIn(await of(`sha1:${sha1.replace(/./, 'x')}`))[0]?.remarks).toMatchObject([{ code: 'altered' }]);
    expect(articlesIn(await of('whirlpool:00'))[0]?.remarks).toEqual([]);
  });
});
