import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { originalName } from '#renderer/services/reader/original-name.ts';
import { originalOf, type ShownOriginal } from '#renderer/services/reader/original-of.ts';

const PAGE = '<!doctype html><p>Five were killed.</p>';
const HTTP = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1256\r\n';
const WARC = 'WARC/1.0\r\nWARC-Type: response\r\n\r\n';
const PDF = Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]);

describe('the original of an article', () => {
  it.each([
    ['a page is the page', bytesOf(PAGE), 'text/html', ''],
    ['a record of a crawl is the page in it', bytesOf(`${WARC}${HTTP}\r\n${PAGE}`), 'application/warc', 'crawl'],
    [
      'a record whose page came in chunks is the page they join to',
      bytesOf(`${WARC}${HTTP}Transfer-Encoding: chunked\r\n\r\n${PAGE.length.toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`),
      'application/warc',
      'crawl',
    ],
    [
      'a record whose page came packed is the page unpacked',
      joined(bytesOf(`${WARC}${HTTP}Content-Encoding: gzip\r\n\r\n`), gzipSync(PAGE)),
      'application/warc',
      'crawl',
    ],
    [
      'a mail is its richest part, its writing undone',
      bytesOf(
        `Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(PAGE).toString('base64')}\r\n--b--\r\n`,
      ),
      'message/rfc822',
      'message',
    ],
  ])('of %s', (_, bytes, mediaType, from) => {
    const shown = originalOf({ bytes, mediaType }, null);

    expect(wordsOf(shown)).toBe(PAGE);
    expect(shown).toMatchObject({ kind: 'content', from: expect.stringContaining(from) });
  });

  it('takes the charset that the server stated', () => {
    expect(
      originalOf({ bytes: bytesOf(`${WARC}${HTTP}\r\n${PAGE}`), mediaType: 'application/warc' }, null),
    ).toMatchObject({
      charset: 'windows-1256',
    });
  });

  it('of a PDF is what was read from it, page by page', () => {
    const read = { text: 'First words.\n\nLast words.', version: { pages: pagesAt(0, 14) } };

    expect(originalOf({ bytes: PDF, mediaType: 'application/pdf' }, read)).toEqual({
      kind: 'read-words',
      text: '— Page 1 —\n\nFirst words.\n\n— Page 2 —\n\nLast words.',
    });
  });

  it('says that there is nothing to show of bytes of which nothing was read', () => {
    expect(originalOf({ bytes: Uint8Array.from([1, 0, 2]), mediaType: 'x/y' }, null)).toEqual({ kind: 'nothing' });
  });

  it('does not fail on a record that is damaged', () => {
    const bytes = joined(bytesOf(`${WARC}${HTTP}Content-Encoding: gzip\r\n\r\n`), Uint8Array.from([0, 1, 2, 3]));

    expect(['content', 'nothing']).toContain(originalOf({ bytes, mediaType: 'application/warc' }, null).kind);
  });
});

describe('the name of an original that is saved', () => {
  it.each([
    ['Shells hit: “market”/square', 'application/pdf', 'Shells-hit-market-square.pdf'],
    ['قصف السوق', 'message/rfc822', 'قصف-السوق.eml'],
    ['…', 'x/y', 'original.bin'],
  ])('of %s is one that every system takes', (title, mediaType, name) => {
    expect(originalName(title, mediaType)).toBe(name);
  });
});

function bytesOf(words: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(words);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...first, ...second]);
}

function pagesAt(...starts: number[]) {
  return starts.map((start, at) => ({ start: start as never, label: String(at + 1) }));
}

function wordsOf(shown: ShownOriginal): string | null {
  return shown.kind === 'content' ? new TextDecoder().decode(shown.content.bytes) : null;
}
