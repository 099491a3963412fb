import { expect, type Page } from '@playwright/test';

/** The heading under which an article of the sample case is found. */
const ENGLISH = /Shells hit Marjouna market/;
const ARABIC = /تسعة قتلى/;

/** Begins with an empty workspace, opens the sample case and stops at each place, in the order in which an analyst meets them. */
export async function walkPlaces(page: Page, atPlace: (name: string) => Promise<void>): Promise<void> {
  await page.getByLabel('Your name').fill('Mira Tashevan');
  await atPlace('01-name');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Open the sample case' }).waitFor();
  await atPlace('02-start');
  await page.getByRole('button', { name: 'Open the sample case' }).click();
  const grid = page.getByRole('grid', { name: 'Articles' });
  await expect(grid.getByText(ENGLISH)).toBeVisible({ timeout: 60_000 });
  // the articles stand before they are tagged
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: 90_000 });
  await grid.getByText(ENGLISH).click();
  await atPlace('03-library');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Article', exact: true })).toContainText(/rescue workers said/);
  await atPlace('04-reader');
  await go(page, 'Library');
  await grid.getByText(ARABIC).click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Article', exact: true })).toContainText(ARABIC);
  await atPlace('05-reader-arabic');
  await go(page, 'Search');
  await page.getByRole('searchbox', { name: 'Search the corpus' }).fill('market shells');
  await expect(page.getByRole('list', { name: 'Results' })).toContainText('Marjouna');
  await atPlace('06-search');
  await go(page, 'Entities');
  await page.getByRole('grid', { name: 'Entities' }).getByText('Marjouna', { exact: true }).first().click();
  await atPlace('07-entities');
  await go(page, 'Events');
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await atPlace('08-events');
  await go(page, 'Case file');
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(page.getByText('The case is whole.')).toBeVisible({ timeout: 30_000 });
  await atPlace('09-case-file');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
  await atPlace('10-palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await atPlace('11-keys');
  await page.keyboard.press('Escape');
  await go(page, 'Settings');
  await atPlace('12-settings');
}

async function go(page: Page, place: string): Promise<void> {
  await page.getByRole('link', { name: place, exact: true }).click();
}
