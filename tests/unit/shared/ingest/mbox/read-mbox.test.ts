import { describe, expect, it } from 'vitest';
import { articlesIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const FROM = 'From ada@example.org Sun Nov 10 21:30:00 2019\n';
const mail = (subject: string, body: string) =>
  `${FROM}From: Ada <a@x.org>\nTo: b@x.org\nSubject: ${subject}\n\n${body}\n\n`;

describe('a mailbox', () => {
  it('MBOX-1 gives each mail as an article with its own bytes, in order', async () => {
    const box =
      mail('One', 'First.\n>From here on it is quoted.') +
      mail('Two', 'From now on: no new mail.') +
      mail('Three', 'Last.');
    const outcomes = await outcomesOf(box);

    expect(linesOf(outcomes)).toEqual([
      'file: container mbox',
      'mail 1: article One',
      'mail 2: article Two',
      'mail 3: article Three',
    ]);
    expect(articlesIn(outcomes).map(({ article }) => article.text)).toEqual([
      'First.\n\nFrom here on it is quoted.',
      'From now on: no new mail.',
      'Last.',
    ]);
    const whole = articlesIn(outcomes)
      .map(({ capture }) => new TextDecoder().decode(capture.bytes))
      .join('');
    expect(whole).toBe(box);
    expect(articlesIn(outcomes).map(({ place }) => box.slice(place.offset ?? 0).startsWith(FROM))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('MBOX-1 finds mails across the pieces in which it is read', async () => {
    const long = 'x'.repeat(70).concat('\n').repeat(9000);
    const box = Array.from({ length: 4 }, (_, at) => mail(`Mail ${at}`, `${long}${'y'.repeat(at * 7)}`)).join('');

    expect(linesOf(await outcomesOf(box.replaceAll('\n', '\r\n'))).slice(1)).toEqual(
      [0, 1, 2, 3].map((at) => `mail ${at + 1}: article Mail ${at}`),
    );
  });

  it('MBOX-2 is told from a mail that was saved with the line before it', async () => {
    expect(linesOf(await outcomesOf(mail('One', 'Alone.')))).toEqual(['file: article One']);
    expect(linesOf(await outcomesOf(mail('One', 'Alone.'), { fileName: 'in.mbox' }))).toEqual([
      'file: container mbox',
      'mail 1: article One',
    ]);
  });

  it('MBOX-2 takes no line of a text for the beginning of a mail', async () => {
    const outcomes = await outcomesOf(
      mail('One', 'He wrote:\nFrom ada Sun Nov 10 21:30:00 2019\n\nFrom today on.') + mail('Two', 'b'),
    );

    expect(linesOf(outcomes).slice(1)).toEqual(['mail 1: article One', 'mail 2: article Two']);
  });
});
