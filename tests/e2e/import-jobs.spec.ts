import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, Desk } from '#tests/support/desk.ts';
import { Library, reports, testFile } from '#tests/support/library.ts';
import { test } from '#tests/support/test.ts';

const LINES = Array.from({ length: 40 }, (_, at) =>
  JSON.stringify({
    title: `Line ${at}`,
    text: `Words of line ${at}.`,
    source: `https://outlet.example/${at}`,
    hostname: 'outlet.example',
  }),
).join('\n');
const TABLE = 'alpha;beta\nFive were killed in the market.;2019\nThe bridge is shut since dawn.;2020\n';

test('a mixed lot comes in: records of containers as articles, what is no article named', async ({ page }) => {
  const library = await emptyLibrary(page);

  await library.choose(
    testFile('dump.jsonl', `${LINES}\n{"title": "cut off`),
    testFile('page.html', '<!doctype html><title>Shells hit market</title><p>Five were killed.</p>'),
    testFile(
      'mail.eml',
      'From: a@example.org\r\nSubject: Bridge shut\r\nDate: Sun, 10 Nov 2019 21:30:00 +0300\r\n\r\nSince dawn.\r\n',
    ),
    testFile('photo.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0])),
  );

  await expect(library.summary).toContainText(/42 imported.*2 failed/s);
  const failed = library.summary.getByRole('list', { name: 'Files that failed' }).getByRole('listitem');
  await expect(failed).toHaveCount(2);
  await expect(failed.first()).toContainText(/dump\.jsonl.*41/);
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await expect(library.row(/Line 7\b/)).toBeVisible();
  await page.getByRole('button', { name: 'Import history' }).click();
  await expect(page.getByRole('region', { name: 'Import history' })).toContainText('42 articles from 3 of 4 files');
});

test('an import is halted and goes on', async ({ page }) => {
  test.setTimeout(240_000);
  const library = await emptyLibrary(page);
  await page.getByLabel('Files to import').setInputFiles(reports(1500));
  const strip = page.getByRole('region', { name: 'Import progress' });
  await strip.getByRole('button', { name: 'Pause' }).click();
  await expect(strip).toContainText('Paused');
  const halted = await settled(() => strip.textContent());
  await page.waitForTimeout(600);
  expect(await strip.textContent()).toBe(halted);

  await strip.getByRole('button', { name: 'Resume' }).click();

  await expect(library.summary).toContainText('1,500 imported', { timeout: 90_000 });
});

test('an import that a window took with it is named at the next start, and resumed with the files chosen again', async ({
  page,
}) => {
  // three starts and a thousand files: a busy machine takes minutes
  test.setTimeout(360_000);
  const library = await emptyLibrary(page);
  const files = reports(1500);
  await page.getByLabel('Files to import').setInputFiles(files);
  const bar = page.getByRole('progressbar', { name: 'Import progress' });
  await expect(bar).toBeVisible();
  await expect(bar).toHaveAttribute('aria-valuetext', /^[1-9]/);
  await page.reload();

  await expect(page.getByText(/The import of 1,500 files was cut off/)).toBeVisible();
  const history = page.getByRole('region', { name: 'Import history' });
  if (!(await history.isVisible())) await page.getByRole('button', { name: 'Import history' }).first().click();
  await expect(history).toContainText(/cut off.*not read/s);
  await history.getByRole('button', { name: 'Resume' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose the files again' });
  await expect(dialog).toContainText(/were not read yet/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('Files to choose again').setInputFiles([testFile('stranger.txt', 'A stranger')]);
  await expect(dialog).toContainText('None of the 1 file is one that this import wants');
  await page.getByLabel('Files to choose again').setInputFiles(files);

  await expect(library.summary).toContainText(/imported/, { timeout: 90_000 });
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await expect(history).toContainText('1,500 of 1,500 imported');
  await expect(new Desk(page).status).toContainText('1,500 articles');
  await new Desk(page).undo.click();
  await expect(page.getByRole('heading', { name: 'No articles yet' })).toBeVisible({ timeout: 60_000 });
});

test('files that failed are tried again after a restart, once they are chosen again', async ({ page }) => {
  const library = await emptyLibrary(page);
  await library.import(testFile('late.txt', ''), testFile('good.txt', 'Good\n\nWords.'));
  await page.reload();
  await page.getByRole('button', { name: 'Import history' }).click();
  const history = page.getByRole('region', { name: 'Import history' });

  await history.getByRole('button', { name: 'Try the failed ones again' }).click();
  await page.getByLabel('Files to choose again').setInputFiles([testFile('late.txt', 'Late\n\nIt was written since.')]);

  await expect(library.summary).toContainText('1 imported');
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await expect(library.row(/Late/)).toBeVisible();
});

test('the log of an import is filtered and copied', async ({ page }) => {
  const library = await emptyLibrary(page);
  await library.import(testFile('empty.txt', ''), ...reports(3));
  await page.getByRole('button', { name: 'Import history' }).click();
  const history = page.getByRole('region', { name: 'Import history' });
  await history.getByRole('button', { name: 'Show reasons' }).click();
  const lines = history.getByRole('list', { name: 'Log of the import' }).getByRole('listitem');
  await expect(lines).toHaveText([/empty\.txt.*failed.*It is empty/]);

  await history.getByLabel('Show', { exact: true }).selectOption('All files');
  await expect(lines).toHaveCount(4);
  await history.getByLabel('Filter the log').fill('report-2');
  await expect(lines).toHaveText([/report-2\.txt.*imported/]);
  await history.getByRole('button', { name: 'Copy the log' }).click();

  await expect(page.getByText('1 lines of the log are on the clipboard')).toBeVisible();
});

test('bringing the same once more adds nothing, and says so', async ({ page }) => {
  const library = await emptyLibrary(page);
  await library.import(testFile('dump.jsonl', LINES));

  await library.choose(testFile('dump.jsonl', LINES));

  await expect(library.summary).toContainText(/0 imported.*40 exact copies/s);
  await expect(library.summary).toContainText('nothing was added');
});

test('the columns of an unknown table are mapped, by what its first rows show, and remembered', async ({ page }) => {
  const library = await emptyLibrary(page);
  await library.choose(testFile('table.csv', TABLE));

  await library.summary.getByRole('button', { name: 'Map the columns…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Map the columns' });
  await expect(dialog.getByLabel('Delimiter')).toHaveValue(';');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('Five were killed in the market.');
  await dialog.getByLabel('alpha').selectOption('Words');
  await dialog.getByLabel('beta').selectOption('Published');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Import with this mapping' }).click();

  await expect(library.summary).toContainText('2 imported');
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await expect(library.row(/Five were killed/)).toContainText('2019');
  await library.choose(testFile('more.csv', TABLE.replace('Five', 'Six').replace('dawn', 'noon')));
  await expect(library.summary).toContainText('2 imported');
});

test('a pasted text keeps where it stood', async ({ page }) => {
  const library = await emptyLibrary(page);
  await page.getByRole('button', { name: 'Paste text…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste text' });
  await dialog.getByLabel('Title').fill('Told by telephone');
  await dialog.getByLabel('Text', { exact: true }).fill('The bridge is shut.');
  await dialog.getByLabel('Address').fill('nowhere');
  await dialog.getByLabel('Publisher').fill('Corvane Wire');
  await dialog.getByLabel('Published').fill('10 November 2019');
  await dialog.getByRole('button', { name: 'Import this text' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Not an address');
  await dialog.getByLabel('Address').fill('https://corvane-wire.example/a');
  await dialog.getByRole('button', { name: 'Import this text' }).click();

  await expect(library.summary).toContainText('1 imported');
  await library.summary.getByRole('button', { name: 'Close' }).last().click();
  await expect(library.row(/Told by telephone/)).toContainText(/Corvane Wire.*2019-11-10/);
});

test('the original of a record in a crawl is the page in it, and can be saved', async ({ page }) => {
  const library = await emptyLibrary(page);
  const body =
    '<!doctype html><title>Shells hit market</title><h1>Shells hit market</h1><p>Five were killed by shells.</p>';
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://corvane-wire.example/a\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`;
  await library.import(testFile('crawl.warc', `${head}${http}\r\n\r\n`));
  await library.row(/Shells hit market/).dblclick();

  await page.getByRole('tab', { name: 'Original' }).click();

  const original = page.getByRole('region', { name: 'Original' });
  await expect(original).toContainText('Taken out of the record of a crawl.');
  await expect(
    page.frameLocator('iframe[title="Capture as it came"]').getByText('Five were killed by shells.'),
  ).toBeVisible();
  await expect(original.getByRole('button', { name: 'Save the original…' })).toBeVisible();
});

async function emptyLibrary(page: Page): Promise<Library> {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');
  await expect(page.getByRole('heading', { name: 'No articles yet' })).toBeVisible();
  return new Library(page);
}

/** Waits until something stays as it is. */
async function settled(read: () => Promise<string | null>): Promise<string | null> {
  let last = await read();
  for (;;) {
    await new Promise((resume) => setTimeout(resume, 500));
    const now = await read();
    if (now === last) return now;
    last = now;
  }
}
