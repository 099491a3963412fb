import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answer, page } from '#tests/support/ingest/archives.ts';
import { lawsBrokenBy } from '#tests/support/ingest/laws.ts';
import { articlesIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const VERSION = '1 0 Crawler of old\nURL IP-address Archive-date Content-type Archive-length\n';
const head = Buffer.from(`filedesc://a.arc 127.0.0.1 20140216050221 text/plain ${VERSION.length}\n${VERSION}\n`);

function arc(address: string, block: Uint8Array, length: number | string = block.length): Buffer {
  return Buffer.concat([
    Buffer.from(`${address} 192.0.2.1 20140216050222 text/html ${length}\n`),
    block,
    Buffer.from('\n'),
  ]);
}

const lorry = arc('http://example.org/lorry', answer(page('The lorry')));
const van = arc('http://example.org/the van?a=b c', answer(page('The van')));

describe('ARCHIVE-6: an ARC', () => {
  it.each([
    ['plain', Buffer.concat([head, lorry, van])],
    ['packed by record', Buffer.concat([head, lorry, van].map((each) => gzipSync(each)))],
  ])('is read, blanks in its addresses and all: %s', async (_, bytes) => {
    const outcomes = await outcomesOf(bytes);
    const [, second] = articlesIn(outcomes);

    expect(linesOf(outcomes)).toEqual([
      'file: container arc',
      'record 1: no-article text/plain',
      'record 2: article The lorry',
      'record 3: article The van',
    ]);
    expect(second?.origin).toMatchObject({
      url: 'http://example.org/the van?a=b c',
      capturedAt: '2014-02-16T05:02:22Z',
    });
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it.each<[string, Buffer, string[]]>([
    ['a length that is none', arc('http://example.org/', Buffer.from('\n'), 'abc'), ['unreadable', 'article The van']],
    ['a length below zero', arc('http://example.org/', Buffer.from('\n'), -1), ['unreadable', 'article The van']],
    ['a line that is no record', Buffer.from('no record\n'), ['unreadable', 'article The van']],
  ])('is read behind %s', async (_, damaged, lines) => {
    const outcomes = await outcomesOf(Buffer.concat([head, damaged, van]));

    expect(
      linesOf(outcomes)
        .slice(2)
        .map((line) => line.replace(/^.*?: /, '')),
    ).toEqual(lines);
  });

  it('is read as far as it goes', async () => {
    const outcomes = await outcomesOf(Buffer.concat([head, lorry]).subarray(0, -20));

    expect(articlesIn(outcomes)[0]?.remarks).toMatchObject([{ code: 'truncated' }]);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });
});
