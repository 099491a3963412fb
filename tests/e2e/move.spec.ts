import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';

test('the workspace is let go to the other host once every case has a safety copy', async ({
  page,
  dataFolder,
  hostKind,
}) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');

  await desk.command('Move the workspace…');
  const dialog = page.getByRole('dialog', { name: 'Move the workspace' });
  await dialog.getByRole('button', { name: 'Move it' }).click();
  await expect(dialog.getByRole('status')).toContainText('The next start opens the workspace in');

  const record = JSON.parse(await readFile(join(dataFolder, 'place.json'), 'utf8'));
  expect(record.releasedTo).toBe(hostKind === 'electron' ? 'loopback' : 'electron');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await page.reload();
  await expect(page.getByRole('row', { name: /Marjouna/ })).toBeVisible();
});
