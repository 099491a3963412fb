import { expect } from '@playwright/test';
import { accessibilityFaults, Desk } from '#tests/support/desk.ts';
import { Library } from '#tests/support/library.ts';
import { test } from '#tests/support/test.ts';

test('the empty start screen opens a sample case that has something to show in every column', async ({ page }) => {
  await new Desk(page).begin();

  await page.getByRole('button', { name: 'Open the sample case' }).click();

  const library = new Library(page);
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: 90_000 });
  await expect(library.grid.getByRole('row')).toHaveCount(14);
  await expect(library.row(/Seven dead in Marjouna/)).toContainText(/Dervah Monitor.*2024-03-16.*market/);
  await expect(library.row(/تسعة قتلى/)).toContainText('صوت أشمر');
  await expect(library.row(/keeper's log/)).toContainText('2 Mar, no year');
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveText('Sample: Marjouna, March 2024');
});

test('the preview shows who and what an article names, and the bytes it came from', async ({ page }) => {
  await new Desk(page).begin();
  await page.getByRole('button', { name: 'Open the sample case' }).click();
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: 90_000 });
  const library = new Library(page);

  await library.row(/Shells hit Marjouna market/).click();
  await library.openPreview();

  await expect(library.preview.getByRole('heading', { name: /Shells hit Marjouna market/ })).toBeVisible();
  await expect(library.preview).toContainText('Ashmar District Hospital');
  await expect(library.preview).toContainText('Shelling of Marjouna market');
  await expect(library.preview).toContainText('2 times, the same bytes');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('is read in the order in which the library shows it, however the reader is opened', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();
  const library = new Library(page);
  const titles = await library.titles();
  const queue = page.getByRole('navigation', { name: 'Queue' });
  const read = () => queue.locator('li [dir=auto]').allTextContents();
  expect(titles).toHaveLength(13);

  await desk.go('Reader');
  await expect(queue).toContainText('1 of 13');
  await expect.poll(read).toEqual(titles);

  await desk.go('Library');
  await library.row(titles[1] ?? '').dblclick();
  await expect(queue).toContainText('2 of 13');
  await expect.poll(read).toEqual(titles);
  await page.keyboard.press('j');
  await expect(queue.locator('[aria-current=true]')).toContainText(titles[2] ?? '');

  await desk.go('Library');
  await library.sortBy('Title');
  await expect.poll(() => library.titles()).not.toEqual(titles);
  const sorted = await library.titles();
  await library.row(sorted[0] ?? '').dblclick();
  await expect(queue).toContainText('1 of 13');
  await expect.poll(read).toEqual(sorted);
});
