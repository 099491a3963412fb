import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, Desk } from '#tests/support/desk.ts';
import { Library, testFile } from '#tests/support/library.ts';
import { test } from '#tests/support/test.ts';

const pageOf = (outlet: string, domain: string) =>
  testFile(
    `${domain}.html`,
    `<!doctype html><html lang="en"><head><title>${outlet} reports</title><meta property="og:site_name" content="${outlet}">
<meta property="og:url" content="https://${domain}.example/a"></head><body><h1>${outlet} reports</h1><p>Five were killed, says ${domain}.</p></body></html>`,
  );

test('publishers are listed with their domains, merged, and taken apart again', async ({ page }) => {
  const { grid, card } = await sources(page);
  await expect(grid.getByRole('row', { name: /Corvane Wire.*corvane\.example/ })).toBeVisible();
  await grid.getByRole('row', { name: /Ostavel Courier/ }).click();
  expect(await accessibilityFaults(page)).toEqual([]);

  await card.getByRole('button', { name: 'Merge…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge “Ostavel Courier”' });
  await dialog.getByLabel('Into').selectOption('Corvane Wire');
  await dialog.getByLabel('Reason').fill('One newsroom.');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();

  await expect(grid.getByRole('row', { name: /Ostavel Courier/ })).toHaveCount(0);
  await expect(grid.getByRole('row', { name: /Corvane Wire.*corvane\.example, ostavel\.example.*2/ })).toBeVisible();
  await expect(card.getByRole('heading', { name: 'Corvane Wire' })).toBeVisible();

  await card.getByRole('button', { name: 'Take apart again: Ostavel Courier' }).click();
  await expect(grid.getByRole('row', { name: /Ostavel Courier/ })).toBeVisible();
});

test('a publisher is renamed, graded, and said to republish another', async ({ page }) => {
  const { grid, card } = await sources(page);
  await grid.getByRole('row', { name: /Ostavel Courier/ }).click();

  await card.getByLabel('Source grade').selectOption('B, usually reliable');
  await expect(grid.getByRole('row', { name: /Ostavel Courier.*ostavel\.example.*B/ })).toBeVisible();
  await card.getByLabel('Another that it republishes').selectOption('Corvane Wire');
  await card.getByRole('button', { name: 'Add' }).click();
  await expect(card.getByRole('list', { name: 'Republishes' })).toContainText('Corvane Wire');
  await card.getByLabel('Name', { exact: true }).fill('The Courier');
  await card.getByLabel('Name', { exact: true }).press('Tab');

  await expect(grid.getByRole('row', { name: /The Courier/ })).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(grid.getByRole('row', { name: /Ostavel Courier/ })).toBeVisible();
});

async function sources(page: Page) {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');
  await new Library(page).import(pageOf('Corvane Wire', 'corvane'), pageOf('Ostavel Courier', 'ostavel'));
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Sources' }).click();
  return {
    grid: page.getByRole('grid', { name: 'Sources' }),
    card: page.getByRole('complementary', { name: 'Source' }),
  };
}
