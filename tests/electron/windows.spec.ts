import { spawn } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { takeLock } from '#electron/services/take-lock.ts';
import type { EventPayload } from '#shared/contracts/host.ts';
import { findElectron } from '#tests/support/electron-binary.ts';
import { test } from '#tests/support/test.ts';
import { call, clickMenu, inElectron, keepBack, loaded, noteEvents, told } from './desk-page.ts';

const BOUNDS = { x: 60, y: 50, width: 900, height: 640 };

test('size, place and what was shown come back after a restart', async ({ launch }) => {
  const first = inElectron(await launch());
  await loaded(first.page);
  await setBounds(first.electron, BOUNDS);
  await first.page.evaluate(() => {
    location.hash = '#/library';
  });
  await expect.poll(() => first.page.url()).toContain('#/library');
  await first.close();
  const second = inElectron(await launch());
  await second.page.waitForURL('app://casewright/#/library');
  expect(await allBounds(second.electron)).toEqual([BOUNDS]);
});

test('all windows that were open at the end come back', async ({ launch }) => {
  const first = inElectron(await launch());
  await loaded(first.page);
  await setBounds(first.electron, BOUNDS);
  await clickMenu(first.electron, 'window:new');
  await expect.poll(() => allBounds(first.electron)).toHaveLength(2);
  const before = await allBounds(first.electron);
  await first.close();
  const second = inElectron(await launch());
  await expect.poll(() => allBounds(second.electron)).toHaveLength(2);
  expect((await allBounds(second.electron)).sort(byPlace)).toEqual(before.sort(byPlace));
});

test('a window that was closed alone does not come back', async ({ launch }) => {
  const first = inElectron(await launch());
  await loaded(first.page);
  const opens = first.electron.waitForEvent('window');
  await clickMenu(first.electron, 'window:new');
  const second = await loaded(await opens);
  await first.electron.evaluate(({ BrowserWindow }) => {
    const [newest] = BrowserWindow.getAllWindows().sort((one, other) => other.id - one.id);
    newest?.close();
  });
  await expect.poll(() => second.isClosed()).toBe(true);
  expect(await allBounds(first.electron)).toHaveLength(1);
  await first.close();
  const again = inElectron(await launch());
  await loaded(again.page);
  expect(await allBounds(again.electron)).toHaveLength(1);
});

test('a window that stood on a display that is gone comes back where it can be seen', async ({
  launch,
  dataFolder,
}) => {
  const place = { bounds: { x: 9000, y: -4000, width: 800, height: 600 }, isMaximized: false, isFullScreen: false };
  const state = { format: 1, windows: [{ ...place, hash: '#/search' }], saveFolder: null };
  writeFileSync(join(dataFolder, 'windows.json'), JSON.stringify(state));
  const { page, electron } = inElectron(await launch());
  await page.waitForURL('app://casewright/#/search');
  const [bounds] = await allBounds(electron);
  const area = await electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
  expect(bounds?.x).toBeGreaterThanOrEqual(area.x);
  expect(bounds?.y).toBeGreaterThanOrEqual(area.y);
  expect((bounds?.x ?? 0) + (bounds?.width ?? 0)).toBeLessThanOrEqual(area.x + area.width);
});

for (const [what, text] of [
  ['damaged', '{"format":1,"windows":[{'],
  ['from a later version', '{"format":2}'],
  ['full of windows', JSON.stringify({ format: 1, windows: Array(500).fill({}), saveFolder: null })],
]) {
  test(`a record of windows that is ${what} opens one window`, async ({ launch, dataFolder }) => {
    writeFileSync(join(dataFolder, 'windows.json'), text ?? '');
    const { page, electron } = inElectron(await launch());
    await loaded(page);
    expect(await allBounds(electron)).toHaveLength(1);
  });
}

test('the desk may open another window at a place, through the bridge', async ({ app }) => {
  const { page, electron } = inElectron(app);
  await loaded(page);
  const opens = electron.waitForEvent('window');
  expect(await call(page, 'window:open', { hash: '#/events' })).toEqual({ ok: true, value: null });
  await (await opens).waitForURL('app://casewright/#/events');
});

