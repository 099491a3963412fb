import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/test.ts';
import { inElectron, loaded, type RunningElectron } from './desk-page.ts';

const WAYS_AWAY = [
  'https://example.org/',
  'http://127.0.0.1:9/',
  'file:///etc/passwd',
  'app://elsewhere/',
  'app://casewright/assets/',
  'app://casewright/original.html',
  'app://casewright/?planted',
  'data:text/html,x',
  'javascript:globalThis.planted=1',
  'chrome://version',
  'devtools://devtools/bundled/inspector.html',
];

test('the page stays where it is, wherever it tries to go', async ({ app }) => {
  const { page } = app;
  await mark(page);
  for (const address of WAYS_AWAY) {
    await page.evaluate((to) => {
      try {
        location.href = to;
      } catch {
        // refused at once
      }
    }, address);
    await page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), { textContent: 'away' });
      link.setAttribute('href', to);
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
    await page.waitForTimeout(60);
    expect(await isMarked(page), address).toBe(true);
  }
  expect(await page.evaluate(() => 'planted' in globalThis)).toBe(false);
  expect(await windowCount(inElectron(app))).toBe(1);
});

test('a page that has blanked itself is back at its place', async ({ page }) => {
  await mark(page);
  await page.evaluate(() => {
    location.hash = '#/library';
    location.href = 'about:blank';
  });
  await page.waitForURL('app://casewright/#/library');
});

test('the page goes to its own places and may reload', async ({ page }) => {
  await mark(page);
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  expect(await isMarked(page)).toBe(true);
  await page.evaluate(() => location.reload());
  await expect.poll(() => isMarked(page).catch(() => true)).toBe(false);
  expect(page.url()).toBe('app://casewright/#/library');
});

test('no window opens by itself: window.open, a link with a target, a form with a target', async ({ app }) => {
  const { page } = app;
  await mark(page);
  for (const address of ['https://example.org/', 'app://casewright/', 'about:blank', '', 'file:///etc/passwd']) {
    const opened = await page.evaluate((to) => window.open(to) === null, address);
    expect(opened, address).toBe(true);
    await page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), { target: '_blank', textContent: 'away' });
      link.setAttribute('href', to);
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
  }
  await page.waitForTimeout(200);
  expect(await windowCount(inElectron(app))).toBe(1);
  expect(await isMarked(page)).toBe(true);
});

test('a link dragged onto the page, and a file, do nothing', async ({ app }) => {
  const { page } = app;
  await mark(page);
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', textContent: 'drag me' });
    link.id = 'dragged';
    link.style.cssText = 'position:fixed;left:20px;top:20px;z-index:99';
    const place = document.createElement('div');
    place.id = 'dropped';
    place.style.cssText = 'position:fixed;left:200px;top:200px;width:200px;height:200px;z-index:98';
    document.body.append(link, place);
  });
  await page.dragAndDrop('#dragged', '#dropped');
  const protocol = await app.context.newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await protocol.send('Input.dispatchDragEvent', {
      type,
      x: 300,
      y: 300,
      data: { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 },
    });
  }
  await page.waitForTimeout(300);
  expect(await isMarked(page)).toBe(true);
  expect(await windowCount(inElectron(app))).toBe(1);
});

test('no browser is embedded: the tag for it means nothing', async ({ app }) => {
  const { page } = app;
  await mark(page);
  const isInert = await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'app://casewright/');
    document.body.append(view);
    return view instanceof HTMLUnknownElement || !('getWebContentsId' in view);
  });
  expect(isInert).toBe(true);
  await page.waitForTimeout(200);
  expect(await inElectron(app).electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

async function mark(page: Page): Promise<void> {
  await loaded(page);
  await page.evaluate(() => Reflect.set(globalThis, 'marked', true));
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => 'marked' in globalThis && location.href.startsWith('app://casewright/'));
}

function windowCount({ electron }: RunningElectron): Promise<number> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
}
