import { once } from 'node:events';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import type { Running } from '#tests/support/hosts.ts';
import { test } from '#tests/support/test.ts';

/** Ends the workbench as an analyst does: the host asks the window to write what it must. */
async function end({ electron, process, context }: Running): Promise<void> {
  if (electron) return electron.close();
  process.kill('SIGTERM');
  if (process.exitCode === null) await once(process, 'exit');
  await context.close();
}

function copiesIn(dataFolder: string): string[] {
  const folder = join(dataFolder, 'safety-copies');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.casefile')) : [];
}

/** What a damaged store comes to: the browser deletes it and hands the page an empty one. */
function loseStore(dataFolder: string): void {
  for (const profile of ['browser-profile', 'electron-profile', 'profile']) {
    rmSync(join(dataFolder, profile), { recursive: true, force: true });
  }
}

test('work that vanished is told at the next start, and its safety copy brings it back', async ({
  launch,
  dataFolder,
}) => {
  const before = await launch();
  await new Desk(before.page).begin();
  await new Desk(before.page).newCase('Marjouna, March 2024');
  await expect.poll(() => existsSync(join(dataFolder, 'witness.ndjson'))).toBe(true);
  await end(before);
  await expect.poll(() => copiesIn(dataFolder).length).toBe(1);
  loseStore(dataFolder);

  const after = await launch();
  const { page } = after;
  await expect(page.getByRole('alert')).toContainText('Work that was saved is missing');
  await expect(page.getByRole('list', { name: 'What is missing' })).toContainText('The case "Marjouna, March 2024"');
  await expect(page.getByRole('list', { name: 'Safety copies' })).toContainText('Marjouna, March 2024');
  await page.getByRole('button', { name: 'Restore the safety copies' }).click();

  await page.getByLabel('Your name').fill('N. Kessar');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveText('Marjouna, March 2024');
  await end(after);

  const again = await launch();
  await expect(again.page.getByRole('combobox', { name: 'Case' })).toHaveText('Marjouna, March 2024');
  await expect.poll(() => copiesIn(dataFolder).length).toBe(2);
  expect(await again.page.evaluate(shelved)).toEqual([]);
});

/** Files of cases that lie in the origin's private file system. */
async function shelved(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('case-files');
  const names: string[] = [];
  for await (const { name } of folder.values()) names.push(name);
  return names;
}

test('a damaged copy gives way to an older one, also without a witness, and that is said', async ({
  launch,
  dataFolder,
}) => {
  const before = await launch();
  await new Desk(before.page).begin();
  await new Desk(before.page).newCase('Marjouna, March 2024');
  await end(before);
  await expect.poll(() => copiesIn(dataFolder).length).toBe(1);
  loseStore(dataFolder);
  rmSync(join(dataFolder, 'witness.ndjson'));
  const folder = join(dataFolder, 'safety-copies');
  const [good = ''] = copiesIn(dataFolder);
  writeFileSync(join(folder, good.replace(/^\d{4}/, '2099')), 'damaged');

  const { page } = await launch();
  await expect(page.getByRole('list', { name: 'Safety copies' })).toContainText('2099');
  await page.getByRole('button', { name: 'Restore the safety copies' }).click();
  await expect(page.getByText('Brought back, but not all as it was offered')).toBeVisible();
  await page.getByRole('button', { name: 'Open the workspace' }).click();

  await page.getByLabel('Your name').fill('N. Kessar');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveText('Marjouna, March 2024');
});

test('a store that vanished with its witness is asked about once', async ({ launch, dataFolder }) => {
  const before = await launch();
  await new Desk(before.page).begin();
  await new Desk(before.page).newCase('Marjouna, March 2024');
  await end(before);
  await expect.poll(() => copiesIn(dataFolder).length).toBe(1);
  loseStore(dataFolder);
  rmSync(join(dataFolder, 'witness.ndjson'));

  const { page } = await launch();
  await expect(page.getByRole('list', { name: 'What is missing' })).toContainText('The case "Marjouna, March 2024"');
  await page.getByRole('button', { name: 'Start anew…' }).click();
  await page.getByRole('button', { name: 'Go on without what is missing' }).click();

  await expect(page.getByLabel('Your name')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Your name')).toBeVisible();
});

test('a store that vanished without a copy opens only once the analyst has said so', async ({ launch, dataFolder }) => {
  const before = await launch();
  await new Desk(before.page).begin();
  await new Desk(before.page).newCase('Marjouna, March 2024');
  await expect(before.page.getByRole('combobox', { name: 'Case' })).toHaveText('Marjouna, March 2024');
  await expect.poll(() => existsSync(join(dataFolder, 'witness.ndjson'))).toBe(true);
  await end(before);
  loseStore(dataFolder);
  rmSync(join(dataFolder, 'safety-copies'), { recursive: true, force: true });

  const { page } = await launch();
  await expect(page.getByText('There is no safety copy in the data folder.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Work that was saved is missing');
  await page.getByRole('button', { name: 'Start anew…' }).click();
  await page.getByRole('button', { name: 'Go on without what is missing' }).click();

  await expect(page.getByLabel('Your name')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Your name')).toBeVisible();
});