test('everything is kept in the data folder, closed to others', async ({ app, dataFolder }) => {
  await loaded(app.page);
  expect(statSync(join(dataFolder, 'electron-profile')).mode & 0o077).toBe(0);
  expect(statSync(dataFolder).mode & 0o077).toBe(0);
  expect(await inElectron(app).electron.evaluate(({ app: program }) => program.getPath('userData'))).toBe(
    join(dataFolder, 'electron-profile'),
  );
});

test('a closing window waits for the desk, and closes as soon as it agrees', async ({ launch }) => {
  const { page, electron, process: program } = inElectron(await launch());
  await loaded(page);
  const letThrough = await keepBack(electron, 'window:may-close');
  await noteEvents(page, 'window:closing');
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => told(page)).toMatchObject([{ name: 'window:closing', payload: {} }]);
  expect(await allBounds(electron)).toHaveLength(1);
  const ends = new Promise((resolve) => program.once('exit', resolve));
  await letThrough();
  await call(page, 'window:may-close', null).catch(() => {}); // it may be gone before the answer is back
  expect(await ends).toBe(0);
});

test('a desk that is asked to close and says nothing is closed after some seconds', async ({ launch }) => {
  const { page, electron, process: program } = inElectron(await launch());
  await loaded(page);
  await keepBack(electron, 'window:may-close');
  await noteEvents(page, 'window:closing');
  const started = Date.now();
  const ends = new Promise((resolve) => program.once('exit', resolve));
  await electron.evaluate(({ app }) => setTimeout(() => app.quit()));
  expect(await ends).toBe(0);
  expect(Date.now() - started).toBeGreaterThan(4_000);
});

test('a desk that never listened closes at once', async ({ launch }) => {
  const { page, electron, process: program } = inElectron(await launch());
  await loaded(page);
  await page.reload(); // whatever the desk itself has said is forgotten with its document
  const ends = new Promise((resolve) => program.once('exit', resolve));
  await electron.evaluate(({ app }) => setTimeout(() => app.quit()));
  expect(await ends).toBe(0);
});

test('a page cannot hold its window open', async ({ launch }) => {
  const { page, electron, process: program } = inElectron(await launch());
  await loaded(page);
  await page.mouse.click(5, 5);
  await page.evaluate(() => {
    window.addEventListener('beforeunload', (event) => event.preventDefault());
  });
  const ends = new Promise((resolve) => program.once('exit', resolve));
  await electron.evaluate(({ app }) => setTimeout(() => app.quit()));
  expect(await ends).toBe(0);
});

test('a second start ends at once, and its case file opens in the first', async ({ app, dataFolder }) => {
  const { page, electron } = inElectron(app);
  await loaded(page);
  await noteEvents(page, 'file:opened');
  const file = join(dataFolder, 'Second start.casefile');
  writeFileSync(file, 'from the second start');
  const started = Date.now();
  expect(await startAgain(dataFolder, [file])).toBe(0);
  expect(Date.now() - started).toBeLessThan(10_000);
  await expect.poll(() => told(page)).toMatchObject([{ payload: { name: 'Second start.casefile', bytes: 21 } }]);
  expect(await allBounds(electron)).toHaveLength(1);
  const payload = (await told(page))[0]?.payload as EventPayload<'file:opened'>;
  const read = await call(page, 'opened-file:read', { token: payload.token, offset: 0 });
  expect(Buffer.from((read.value as { chunk: string }).chunk, 'base64').toString()).toBe('from the second start');
});

test('a second start with a relative path, and with words that are no case files, hands over the one', async ({
  app,
  dataFolder,
}) => {
  const { page } = inElectron(app);
  await loaded(page);
  await noteEvents(page, 'file:opened');
  writeFileSync(join(dataFolder, 'relative.CASEFILE'), 'x');
  await startAgain(dataFolder, ['other.txt', '--flag.casefile', 'relative.CASEFILE'], dataFolder);
  await expect.poll(() => told(page)).toMatchObject([{ payload: { name: 'relative.CASEFILE' } }]);
});

