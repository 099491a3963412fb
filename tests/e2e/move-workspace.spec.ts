import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { findElectron } from '#tests/support/electron-binary.ts';
import { type HostKind, openInElectron, openWithProfile, type Running } from '#tests/support/hosts.ts';
import { test } from '#tests/support/test.ts';

const NAME = 'Marjouna, March 2024';

const placeIn = (dataFolder: string) => JSON.parse(readFileSync(join(dataFolder, 'place.json'), 'utf8'));

async function release(page: Page): Promise<void> {
  await new Desk(page).command('Move the workspace…');
  const dialog = page.getByRole('dialog', { name: 'Move the workspace' });
  await dialog.getByRole('button', { name: 'Move it' }).click();
  await expect(dialog.getByRole('status')).toContainText('The next start opens the workspace in');
}

/** Opens the workspace in the other program, from its copies, and gives the name if a new device asks for it. */
async function takeOver(page: Page): Promise<void> {
  await expect(page.getByText('The workspace was moved here.')).toBeVisible();
  await page.getByRole('button', { name: 'Bring the workspace here' }).click();
  const name = page.getByLabel('Your name');
  const cases = page.getByRole('combobox', { name: 'Case' });
  await expect(name.or(cases)).toBeVisible();
  if (await name.isVisible()) {
    await name.fill('N. Kessar');
    await page.getByRole('button', { name: 'Begin' }).click();
  }
  await expect(cases).toHaveText(NAME);
}

async function end({ electron, process, context }: Running): Promise<void> {
  if (electron) return electron.close();
  process.kill('SIGTERM');
  if (process.exitCode === null) await once(process, 'exit');
  await context.close();
}

test('a workspace moves to the other program and back with every case', async ({ hostKind, dataFolder }) => {
  const electron = findElectron();
  test.skip(electron.path === null, 'no Electron to move to');
  test.setTimeout(180_000);
  const open = (kind: HostKind) => (kind === 'electron' ? openInElectron(dataFolder) : openWithProfile(dataFolder));
  const other = hostKind === 'electron' ? 'loopback' : 'electron';
  const here = await open(hostKind);
  await new Desk(here.page).begin();
  await new Desk(here.page).newCase(NAME);
  await release(here.page);
  expect(placeIn(dataFolder).releasedTo).toBe(other);
  await end(here);

  const there = await open(other);
  await expect(there.page.getByRole('list', { name: 'Safety copies' })).toContainText(NAME);
  await takeOver(there.page);
  expect(placeIn(dataFolder)).toMatchObject({ place: { hostKind: other }, releasedTo: null });
  await release(there.page);
  await end(there);

  // nothing was changed there: the case stands here as it was left, and no copy has to be read
  const back = await open(hostKind);
  await expect(back.page.getByText('Every case stands here already')).toBeVisible();
  await takeOver(back.page);
  expect(placeIn(dataFolder)).toMatchObject({ place: { hostKind }, releasedTo: null });
  await end(back);
});
