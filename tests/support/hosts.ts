import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  _electron,
  type Browser,
  type BrowserContext,
  chromium,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test';
import { findChromium, QUIET } from './chromium.ts';
import { findElectron } from './electron-binary.ts';

/** Which of the two hosts a spec runs in. */
export type HostKind = 'loopback' | 'electron';

/** One running workbench with its first window. */
export type Running = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Only in Electron. */
  readonly electron: ElectronApplication | null;
  /** Process to kill for crash tests: Electron's main process, or the loopback host. */
  readonly process: ChildProcess;
  /** Opens a second window as *New window* does. */
  newWindow(): Promise<Page>;
  /** Runs `act` and gives the path of the file that it saved. */
  saves(act: () => Promise<void>): Promise<string>;
  close(): Promise<void>;
};

/** A running loopback host, without a browser. */
export type LoopbackHost = {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  stop(): void;
};

/** What may be said of a start. */
export type StartOptions = {
  /** Folder that holds `out/`: this repository unless a test made another. */
  readonly app?: string;
  readonly args?: readonly string[];
};

/** Starts the built loopback host on a data folder; it ends with this process. */
export async function startLoopback(dataFolder: string, { app = '.' }: StartOptions = {}): Promise<LoopbackHost> {
  const host = spawn(process.execPath, [join(app, 'out/main/loopback.cjs')], {
    env: { ...process.env, CASEWRIGHT_DATA: dataFolder, CASEWRIGHT_TIED: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ready = await new Promise<{ url: string; port: number }>((resolve, reject) => {
    createInterface({ input: host.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line));
    });
    host.once('exit', (code) => reject(new Error(`The loopback host ended with ${code}.`)));
  });
  return { ...ready, process: host, stop: () => host.kill('SIGTERM') };
}

/** Proxy settings that make the host the browser's only way out. */
export function proxyOf(host: LoopbackHost) {
  return { server: `http://127.0.0.1:${host.port}`, bypass: '<-loopback>' };
}

/** Starts one Chromium for many tests; each test gets a context of its own. */
export async function startBrowser(): Promise<Browser> {
  const found = await findChromium();
  return chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args, ...QUIET],
    env: { ...definedEnv(), ...found.env },
  });
}

/** Opens the workbench in a fresh context of a shared browser: fast, but gone with the context. */
export async function openInBrowser(browser: Browser, dataFolder: string): Promise<Running> {
  const host = await startLoopback(dataFolder);
  const context = await browser.newContext({ proxy: proxyOf(host), acceptDownloads: true, viewport: VIEWPORT });
  return runningIn(context, host);
}

/** Opens the workbench with a browser profile inside the data folder: for restarts and crashes. */
export async function openWithProfile(dataFolder: string, options: StartOptions = {}): Promise<Running> {
  const host = await startLoopback(dataFolder, options);
  const found = await findChromium();
  const context = await chromium.launchPersistentContext(join(dataFolder, 'browser-profile'), {
    executablePath: found.executablePath,
    args: [...found.args, ...QUIET],
    env: { ...definedEnv(), ...found.env },
    proxy: proxyOf(host),
    acceptDownloads: true,
    viewport: VIEWPORT,
  });
  return runningIn(context, host);
}

const VIEWPORT = { width: 1440, height: 900 };

async function runningIn(context: BrowserContext, host: LoopbackHost): Promise<Running> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(host.url);
  return {
    page,
    context,
    electron: null,
    process: host.process,
    async newWindow() {
      const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('ControlOrMeta+Shift+N')]);
      return opened;
    },
    async saves(act) {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      return download.path();
    },
    async close() {
      await context.close();
      host.stop();
    },
  };
}

/** Opens the workbench in Electron. */
export async function openInElectron(
  dataFolder: string,
  { app = '.', args = [] }: StartOptions = {},
): Promise<Running> {
  const found = findElectron();
  if (!found.path) throw new Error('why' in found ? found.why : 'no Electron');
  const electron = await _electron.launch({
    executablePath: found.path,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), app, ...args],
    env: { ...definedEnv(), CASEWRIGHT_DATA: dataFolder },
  });
  const page = await electron.firstWindow();
  return {
    page,
    context: electron.context(),
    electron,
    process: electron.process(),
    async newWindow() {
      const [opened] = await Promise.all([
        electron.waitForEvent('window'),
        page.keyboard.press('ControlOrMeta+Shift+N'),
      ]);
      return opened;
    },
    saves: (act) => savesInElectron(electron, dataFolder, act),
    close: () => electron.close(),
  };
}

/** Playwright sees no download event in Electron, and the save dialog is native: it is answered in the main process. */
async function savesInElectron(
  electron: ElectronApplication,
  folder: string,
  act: () => Promise<void>,
): Promise<string> {
  const path = join(folder, `saved-${process.hrtime.bigint()}`);
  const done = electron.evaluate(
    ({ dialog, session }, target) =>
      new Promise<string>((resolve) => {
        const answer = { canceled: false, filePath: target };
        Object.assign(dialog, { showSaveDialog: async () => answer, showSaveDialogSync: () => target });
        session.defaultSession.once('will-download', (_event, item) => {
          item.once('done', (_done, state) => resolve(state));
        });
      }),
    path,
  );
  await act();
  const state = await done;
  if (state !== 'completed') throw new Error(`The download ended as ${state}.`);
  await expect.poll(() => existsSync(path)).toBe(true); // it is put there once it is whole
  return path;
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
