import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, Desk } from '#tests/support/desk.ts';
import { Library, reports, testFile } from '#tests/support/library.ts';
import { test } from '#tests/support/test.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>Shells hit market</title>
<meta property="og:site_name" content="Corvane Wire"><meta property="article:published_time" content="2024-03-14">
</head><body><h1>Shells hit market</h1><p>Five were killed.</p></body></html>`;

test('pages, Markdown and text come in, with what they say of themselves', async ({ page }) => {
  const library = await emptyLibrary(page);

  await library.choose(
    testFile('market.html', PAGE),
    testFile('note.md', '# Situation note\n\nSix are missing.'),
    testFile('log.txt', 'Bridge log\n\nOne lorry hit.'),
  );

  await expect(library.summary).toContainText('3 imported');
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await expect(library.row(/Shells hit market/)).toContainText(/Corvane Wire.*2024-03-14.*en/);
  await expect(library.row(/Situation note/)).toBeVisible();
  await expect(library.row(/Bridge log/)).toBeVisible();
});

test('the same bytes are one article that came in twice', async ({ page }) => {
  const library = await emptyLibrary(page);

  await library.choose(testFile('a.html', PAGE), testFile('copy of a.html', PAGE));

  await expect(library.summary).toContainText(/1 imported.*1 exact copy/s);
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await expect(library.grid.getByRole('row')).toHaveCount(2);
  await library.row(/Shells hit market/).click();
  await library.openPreview();
  await expect(library.preview).toContainText('2 times, the same bytes');
});

test('one bad file never stops the others, and is named with the reason and what to do', async ({ page }) => {
  const library = await emptyLibrary(page);

  await library.choose(
    testFile('empty.html', ''),
    testFile('photo.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0])),
    testFile('good.txt', 'Good\n\nWords.'),
  );

  await expect(library.summary).toContainText(/1 imported.*2 failed/s);
  const failed = library.summary.getByRole('list', { name: 'Files that failed' }).getByRole('listitem');
  await expect(failed).toHaveText([/empty\.html.*It is empty\. Save the page again/, /photo\.jpg.*JPEG image/]);
  expect(await accessibilityFaults(page)).toEqual([]);
  await expect(library.summary.getByRole('button', { name: 'Try the failed ones again' })).toBeVisible();
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'Import history' }).click();
  const history = page.getByRole('region', { name: 'Import history' });
  await expect(history).toContainText('1 of 3 imported, 2 failed');
  await history.getByRole('button', { name: 'Show reasons' }).click();
  await expect(history).toContainText('It is empty.');
});

test('failed files are tried again on request', async ({ page }) => {
  const library = await emptyLibrary(page);
  await library.choose(testFile('empty.txt', ''), testFile('good.txt', 'Good\n\nWords.'));

  await library.summary.getByRole('button', { name: 'Try the failed ones again' }).click();

  await expect(library.summary).toContainText(/0 imported.*1 failed/s);
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await expect(library.grid.getByRole('row')).toHaveCount(2);
});

test('a folder comes in with what lies below it', async ({ page, dataFolder }) => {
  const library = await emptyLibrary(page);
  const folder = join(dataFolder, 'field');
  await mkdir(join(folder, 'deeper'), { recursive: true });
  await writeFile(join(folder, 'one.txt'), 'One\n\nWords.');
  await writeFile(join(folder, 'deeper', 'two.txt'), 'Two\n\nWords.');
  await writeFile(join(folder, '.DS_Store'), 'x');

  await page.getByLabel('Folder to import').setInputFiles(folder);

  await expect(library.summary).toContainText('2 imported');
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await library.row(/Two/).click();
  await library.openPreview();
  await expect(library.preview).toContainText('field/deeper/two.txt');
});

test('before a browser asks whether to upload a folder it is said, once, that nothing leaves', async ({
  page,
  hostKind,
}) => {
  test.skip(hostKind === 'electron', 'Electron asks nothing of that kind');
  await emptyLibrary(page);
  const dialog = page.getByRole('dialog', { name: 'Import a folder' });
  await page.getByRole('button', { name: 'Import folder…' }).first().click();
  await expect(dialog).toContainText('nothing leaves it');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Import folder…' }).first().click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose folder…' }).click(),
  ]);
  expect(chooser.element()).toBeTruthy();
  await expect(dialog).toBeHidden();

  await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import folder…' }).first().click(),
  ]);
  await expect(dialog).toBeHidden();
});

test('files dropped anywhere on the window come in, whatever place is on the desk', async ({ page }) => {
  const library = await emptyLibrary(page);
  await page.getByRole('link', { name: /Settings/ }).click();

  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Dropped\n\nWords.'], 'dropped.txt'));
    return transfer;
  });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped });
  await expect(page.getByText('Drop to import into this case')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });

  await expect(library.summary).toContainText('1 imported');
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await expect(library.row(/Dropped/)).toBeVisible();
});

test('pasted text becomes an article; an empty field is refused with words', async ({ page }) => {
  const library = await emptyLibrary(page);

  await page.getByRole('button', { name: 'Paste text…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste text' });
  await dialog.getByRole('button', { name: 'Import this text' }).click();
  await expect(dialog.getByRole('alert')).toContainText('There is no text yet');
  await dialog.getByLabel('Title').fill('Told by telephone');
  await dialog.getByLabel('Text', { exact: true }).fill('The bridge is shut.');
  await dialog.getByRole('button', { name: 'Import this text' }).click();

  await expect(library.summary).toContainText('1 imported');
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await expect(library.row(/Told by telephone/)).toBeVisible();
});

test('cancelling keeps what is in and says how many were not read', async ({ page }) => {
  const library = await emptyLibrary(page);
  await page.getByLabel('Files to import').setInputFiles(reports(1500));

  await expect(page.getByRole('progressbar', { name: 'Import progress' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await expect(library.summary).toContainText(/\d+ imported.*\d+ not read/s, { timeout: 30_000 });
  const imported = Number(
    /([\d,]+) imported/.exec(await library.summary.textContent().then(String))?.[1]?.replace(',', ''),
  );
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'Import history' }).click();
  await expect(page.getByRole('region', { name: 'Import history' })).toContainText('cancelled');
  await expect(new Desk(page).status).toContainText(`${imported.toLocaleString('en')} article`);
});

test('one undo takes a whole import back, and one redo brings it again', async ({ page }) => {
  const library = await emptyLibrary(page);
  await library.import(...reports(30));
  await expect(library.row(/Report 7/)).toBeVisible();
  const desk = new Desk(page);

  await desk.undo.click();
  await expect(page.getByRole('heading', { name: 'No articles yet' })).toBeVisible();

  await desk.redo.click();
  await expect(library.row(/Report 7/)).toBeVisible();
});

async function emptyLibrary(page: Page): Promise<Library> {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');
  await expect(page.getByRole('heading', { name: 'No articles yet' })).toBeVisible();
  return new Library(page);
}
