import { expect } from '@playwright/test';
import { menuCommands } from '#shared/contracts/menu-commands.ts';
import { test } from '#tests/support/test.ts';
import { clickMenu, inElectron, keepBack, loaded, noteEvents, told } from './desk-page.ts';

/** The host itself carries these out: a file dialog and a window are its own. */
const BY_THE_HOST = ['case:open-file', 'window:new'];

test('each item has the desk carry out its command, with the right to open a file dialog', async ({ app }) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  await noteEvents(page, 'command:run');
  page.on('filechooser', () => {}); // so that no native dialog waits for an answer
  await page.title(); // the page is asked after it has been told to keep them back
  const commands = menuCommands.filter((command) => !BY_THE_HOST.includes(command));
  for (const [at, command] of commands.entries()) {
    await clickMenu(electron, command);
    await expect.poll(() => told(page)).toHaveLength(at + 1);
  }
  expect(await told(page)).toEqual(commands.map((id) => ({ name: 'command:run', payload: { id }, isActive: true })));
});

test('“New window” opens another window at the same place', async ({ app }) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  const opens = electron.waitForEvent('window');
  await expect.poll(() => page.url()).toBe('app://casewright/#/library');
  await clickMenu(electron, 'window:new');
  const second = await opens;
  await second.waitForURL('app://casewright/#/library');
});

test('a command goes to the window that was used last', async ({ app }) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  await noteEvents(page, 'command:run');
  const opens = electron.waitForEvent('window');
  await clickMenu(electron, 'window:new');
  const second = await loaded(await opens);
  await noteEvents(second, 'command:run');
  await clickMenu(electron, 'go:search');
  await expect.poll(() => told(second)).toMatchObject([{ payload: { id: 'go:search' } }]);
  expect(await told(page)).toEqual([]);
});

test('a command given before the desk listens is carried out once it does', async ({ app }) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  const letThrough = await keepBack(electron, 'window:ready');
  const isBack = page.waitForEvent('load');
  await electron.evaluate(({ BrowserWindow, Menu }) => {
    BrowserWindow.getAllWindows()[0]?.reload();
    Menu.getApplicationMenu()?.getMenuItemById('go:events')?.click();
  });
  await isBack;
  await letThrough();
  await noteEvents(page, 'command:run');
  await expect.poll(() => told(page)).toMatchObject([{ payload: { id: 'go:events' } }]);
});

test('keys that a text field needs are left to the page', async ({ app }) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  const registered = await electron.evaluate(({ Menu }) =>
    ['edit:undo', 'edit:redo', 'palette:open', 'window:new'].map(
      (id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.registerAccelerator,
    ),
  );
  expect(registered).toEqual([false, false, false, false]);
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'planted';
    field.style.cssText = 'position:fixed;left:0;top:0;z-index:99';
    document.body.append(field);
  });
  await page.click('#planted');
  await page.keyboard.type('typed');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('#planted')).toHaveValue('');
});

test('nothing in the menu opens the developer tools or leaves the program', async ({ app }) => {
  const { electron } = inElectron(app);
  const roles = await electron.evaluate(({ Menu }) => {
    const all = (menu: Electron.Menu | null | undefined): Electron.MenuItem[] =>
      (menu?.items ?? []).flatMap((item) => [item, ...all(item.submenu)]);
    return all(Menu.getApplicationMenu()).map((item) => item.role?.toLowerCase() ?? '');
  });
  expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectall', 'quit']));
  expect(roles).not.toEqual(expect.arrayContaining(['toggledevtools']));
  expect(roles).not.toEqual(expect.arrayContaining(['reload']));
});
