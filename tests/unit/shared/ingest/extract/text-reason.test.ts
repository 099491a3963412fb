import { describe, expect, it } from 'vitest';
import { textReason } from '#shared/ingest/extract/text-reason.ts';
import { readMarkdown, readText } from '#tests/support/ingest/read.ts';

describe('textReason', () => {
  it.each([
    ['Copyright © A. Writer, The Outlet, 2019', 'disclaimer'],
    ['All rights reserved.', 'disclaimer'],
    ['Disclaimer: The contents of this article are of sole responsibility of the author(s).', 'disclaimer'],
    ['The views expressed in this article are the author’s own.', 'disclaimer'],
    ['Note to readers: please click the share buttons below.', 'appeal'],
    ['Click here to become a member of The Outlet', 'appeal'],
    ['Subscribe now', 'appeal'],
    ['Spenden Sie jetzt', 'appeal'],
    ['Share this article', 'sharing'],
    ['Facebook | Twitter | WhatsApp', 'sharing'],
    ['شارك', 'sharing'],
    ['READ MORE: Another strike in the valley', 'related'],
    ['Watch the video here', 'related'],
    ['Lesen Sie auch: Noch ein Angriff', 'related'],
    ['اقرأ أيضا: غارة أخرى', 'related'],
    ['Leave a comment', 'comments'],
    ['3 comments', 'comments'],
    ['ADVERTISEMENT', 'advertisement'],
    ['* Share this article', 'sharing'],
  ])('EXTRACT-10 knows %s as %s', (words, reason) => {
    expect(textReason(words)).toBe(reason);
  });

  it.each([
    'Copyrighted songs were played at the rally, witnesses said.',
    'Five people were killed.',
    'The views of the residents were not heard.',
    'Follow-up strikes hit the town.',
    'Donations reached the camp on Friday.',
    'Facebook removed the post on Friday.',
    'Watch towers stand along the ridge.',
    'Comments by the minister were not published.',
    'Share prices fell after the attack.',
    '',
  ])('EXTRACT-10 takes %s for the article’s own', (words) => {
    expect(textReason(words)).toBeNull();
  });

  it('EXTRACT-10 takes a long paragraph for the article’s own, however it begins', () => {
    expect(textReason(`Share this burden, the minister said. ${'He spoke for an hour. '.repeat(30)}`)).toBeNull();
  });

  it('EXTRACT-11 folds such lines of a text without markup', async () => {
    const { articles } = await readText('Five were killed.\n\nShare this article\n\nCopyright © A. Writer, 2019');
    const [article] = articles;

    expect(article?.folds.map(({ reason, start, end }) => [reason, article.text.slice(start, end)])).toEqual([
      ['sharing', 'Share this article'],
      ['disclaimer', 'Copyright © A. Writer, 2019'],
    ]);
  });

  it('EXTRACT-11 folds such lines of Markdown', async () => {
    const { folds } = await readMarkdown('# Title\n\nFive were killed.\n\n*Subscribe now*');

    expect(folds).toMatchObject([{ reason: 'appeal' }]);
  });

  it('EXTRACT-11 keeps a text that is nothing else', async () => {
    const { articles } = await readText('Share this article\n\nSubscribe now');

    expect(articles[0]?.folds).toEqual([]);
  });
});
