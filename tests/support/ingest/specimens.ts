import { gzipSync } from 'node:zlib';
import type { ReadingHints } from '#shared/ingest/reader.ts';
import { answer, packed, page, record } from './archives.ts';
import { docxOf, paragraph, zipOf } from './office-file.ts';
import { pdfOf } from './pdf-file.ts';

/** A small file of a format, with what is known of it. */
export type Specimen = { readonly name: string; readonly bytes: Uint8Array; readonly hints?: Partial<ReadingHints> };

const item = (title: string) => ({
  title,
  url: `https://example.org/${title}`,
  date: '2019-11-10',
  text: `${title} left the harbour at dawn. It was red.`,
});
const items = ['The lorry', 'The van', 'Der Lastwagen für Zürich'].map(item);
const table = `Title;Date;Full text\n${items.map(({ title, date, text }) => `${title};${date};"${text}"`).join('\n')}\n`;
const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items
  .map(
    ({ title, url, text }) =>
      `<item><title>${title}</title><link>${url}</link><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`,
  )
  .join('')}</channel></rss>`;
const mhtml = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${page('The lorry').replaceAll('=', '=3D')}\r\n--x--\r\n`;
const mail = `From: Ada <ada@example.org>\r\nTo: b@example.org\r\nSubject: =?utf-8?Q?The_lorry?=\r\nDate: Sun, 10 Nov 2019 21:30:00 +0300\r\nContent-Type: multipart/mixed; boundary="y"\r\n\r\n--y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nIt left at dawn.\r\n--y\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="a.html"\r\n\r\n${page('The van')}\r\n--y--\r\n`;

const before = 'From ada@example.org Sun Nov 10 21:30:00 2019\r\n';
const mailbox = `${before}${mail}\r\n${before}From: c@example.org\r\nTo: d@example.org\r\nSubject: The van\r\n\r\nIt was red.\r\n`;

/** A file of each format that is read, small enough to be changed in thousands of ways. */
export async function specimens(): Promise<Specimen[]> {
  const records = [
    record({ type: 'warcinfo', block: 'software: x\r\n' }),
    record({ block: answer(gzipSync(page('The lorry')), 'Content-Encoding: gzip') }),
    record({ block: answer(`5\r\n<p>It\r\n6\r\n left.\r\n0\r\n\r\n`, 'Transfer-Encoding: chunked') }),
    record({ type: 'revisit', headers: ['WARC-Payload-Digest: sha1:x'], block: '' }),
  ];
  const texts: [string, string | Uint8Array, Partial<ReadingHints>?][] = [
    ['html', page('The lorry')],
    ['markdown', '# The lorry\n\n> It **left** at [dawn](https://example.org/).\n\n- one\n- two\n'],
    ['text', 'The lorry\n\nIt left at dawn.\n\n* one\n* two\n'],
    ['utf-16', Buffer.from(page('Der Lastwagen für Zürich'), 'utf16le')],
    ['warc', Buffer.concat(records)],
    ['warc.gz', packed(records)],
    [
      'wacz',
      await zipOf({
        'archive/a.warc': Buffer.concat(records),
        'pages/pages.jsonl': '{}',
        'datapackage.json': '{"resources": []}',
      }),
    ],
    [
      'arc',
      `filedesc://a.arc 127.0.0.1 20140216050221 text/plain 20\n1 0 Crawler of old\nURL\n\nhttp://example.org/a b 192.0.2.1 20140216050222 text/html ${answer(page('The lorry')).length}\n${answer(page('The lorry'))}\n`,
    ],
    ['pdf', pdfOf([[{ x: 72, y: 700, text: 'The lorry left at dawn.' }]])],
    ['mhtml', mhtml],
    ['jsonl', items.map((each) => JSON.stringify(each)).join('\n')],
    ['json list', JSON.stringify(items, null, 1)],
    ['json', JSON.stringify({ status: 'ok', articles: items })],
    [
      'csv',
      table,
      {
        fileName: 'a.csv',
        mapping: {
          fields: [
            { column: 'Full text', field: 'text' },
            { column: 'Title', field: 'title' },
          ],
        },
      },
    ],
    ['csv that is asked for', table, { fileName: 'a.csv' }],
    ['rss', rss],
    ['mail', mail],
    ['mbox', mailbox],
    ['zip', await zipOf({ 'a.html': page('The lorry'), 'b.jsonl': JSON.stringify(items[0]), 'c/d.png': '\x89PNG' })],
    ['docx', await docxOf(paragraph('The lorry left.') + paragraph('It was red.'))],
  ];
  return texts.map(([name, content, hints]) => ({
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ...(hints ? { hints } : {}),
  }));
}