test('a case file on the first command line waits until the desk listens', async ({ launch, dataFolder }) => {
  const file = join(dataFolder, 'First.casefile');
  writeFileSync(file, 'x');
  const { page, electron } = inElectron(await launch([file]));
  const letThrough = await keepBack(electron, 'window:ready');
  await loaded(page);
  await letThrough();
  await noteEvents(page, 'file:opened');
  await expect.poll(() => told(page)).toMatchObject([{ payload: { name: 'First.casefile', bytes: 1 } }]);
});

test('a signal to end is as good as closing: the desk is asked first', async ({ launch }) => {
  const { page, electron, process: program } = inElectron(await launch());
  await loaded(page);
  const letThrough = await keepBack(electron, 'window:may-close');
  await noteEvents(page, 'window:closing');
  const ends = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGTERM');
  await expect.poll(() => told(page)).toMatchObject([{ name: 'window:closing' }]);
  await letThrough();
  await call(page, 'window:may-close', null).catch(() => {}); // it may be gone before the answer is back
  expect(await ends).toBe(0);
});

test('the other host, started while this one runs, hands its file over and opens nothing', async ({
  app,
  dataFolder,
}) => {
  const { page } = inElectron(app);
  await loaded(page);
  await noteEvents(page, 'file:opened');
  const file = join(dataFolder, 'From the browser.casefile');
  writeFileSync(file, 'x');
  const handedOver = await takeLock(dataFolder, { files: [file], wantsAddress: false }, async () => {
    throw new Error('the lock was free');
  });
  expect(handedOver).toMatchObject({ isHeld: false, answer: { isDone: true, address: null } });
  await expect.poll(() => told(page)).toMatchObject([{ payload: { name: 'From the browser.casefile' } }]);
});

test('started while the other host runs, it hands its file over and ends', async ({ dataFolder }) => {
  const file = join(dataFolder, 'To the browser.casefile');
  writeFileSync(file, 'x');
  const handed: string[] = [];
  const lock = await takeLock(dataFolder, { files: [], wantsAddress: false }, async ({ files }) => {
    handed.push(...files);
    return { isDone: true, words: 'Casewright runs already: it opens another window.', address: null };
  });
  expect(lock.isHeld).toBe(true);
  expect(await startAgain(dataFolder, [file])).toBe(0);
  expect(handed).toEqual([file]);
  if (lock.isHeld) await lock.release();
});

test('a workspace that another program holds is not opened, and the words say by whom', async ({ dataFolder }) => {
  const place = { hostKind: 'loopback', engine: 'Chromium', engineMajor: 156, browserPath: '/usr/bin/chromium' };
  const record = JSON.stringify({ format: 1, place, releasedTo: null });
  writeFileSync(join(dataFolder, 'place.json'), record);
  const program = start(dataFolder, []);
  let said = '';
  program.stderr.on('data', (piece) => {
    said += piece;
  });
  await expect.poll(() => said, { timeout: 20_000 }).toContain('held by an app window of /usr/bin/chromium');
  program.kill('SIGKILL');
  expect(readFileSync(join(dataFolder, 'place.json'), 'utf8')).toBe(record);
});

function start(dataFolder: string, words: readonly string[], folder = process.cwd()) {
  const found = findElectron();
  if (!found.path) throw new Error('no Electron');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return spawn(found.path, [...asRoot, process.cwd(), ...words], {
    cwd: folder,
    env: { ...process.env, CASEWRIGHT_DATA: dataFolder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function startAgain(dataFolder: string, words: readonly string[], folder?: string): Promise<number | null> {
  const program = start(dataFolder, words, folder);
  program.stderr.resume();
  return new Promise((resolve) => program.once('exit', resolve));
}

function setBounds(electron: ElectronApplication, bounds: typeof BOUNDS): Promise<void> {
  return electron.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);
}

function allBounds(electron: ElectronApplication): Promise<(typeof BOUNDS)[]> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getBounds()));
}

function byPlace(a: typeof BOUNDS, b: typeof BOUNDS): number {
  return a.x - b.x;
}
