import { expect } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';
import { answerMessages, clickMenu, inElectron, loaded } from './desk-page.ts';

test('the menu opens what stands over the desk, and goes to its places', async ({ app }) => {
  const { electron, page } = inElectron(app);
  const desk = new Desk(page);
  await desk.begin();
  await clickMenu(electron, 'palette:open');
  await expect(desk.palette).toBeVisible();
  await page.keyboard.press('Escape');
  await clickMenu(electron, 'help:keys');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await clickMenu(electron, 'case:new');
  const dialog = page.getByRole('dialog', { name: 'New case' });
  await dialog.getByLabel('Name', { exact: true }).fill('Marjouna');
  await dialog.getByRole('button', { name: 'Create case' }).click();
  await expect(page).toHaveURL(/#\/case\//);
  for (const [id, place] of [
    ['go:settings', /#.*settings/],
    ['go:library', /#.*library/],
  ] as const) {
    await clickMenu(electron, id);
    await expect(page).toHaveURL(place);
  }
});

test('“Import…” of the menu opens the file dialog, as a click in the page would', async ({ app }) => {
  const { electron, page } = inElectron(app);
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');
  await expect(page).toHaveURL(/#\/case\//);
  await clickMenu(electron, 'go:library');
  await expect(page.getByRole('button', { name: 'Import…' }).first()).toBeVisible();
  const chooses = page.waitForEvent('filechooser');
  await page.title(); // the page is asked after it has been told to keep its dialogs back
  await clickMenu(electron, 'import:files');
  expect((await chooses).isMultiple()).toBe(true);
});

test('a desk at work agrees to close, without being waited for until patience ends', async ({ launch }) => {
  const { electron, page, process: program } = inElectron(await launch());
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');
  const started = Date.now();
  const ends = new Promise((resolve) => program.once('exit', resolve));
  await electron.evaluate(({ app }) => setTimeout(() => app.quit()));
  expect(await ends).toBe(0);
  expect(Date.now() - started).toBeLessThan(4_500);
});

test('a desk whose page was killed is back with its case', async ({ app }) => {
  const { electron, page } = inElectron(app);
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');
  await expect(page).toHaveURL(/#\/case\//);
  const address = page.url();
  const said = await answerMessages(electron);
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(() => said()).toHaveLength(1);
  await expect
    .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getTitle()))
    .toContain('Marjouna');
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())).toBe(
    address,
  );
});

test('two windows show one workspace: a case made in one is there in the other', async ({ app }) => {
  const { electron, page } = inElectron(app);
  await new Desk(page).begin();
  const opens = electron.waitForEvent('window');
  await clickMenu(electron, 'window:new');
  const second = await loaded(await opens);
  await expect(second.getByRole('button', { name: 'New case…' })).toBeVisible();
  await new Desk(second).newCase('Kharsa');
  await page.getByRole('combobox', { name: 'Case' }).click();
  await expect(page.getByRole('option', { name: /Kharsa/ })).toBeVisible();
});
