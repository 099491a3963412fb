import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';

const copiesIn = (dataFolder: string) =>
  readdirSync(join(dataFolder, 'safety-copies')).filter((name) => name.endsWith('.casefile')).length;

test('a window that was closed at once has its copy written soon after the next start', async ({
  launch,
  dataFolder,
}) => {
  const before = await launch();
  await new Desk(before.page).begin();
  await new Desk(before.page).newCase('Harbour fire');
  before.process.kill('SIGKILL'); // nobody is asked to write anything
  await before.context.close().catch(() => {}); // in Electron it has gone with its process
  expect(copiesIn(dataFolder)).toBe(0);

  const after = await launch();
  await expect(after.page.getByRole('combobox', { name: 'Case' })).toHaveText('Harbour fire');
  await expect.poll(() => copiesIn(dataFolder), { timeout: 30_000 }).toBe(1);
});

test('Ctrl+C, which a terminal sends to every process of Electron, has the copies written first', async ({
  launch,
  dataFolder,
  hostKind,
}) => {
  test.skip(hostKind !== 'electron', 'start.spec.ts does the same with a window of a browser');
  const { page, process: program } = await launch();
  await new Desk(page).begin();
  await new Desk(page).newCase('Harbour fire');
  const ended = new Promise((resolve) => program.once('exit', resolve));
  process.kill(-(program.pid ?? 0), 'SIGINT'); // it leads a group of its own

  expect(await ended).toBe(0);
  expect(copiesIn(dataFolder)).toBe(1);
});
