import { describe, expect, it } from 'vitest';
import { lawsBrokenBy } from '#tests/support/ingest/laws.ts';
import { articlesIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const HEAD = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/lorry',
  'Subject: =?utf-8?Q?The=20lorry?=',
  'Date: Sun, 10 Nov 2019 21:30:00 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="x"',
];
const PAGE = '<!doctype html><p>Der Lastwagen fuhr nach <a href="/z">Zürich</a> = weit.</p>';

function saved(parts: readonly (readonly [fields: string, body: string | Uint8Array])[], head = HEAD): Buffer {
  const lines = parts.flatMap(([fields, body]) => [
    Buffer.from(`--x\r\n${fields}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), ...lines, Buffer.from('--x--\r\n')]);
}

function quoted(text: string, charset: BufferEncoding = 'utf8'): string {
  const bytes = [...Buffer.from(text, charset)];
  const signs = bytes.map((byte) =>
    byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  );
  return signs.join('').replace(/(.{60}[^=]{3})/g, '$1=\r\n');
}

const picture = [
  'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/a.png',
  'iVBORw0KGgo=',
] as const;
const at = (location: string, rest: string) => `Content-Type: text/html${rest}\r\nContent-Location: ${location}`;

describe('MHTML-1: a page that a browser has saved in one file', () => {
  it.each<[string, string, string | Uint8Array]>([
    [
      'quoted-printable',
      at('https://example.org/lorry', '\r\nContent-Transfer-Encoding: quoted-printable'),
      quoted(PAGE),
    ],
    [
      'base64',
      at('https://example.org/lorry', '\r\nContent-Transfer-Encoding: base64'),
      Buffer.from(PAGE).toString('base64'),
    ],
    ['as it is', at('https://example.org/lorry', '\r\nContent-Transfer-Encoding: binary'), PAGE],
    [
      'in another charset',
      at('https://example.org/lorry', '; charset="iso-8859-1"\r\nContent-Transfer-Encoding: quoted-printable'),
      quoted(PAGE, 'latin1'),
    ],
  ])('is read: %s', async (_, fields, body) => {
    const bytes = saved([[fields, body], picture]);
    const outcomes = await outcomesOf(bytes);
    const [found] = articlesIn(outcomes);

    expect(found?.article).toMatchObject({
      title: 'The lorry',
      text: 'Der Lastwagen fuhr nach Zürich = weit.',
      url: 'https://example.org/lorry',
      links: [{ address: 'https://example.org/z' }],
    });
    expect(found?.origin).toMatchObject({
      url: 'https://example.org/lorry',
      capturedAt: 'Sun, 10 Nov 2019 21:30:00 -0000',
      capturedWith: 'Blink',
    });
    expect(Buffer.compare(found?.capture.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  const frame = [at('https://example.org/frame', '\r\nContent-ID: <f@x>'), '<p>A frame.'] as const;
  const root = [at('https://example.org/lorry', '\r\nContent-ID: <r@x>'), '<p>The lorry.'] as const;

  it.each([
    ['the address it was saved from', HEAD],
    [
      'the part that it names as its start',
      [...HEAD.slice(0, 1), ...HEAD.slice(2, 5), 'Content-Type: multipart/related; start="<r@x>"; boundary="x"'],
    ],
  ])('has its page found among frames by %s, and tells of these', async (_, head) => {
    const [found] = articlesIn(await outcomesOf(saved([frame, root], head)));

    expect(found?.article.text).toBe('The lorry.');
    expect(found?.remarks).toMatchObject([{ code: 'no-article', words: expect.stringContaining('one more page') }]);
  });

  it.each<[string, string | Buffer, string]>([
    ['its end is missing', saved([[at('https://example.org/', ''), PAGE]]).subarray(0, -7), 'file: article The lorry'],
    [
      'no boundary parts anything',
      `${HEAD.join('\r\n')}\r\n\r\n\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(PAGE)}`,
      'file: article The lorry',
    ],
    [
      'no boundary is named',
      saved([[at('https://example.org/', ''), PAGE]], [...HEAD.slice(0, 5), 'Content-Type: multipart/related;']),
      'file: article The lorry',
    ],
    ['there is no page in it', saved([picture]), 'file: no-text multipart/related'],
    [
      'the page is cut off at once',
      `${HEAD.join('\r\n')}\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n`,
      'file: no-text multipart/related',
    ],
  ])('is read or told when %s', async (_, bytes, line) => {
    const outcomes = await outcomesOf(bytes);

    expect(linesOf(outcomes)).toEqual([line]);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('is no mail, and no mail is one', async () => {
    const mail = saved([root], ['From: ada@example.org', 'To: charles@example.org', ...HEAD.slice(2)]);

    expect(articlesIn(await outcomesOf(mail))[0]?.capture.mediaType).toBe('message/rfc822');
    expect(articlesIn(await outcomesOf(saved([root])))[0]?.capture.mediaType).toBe('multipart/related');
  });
});
