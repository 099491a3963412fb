import { describe, expect, it } from 'vitest';
import { articlesIn, leftOutIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';
import { faultsOf, shapeOf } from '#tests/support/ingest/read.ts';

const HEAD =
  'From: Ada <ada@example.org>\nTo: bob@example.org\nSubject: The lorry\nDate: Sun, 10 Nov 2019 21:30:00 +0300\n';
const MIXED = `${HEAD}Content-Type: multipart/mixed; boundary=x\n\n`;
const ALTERNATIVE = `${HEAD}Content-Type: multipart/alternative; boundary=x\n\n`;

/** The one article of a mail. */
async function mailOf(message: string | Uint8Array) {
  const [first] = articlesIn(await outcomesOf(message));
  if (first === undefined) throw new Error('no article');
  expect(faultsOf(first.article)).toEqual([]);
  return first;
}

describe('the words of a mail', () => {
  it('MAIL-5 reads a plain mail: its subject, who wrote it, when', async () => {
    const { article, charset } = await mailOf(`${HEAD}\nIt left at dawn.\n\nNobody saw it.`);

    expect([article.title, article.byline, article.published]).toEqual([
      'The lorry',
      ['Ada'],
      '2019-11-10T21:30:00+03:00',
    ]);
    expect(shapeOf(article)).toEqual(['paragraph It left at dawn.', 'paragraph Nobody saw it.']);
    expect(charset).toBe('utf-8');
  });

  it('MAIL-5 reads HTML rather than the same as plain text, and says so', async () => {
    const html = '<p>It left <a href="https://example.org/a">at dawn</a>.';
    const outcomes = await outcomesOf(
      `${ALTERNATIVE}--x\n\nIt left at dawn.\n--x\nContent-Type: text/html\n\n${html}\n--x--`,
    );

    expect(linesOf(outcomes)).toEqual([
      'file: container mail',
      'file: article The lorry',
      'part 1: no-article text/plain',
    ]);
    expect(articlesIn(outcomes)[0]?.article.links.map(({ address }) => address)).toEqual(['https://example.org/a']);
  });

  it('MAIL-5 reads the plain text where the HTML says nothing', async () => {
    const { article } = await mailOf(
      `${ALTERNATIVE}--x\n\nIt left.\n--x\nContent-Type: text/html\n\n<img src=a.png>\n--x--`,
    );

    expect(article.text).toBe('It left.');
  });

  it('MAIL-5 reads all that a mail says, in its order', async () => {
    const { article } = await mailOf(
      `${MIXED}--x\n\nIt left.\n--x\nContent-Type: text/html\n\n<p>At dawn.\n--x\nContent-Type: image/png\nContent-Disposition: inline\n\n-\n--x\n\nThe list's own words.\n--x--`,
    );

    expect(article.text).toBe("It left.\n\nAt dawn.\n\nThe list's own words.");
  });

  it('MAIL-5 keeps quotes as quotes and joins the lines that a program broke', async () => {
    const { article } = await mailOf(
      `${HEAD}Content-Type: text/plain; format=flowed; delsp=no\n\nIt left \nat dawn.\n\n> When did \n> it leave?\n>> Who asks?\n`,
    );

    expect(shapeOf(article)).toEqual(['paragraph It left at dawn.', 'quote1 When did it leave?', 'quote2 Who asks?']);
  });

  it.each([
    ['windows-1251', 'windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], 'Привет'],
    ['Shift_JIS', 'shift_jis', [0x83, 0x65, 0x83, 0x58, 0x83, 0x67], 'テスト'],
    ['UTF-7', 'utf-7', [...new TextEncoder().encode('Hi +ZeVnLIqe-')], 'Hi 日本語'],
    ['x-unknown', 'utf-8', [...new TextEncoder().encode('Grüße')], 'Grüße'],
  ])('MAIL-2 decodes a body in %s', async (declared, charset, body, words) => {
    const head = new TextEncoder().encode(`${HEAD}Content-Type: text/plain; charset="${declared}"\n\n`);
    const found = await mailOf(Uint8Array.from([...head, ...body]));

    expect([found.article.text, found.charset]).toEqual([words, charset]);
  });
});

describe('what a mail says of itself', () => {
  it('MAIL-6 observes the fields of the head, each with its name', async () => {
    const { article } = await mailOf(
      `${HEAD}Message-ID: <1@example.org>\nIn-Reply-To: <0@example.org>\nCc: =?utf-8?Q?J=C3=B8rn?= <j@example.org>, Team: a@x.org, b@x.org;\nList-Id: News <news.example.org>\nArchived-At: <https://example.org/1>\nContent-Language: de\nKeywords: lorry, dawn\n\nIt left.`,
    );
    const observed = article.observed
      .filter(({ rule }) => rule === 'mail')
      .map(({ field, place, value, rule }) => `${rule} ${field} ${place}: ${value}`);

    expect(observed).toEqual([
      'mail title Subject: The lorry',
      'mail byline From: Ada',
      'mail published Date: 2019-11-10T21:30:00+03:00',
      'mail url Archived-At: https://example.org/1',
      'mail language Content-Language: de',
      'mail keywords Keywords: lorry',
      'mail keywords Keywords: dawn',
      'mail other From: ada@example.org',
      'mail other To: bob@example.org',
      'mail other Cc: Jørn <j@example.org>',
      'mail other Cc: a@x.org',
      'mail other Cc: b@x.org',
      'mail other Message-ID: <1@example.org>',
      'mail other In-Reply-To: <0@example.org>',
      'mail other List-Id: News <news.example.org>',
    ]);
    expect([article.url, article.language, article.keywords]).toEqual([
      'https://example.org/1',
      'de',
      ['lorry', 'dawn'],
    ]);
  });

  it('MAIL-6 takes no date from words that are none', async () => {
    const { article } = await mailOf('From: a@x.org\nSubject: a\nDate: <HR>\n\nIt left.');

    expect(article.published).toBeNull();
    expect(article.observed.filter(({ field }) => field === 'published').map(({ value }) => value)).toEqual(['<HR>']);
  });
});

describe('what is attached to a mail', () => {
  it('MAIL-7 reads each file that can be read as an article of its own, with its own bytes', async () => {
    const inner = `From: c@x.org\nTo: d@x.org\nSubject: Inner\nContent-Type: multipart/mixed; boundary=y\n\n--y\n\nInside.\n--y\nContent-Type: text/plain; name=n.txt\n\nNote.\n--y--`;
    const outcomes = await outcomesOf(
      `${MIXED}--x\n\nIt left.\n--x\nContent-Type: text/html; charset=utf-8\nContent-Disposition: attachment; filename="../../a.html"\nContent-Transfer-Encoding: base64\n\n${btoa('<h1>Page</h1><p>Of its own.')}\n--x\nContent-Type: message/rfc822\n\n${inner}\n--x--`,
    );

    expect(linesOf(outcomes)).toEqual([
      'file: container mail',
      'file: article The lorry',
      'part 2 “a.html”: article Page',
      'part 3: container mail',
      'part 3: article Inner',
      'part 3 › part 2 “n.txt”: article Note.',
    ]);
    expect(new TextDecoder().decode(articlesIn(outcomes)[1]?.capture.bytes)).toBe('<h1>Page</h1><p>Of its own.');
  });

  it.each([
    ['an image', 'Content-Type: image/png; name=a.png', 'no-article', 'image'],
    ['a signature', 'Content-Type: application/pgp-signature', 'no-article', 'signature'],
    ['a report of a mail server', 'Content-Type: message/delivery-status', 'no-article', 'report'],
    ['what is of no known kind', 'Content-Type: application/x-own', 'unknown-format', 'binary'],
  ])('MAIL-7 tells that %s is no article', async (_, head, code, word) => {
    const outcomes = await outcomesOf(`${MIXED}--x\n\nIt left.\n--x\n${head}\n\n\0\x01\x02\n--x--`);

    expect(articlesIn(outcomes)).toHaveLength(1);
    expect(leftOutIn(outcomes)).toEqual([expect.objectContaining({ code, reason: expect.stringContaining(word) })]);
  });

  it('MAIL-7 tells of a mail that has no words, and reads what is attached', async () => {
    const outcomes = await outcomesOf(
      `${MIXED}--x\nContent-Disposition: attachment; filename=n.txt\n\nIt left.\n--x--`,
    );

    expect(linesOf(outcomes)).toEqual([
      'file: container mail',
      'file: no-text message/rfc822',
      'part 1 “n.txt”: article It left.',
    ]);
  });
});

describe('damaged mails', () => {
  it('MAIL-8 says that a boundary is missing, and reads what is there', async () => {
    const outcomes = await outcomesOf(`${MIXED}--x\n\nIt left.\n`);

    expect(articlesIn(outcomes)[0]?.remarks).toEqual([
      expect.objectContaining({ code: 'truncated', words: expect.stringContaining('missing') }),
    ]);
    expect(articlesIn(outcomes)[0]?.article.text).toBe('It left.');
  });

  it('MAIL-8 reads mails in mails as deep as containers may go, and no deeper', async () => {
    const wrap = (message: string, at: number) =>
      `From: a@x.org\nTo: b@x.org\nSubject: ${at}\nContent-Type: multipart/mixed; boundary=b${at}.\n\n--b${at}.\n\nLevel ${at}.\n--b${at}.\nContent-Type: message/rfc822\n\n${message}\n--b${at}.--`;
    let message = `${HEAD}\nInside.`;
    for (let at = 0; at < 12; at++) message = wrap(message, at);
    const outcomes = await outcomesOf(message);

    expect(articlesIn(outcomes).length).toBeGreaterThan(3);
    expect(leftOutIn(outcomes).map(({ code }) => code)).toEqual(['refused']);
  });

  it.each([
    ['prose with colons', 'Note: this.\nThe lorry left.', 'text'],
    ['a list of settings', 'name: a\nversion: b\nlicense: c\n\nMore', 'text'],
    ['a mail', HEAD, 'mail'],
    ['a mail with an empty line before it', `\n${HEAD}\nIt left.`, 'mail'],
  ])('MAIL-1 knows %s by its content', async (_, text, kind) => {
    const [outcome] = await outcomesOf(text);

    expect(outcome?.kind === 'article' ? outcome.article.extractor : 'mail').toBe(kind);
  });

  it('MAIL-1 takes one field for a mail where the file is called one', async () => {
    const [outcome] = await outcomesOf('Subject: =?utf-8?B?TG9ycnk=?=\n\nIt left.', { fileName: 'a.eml' });

    expect(outcome?.kind === 'article' ? outcome.article.title : null).toBe('Lorry');
  });
});
