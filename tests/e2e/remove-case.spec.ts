import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { Library, reports } from '#tests/support/library.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(120_000);

/** Begins a case with one article in it. */
async function caseWithArticle(page: Page, name: string): Promise<Desk> {
  const desk = new Desk(page);
  const [report] = reports(1);
  if (!report) throw new RangeError('No report.');
  await desk.newCase(name);
  await new Library(page).import(report);
  await expect(new Library(page).row('Report 0')).toBeVisible();
  return desk;
}

test('a case is removed once it was told what goes, and comes back from its safety copy', async ({ page }) => {
  await new Desk(page).begin();
  await new Desk(page).newCase('Stays');
  const desk = await caseWithArticle(page, 'Marjouna, March 2024');
  await desk.go('Case file');
  await page.getByRole('navigation', { name: 'Case file' }).getByRole('button', { name: 'Remove this case…' }).click();

  const dialog = page.getByRole('dialog', { name: 'Remove this case' });
  await expect(dialog).toContainText('“Marjouna, March 2024” leaves this workspace.');
  await expect(dialog).toContainText('1 articles with their captures and texts');
  await dialog.getByRole('button', { name: 'Keep a copy and remove the case' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('“Marjouna, March 2024” was removed. Its safety copy is kept.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Case' })).not.toHaveText('Marjouna, March 2024');

  await page.getByRole('button', { name: 'Bring it back' }).click();

  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveText('Marjouna, March 2024');
  await desk.go('Library');
  await expect(new Library(page).row('Report 0')).toBeVisible();
});

test('a removed case is not missed at the next start, and Settings bring it back', async ({ page }) => {
  await new Desk(page).begin();
  await new Desk(page).newCase('Stays');
  const desk = await caseWithArticle(page, 'Marjouna, March 2024');
  await desk.go('Case file');
  await page.getByRole('button', { name: 'Remove this case…' }).click();
  await page.getByRole('button', { name: 'Keep a copy and remove the case' }).click();
  await expect(page.getByText('was removed. Its safety copy is kept.')).toBeVisible();

  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveText('Stays');
  await desk.go('Settings');
  await page.getByRole('link', { name: 'Storage and safety copies' }).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByText('“Marjouna, March 2024” is back as it was copied.')).toBeVisible();

  await expect(page.getByRole('button', { name: 'Bring it back' })).toBeHidden();
});

test('opening a case file can be taken back until something is done on the case', async ({ app, page }) => {
  await new Desk(page).begin();
  const desk = await caseWithArticle(page, 'Marjouna, March 2024');
  await desk.go('Case file');
  const path = await app.saves(() => page.getByRole('button', { name: 'Export case file…' }).click());
  await expect(page.getByRole('dialog', { name: 'Case file written' })).toBeVisible();
  await page.keyboard.press('Escape');
  const file = { name: 'marjouna.casefile', mimeType: 'application/zip', buffer: await readFile(path) };
  await page.getByRole('button', { name: 'Remove this case…' }).click();
  await page.getByRole('button', { name: 'Keep a copy and remove the case' }).click();
  await expect(page.getByText('was removed. Its safety copy is kept.')).toBeVisible();
  await page.getByLabel('Case file to open').setInputFiles(file);
  await page.getByRole('button', { name: 'Bring this case in' }).click();
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveText('Marjouna, March 2024');

  await page.getByRole('button', { name: 'Undo: Open case file' }).click();

  await expect(page.getByText('Undone: Open case file.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Case' })).toBeHidden();
});
