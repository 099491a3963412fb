import { expect, type Page } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { docxOf, paragraph, zipOf } from '#tests/support/ingest/office-file.ts';
import { japanesePdf, pdfOf } from '#tests/support/ingest/pdf-file.ts';
import { Library, testFile } from '#tests/support/library.ts';
import { test } from '#tests/support/test.ts';

const MAIL = `From: Ada Lovelace <ada@example.org>
To: bob@example.org
Subject: The mail
Date: Sun, 10 Nov 2019 21:30:00 +0300
Content-Type: multipart/mixed; boundary=x

--x

What the mail says.
--x
Content-Disposition: attachment; filename=note.txt

What is attached to it.
--x--`;

test('PDF, DOCX, mail and zip come in as articles, a scan and a locked file say what they need', async ({ page }) => {
  const library = await emptyLibrary(page);
  const words = [
    { x: 50, y: 700, text: 'The printed page', size: 24 },
    { x: 50, y: 640, text: 'What the PDF says.' },
  ];

  await library.choose(
    testFile('page.pdf', pdfOf([words])),
    testFile('old.pdf', japanesePdf()),
    testFile('report.docx', await docxOf(paragraph('What the document says.'))),
    testFile('mail.eml', MAIL),
    testFile('all.zip', await zipOf({ 'inner/log.txt': 'What the log says.' })),
    testFile('scan.pdf', pdfOf([[]])),
    testFile('locked.pdf', pdfOf([words], { password: 'a' })),
  );

  await expect(library.summary).toContainText(/6 imported/s, { timeout: 60_000 });
  await expect(library.summary).toContainText('Run text recognition (OCR)');
  await expect(library.summary).toContainText('it needs its password');
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  for (const title of [
    'The printed page',
    '日本',
    'What the document says.',
    'The mail',
    'What is attached to it.',
    'What the log says.',
  ])
    await expect(library.row(new RegExp(title.replace('.', '\\.')))).toBeVisible();
});

async function emptyLibrary(page: Page): Promise<Library> {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Documents');
  return new Library(page);
}
