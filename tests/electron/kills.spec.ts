import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { findElectron } from '#tests/support/electron-binary.ts';
import type { Acknowledged, Survived } from '#tests/support/kill-page.ts';
import { answerMessages, loaded } from './desk-page.ts';

const ROUNDS = 8;
/** Seeded, so that a failing round can be repeated; the commits it meets still differ. */
const SEED = 45;

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casewright-kills-'));
  await makeProgram(join(folder, 'program'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test(`every acknowledged commit outlives ${ROUNDS} crashes of the page`, async () => {
  await expectToSurvive(join(folder, 'crashed'), async (electron) => {
    const said = await answerMessages(electron);
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(() => said()).toHaveLength(1);
    await electron.close();
  });
});

test(`every acknowledged commit outlives ${ROUNDS} kills of the whole program`, async () => {
  test.skip(process.platform === 'win32', 'no SIGKILL there');
  await expectToSurvive(join(folder, 'killed'), async (electron) => {
    const ended = new Promise((done) => electron.process().once('exit', done));
    electron.process().kill('SIGKILL');
    await ended;
  });
});

async function expectToSurvive(data: string, end: (electron: ElectronApplication) => Promise<void>): Promise<void> {
  const acknowledged: Acknowledged[] = [];
  const random = randomOf(SEED);
  for (let round = 0; round < ROUNDS; round++) {
    const { electron, page } = await start(data);
    await page.exposeFunction('acknowledge', (commit: Acknowledged) => {
      acknowledged.push(commit);
    });
    await page.evaluate(() => killPage.commitForEver());
    await new Promise((done) => setTimeout(done, 50 + random() * 500));
    await end(electron);
  }
  const { electron, page } = await start(data);
  const survived: Survived = await page.evaluate(() => killPage.readBack());
  await electron.close();
  expect(survived.faults).toEqual([]);
  expect(acknowledged.filter(({ chain, seq, hash }) => survived.hashes[`${chain} ${seq}`] !== hash)).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
}

/** The product's own main process and preload, around a page that commits without end instead of the desk. */
async function makeProgram(program: string): Promise<void> {
  await mkdir(program);
  const manifest = { name: 'kills', version: '0.0.0', main: 'out/main/index.cjs' };
  await writeFile(join(program, 'package.json'), JSON.stringify(manifest));
  for (const part of ['main', 'preload'])
    await cp(resolve('out', part), join(program, 'out', part), { recursive: true });
  await build({
    logLevel: 'error',
    configFile: false,
    build: {
      outDir: join(program, 'out', 'renderer'),
      target: 'chrome108',
      minify: false,
      rolldownOptions: {
        input: { index: resolve('tests/support/kill-page.ts') },
        output: { entryFileNames: 'index.js' },
      },
    },
  });
  const page = '<!doctype html><script type="module" src="/index.js"></script>';
  await writeFile(join(program, 'out', 'renderer', 'index.html'), page);
}

async function start(data: string): Promise<{ electron: ElectronApplication; page: Page }> {
  const found = findElectron();
  if (!found.path) throw new Error('no Electron');
  const electron = await _electron.launch({
    executablePath: found.path,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), join(folder, 'program')],
    env: { ...(process.env as Record<string, string>), CASEWRIGHT_DATA: data },
  });
  const page = await loaded(await electron.firstWindow());
  await page.waitForFunction(() => 'killPage' in globalThis);
  return { electron, page };
}

/** A linear congruential generator, 0 to 1. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
