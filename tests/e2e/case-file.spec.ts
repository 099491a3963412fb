import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(120_000);

test('what is no case file, or is damaged, is refused with words, and nothing comes in', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Sarat');
  await desk.go('Case file');
  const path = await app.saves(() => page.getByRole('button', { name: 'Export case file…' }).click());
  await expect(page.getByRole('dialog', { name: 'Case file written' })).toBeVisible();
  await page.keyboard.press('Escape');
  const whole = await readFile(path);
  const damaged = Buffer.from(whole);
  const middle = Math.floor(damaged.length / 2);
  damaged.writeUInt8(damaged.readUInt8(middle) ^ 0xff, middle);

  for (const [name, buffer] of [
    ['no-zip.casefile', Buffer.from('no zip at all')],
    ['empty.casefile', Buffer.alloc(0)],
    ['cut.casefile', whole.subarray(0, middle)],
    ['damaged.casefile', damaged],
  ] as const) {
    await page.getByLabel('Case file to open').setInputFiles({ name, mimeType: 'application/zip', buffer });
    const dialog = page.getByRole('dialog', { name: 'This case file was not opened' });
    await expect(dialog).toContainText(name);
    await expect(dialog).toContainText('Your workspace is as it was.');
    await expect(dialog.getByRole('button', { name: 'Bring this case in' })).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('History lists every change, by whom, the latest first', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin('N. Kessar');
  await desk.newCase('Sarat');
  await desk.go('Case file');
  await page.getByRole('button', { name: 'History', exact: true }).click();

  const rows = page.getByRole('table', { name: 'History' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('N. Kessar');
  await expect(rows.nth(1)).toContainText('Sarat');
});

test('Verify finds a new case whole, and the file of a case that stands here leads to it', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Sarat');
  await desk.go('Case file');
  await expect(page.getByRole('table', { name: 'What is inside' }).getByRole('row').first()).toBeVisible();
  await page.keyboard.press('y');
  await expect(page.getByText('The case is whole.')).toBeVisible();

  const path = await app.saves(() => page.keyboard.press('Control+e'));
  await expect(page.getByRole('dialog', { name: 'Case file written' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page
    .getByLabel('Case file to open')
    .setInputFiles({ name: 'same.casefile', mimeType: 'application/zip', buffer: await readFile(path) });
  const dialog = page.getByRole('dialog', { name: 'Open case file' });
  await expect(dialog.getByRole('alert')).toContainText('This case is in this workspace already');
  await expect(dialog).not.toContainText('Would add');
  await expect(dialog.getByRole('button', { name: 'Bring this case in' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Go to the case' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveTitle('Library · Sarat · Casewright');
});

test('a file on the first command line of Electron is opened once the name is given', async ({
  launch,
  dataFolder,
  hostKind,
}) => {
  test.skip(hostKind !== 'electron', 'start.spec.ts does the same with browsers');
  const file = join(dataFolder, 'given.casefile');
  await writeFile(file, 'no zip at all');
  const { page } = await launch([file]);
  await new Desk(page).begin();

  await expect(page.getByRole('dialog', { name: 'This case file was not opened' })).toContainText('given.casefile');
});

test('History says what a change did and leads to what it speaks of; what is gone is said to be', async ({ page }) => {
  test.setTimeout(120_000);
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();
  await desk.go('Entities');
  await page.getByRole('grid', { name: 'Entities' }).getByText('Ashmar Brigade', { exact: true }).first().click();
  await page
    .getByRole('complementary', { name: 'Entity' })
    .getByRole('combobox', { name: 'Type' })
    .selectOption('Other');
  await desk.command('New entity…');
  const dialog = page.getByRole('dialog', { name: 'New entity' });
  await dialog.getByLabel('Name', { exact: true }).fill('Nobody');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await desk.undo.click();
  await desk.go('Case file');
  // pressed before the place stands: it is heard all the same
  await page.keyboard.press('h');
  const table = page.getByRole('table', { name: 'History' });

  await table.getByRole('button', { name: 'Create “Nobody” as Person' }).last().click();
  await expect(page.getByText('What this entry speaks of is no longer there')).toBeVisible();

  const edit = table.getByRole('row').filter({ hasText: /Edit “Ashmar Brigade”/ });
  await edit.getByRole('button', { name: /^What changed/ }).click();
  await expect(table.getByRole('listitem').filter({ hasText: 'Entity, type' })).toContainText(
    'armed-groupbecomes→other',
  );
  await edit.getByRole('button', { name: 'Edit “Ashmar Brigade”' }).click();
  await expect(page.getByRole('complementary', { name: 'Entity' }).getByRole('heading', { level: 2 })).toHaveText(
    'Ashmar Brigade',
  );
});
