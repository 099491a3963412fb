import { expect } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';

test('undo and redo say in words what they would do, and outlast a reload', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import…', exact: true }).first().click(),
  ]);
  await chooser.setFiles({
    name: 'market.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Shells hit the market\n\nFive people died on Thursday.'),
  });
  await expect(page.getByRole('dialog', { name: 'Import summary' })).toBeVisible();
  await page.keyboard.press('Escape');
  const done = page.getByRole('checkbox', { name: /^Done/ });

  await page.getByRole('row', { name: /Shells hit the market/ }).click();
  await page.keyboard.press('d');
  await expect(done).toHaveAccessibleName(/Done\s*1/);
  await expect(desk.undo).toHaveAttribute('title', /^Undo: Set .*Shells hit the market.* to done/);

  await page.reload();
  await expect(done).toHaveAccessibleName(/Done\s*1/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(done).toHaveAccessibleName(/Done\s*0/);
  await expect(desk.redo).toHaveAttribute('title', /^Redo: Set .* to done/);
  await expect(page.getByRole('status').filter({ hasText: 'Undone: Set' })).toBeVisible();

  await desk.redo.click();
  await expect(done).toHaveAccessibleName(/Done\s*1/);
});

test('a choice of theme reaches the other windows', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.begin();
  const other = await app.newWindow();
  await expect(other.getByRole('button', { name: 'New case…' })).toBeVisible();

  await desk.command('Settings');
  await page.getByRole('link', { name: 'Look' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();

  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
});
