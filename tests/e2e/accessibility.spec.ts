import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(400_000);

test('nothing of the library is out of reach, in light and in dark', async ({ page }) => {
  await lookAround(page, library);
});

test('nothing of the reader is out of reach, in light and in dark', async ({ page }) => {
  await lookAround(page, reader);
});

test('nothing of the search, the entities and the events is out of reach, in light and in dark', async ({ page }) => {
  await lookAround(page, lists);
});

test('nothing of the case file, its dialogs and the help is out of reach, in light and in dark', async ({ page }) => {
  await lookAround(page, caseFile);
});

type Look = (at: string) => Promise<void>;

/** Goes through a part of the sample case and gathers the faults of all of it, so that one run names each. */
async function lookAround(page: Page, walk: (desk: Desk, look: Look) => Promise<void>): Promise<void> {
  const desk = new Desk(page);
  const faults: string[] = [];
  await desk.begin();
  await desk.openSample();
  await walk(desk, async (at) => {
    // a place that is still being fetched has no heading yet
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      for (const fault of await accessibilityFaults(page)) faults.push(`${at}, ${theme}: ${fault}`);
    }
  });
  expect([...new Set(faults)]).toEqual([]);
}

async function library({ page, articles }: Desk, look: Look): Promise<void> {
  const row = articles.getByRole('row').filter({ hasText: 'Shells hit Marjouna market' });
  await row.click();
  await look('library');
  await page.keyboard.press('Shift+ArrowDown');
  await look('library, several chosen');
  await page.keyboard.press('t');
  await dialog(page, look, 'tags');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Import history' }).click();
  await look('import history');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Paste text…' }).click();
  await dialog(page, look, 'paste');
}

async function reader(desk: Desk, look: Look): Promise<void> {
  const { page } = desk;
  await desk.read('Shells hit Marjouna market');
  await look('reader');
  for (const tab of ['Events', 'Details']) {
    await page.getByRole('tab', { name: tab }).click();
    await look(`reader, ${tab}`);
  }
  await page.getByRole('tab', { name: 'Original' }).click();
  await look('reader, original');
  await page.getByRole('tab', { name: 'Text', exact: true }).click();
  await desk.select('OSTAVEL');
  await look('reader, selection');
  await page.keyboard.press('e');
  await look('reader, link to entity');
  await page.keyboard.press('Escape');
  await desk.select('OSTAVEL');
  await page.keyboard.press('v');
  await expect(desk.eventForm).toBeVisible();
  await look('reader, event');
  await desk.read('تسعة قتلى');
  await look('reader, right to left');
}

async function lists(desk: Desk, look: Look): Promise<void> {
  const { page } = desk;
  await desk.go('Search');
  await look('search, empty');
  await page.getByRole('searchbox', { name: 'Search the corpus' }).fill('market');
  await expect(page.getByRole('list', { name: 'Results' })).toBeVisible();
  await page.keyboard.press('F1');
  await look('search, results and help');
  for (const place of ['Entities', 'Events']) {
    await desk.go(place);
    await look(`${place}, none in hand`);
    await page.getByRole('grid', { name: place }).getByRole('row').nth(1).click();
    await look(`${place}, one in hand`);
  }
}

async function caseFile(desk: Desk, look: Look): Promise<void> {
  const { page } = desk;
  await desk.go('Case file');
  await look('case file');
  await page.getByRole('button', { name: 'History', exact: true }).click();
  await expect(page.getByRole('table', { name: 'History' }).getByRole('row').nth(1)).toBeVisible();
  await look('history');
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(page.getByText('The case is whole.')).toBeVisible();
  await look('verification');
  await page
    .getByLabel('Case file to open')
    .setInputFiles({ name: 'broken.casefile', mimeType: 'application/zip', buffer: Buffer.from('no zip at all') });
  await expect(page.getByText('The file was refused')).toBeVisible();
  await dialog(page, look, 'refused file');
  await page.keyboard.press('?');
  await dialog(page, look, 'keys');
  await page.keyboard.press('ControlOrMeta+k');
  await dialog(page, look, 'palette');
  await desk.command('New case…');
  await dialog(page, look, 'new case');
  await desk.command('Help');
  await look('help');
}

async function dialog(page: Page, look: Look, name: string): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(name);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}
