import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlesIn, outcomesOf } from '#tests/support/ingest/outcomes.ts';
import { faultsOf } from '#tests/support/ingest/read.ts';

const MAIL = `From: Ada <ada@example.org>
Subject: =?utf-8?Q?The_l=C3=B6rry?=
Date: Sun, 10 Nov 2019 21:30:00 +0300
Content-Type: multipart/mixed; boundary="x y"

--x y
Content-Type: multipart/alternative; boundary=z

--z
Content-Type: text/plain; charset=utf-8; format=flowed

> It left
--z
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

<p>It <b>left</b>=20=
--z--
--x y
Content-Type: message/rfc822

From: c@x.org
To: d@x.org

Inside
--x y
Content-Disposition: attachment; filename*0*=utf-8''%D0%90; filename*1=.txt
Content-Transfer-Encoding: base64

SXQgbGVmdC4=
--x y--
`;

/** Cuts, doubled pieces and letters that mean something to mails, anywhere. */
const change = fc.record({
  at: fc.nat(MAIL.length),
  drop: fc.nat(40),
  put: fc.oneof(
    fc.constantFrom('--', '--x y', '--z--', '\n\n', '\r\n', '"', ';', '=', '=?', '?=', '\0', '>From ', 'boundary='),
    fc.nat(MAIL.length).map((from) => MAIL.slice(from, from + 60)),
  ),
});

describe('mails that were damaged anywhere', () => {
  it('READ-1 MAIL-8 end in outcomes and never in an exception, and their texts keep the laws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
        const damaged = changes.reduce(
          (mail, { at, drop, put }) => mail.slice(0, at) + put + mail.slice(at + drop),
          MAIL,
        );
        const outcomes = await outcomesOf(damaged, { fileName: 'a.eml' });

        expect(outcomes.length).toBeGreaterThan(0);
        expect(articlesIn(outcomes).flatMap(({ article }) => faultsOf(article))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('READ-2 are read again the same from their captures alone', async () => {
    const outcomes = articlesIn(await outcomesOf(MAIL));

    expect(outcomes).toHaveLength(3);
    for (const { capture, article, hints } of outcomes) {
      expect(articlesIn(await outcomesOf(capture.bytes, hints))[0]?.article).toEqual(article);
    }
  });
});
