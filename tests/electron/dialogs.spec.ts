import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { EventPayload } from '#shared/contracts/host.ts';
import { test } from '#tests/support/test.ts';
import { answerMessages, call, clickMenu, inElectron, loaded, noteEvents, told } from './desk-page.ts';

test('a download asks where to, and is there whole', async ({ app, dataFolder }) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  const asked = await answerSave(electron, join(dataFolder, 'chosen.txt'));
  await download(page, 'Marjouna.txt', 'first');
  await expect.poll(() => contentOf(join(dataFolder, 'chosen.txt'))).toBe('first');
  expect(await asked()).toEqual([expect.stringMatching(/[/\\]Marjouna\.txt$/)]);
  await download(page, 'Marjouna.txt', 'second');
  await expect.poll(() => contentOf(join(dataFolder, 'chosen.txt'))).toBe('second');
  await expect.poll(() => readdirSync(join(dataFolder, 'saving'))).toEqual([]);
});

test('the folder of the last save is offered next, and after a restart', async ({ launch, dataFolder }) => {
  const first = inElectron(await launch());
  await loaded(first.page);
  const chosen = join(dataFolder, 'exports');
  mkdirSync(chosen);
  await answerSave(first.electron, join(chosen, 'a.txt'));
  await download(first.page, 'a.txt', 'a');
  await expect.poll(() => contentOf(join(chosen, 'a.txt'))).toBe('a');
  await first.close();
  const second = inElectron(await launch());
  await loaded(second.page);
  const asked = await answerSave(second.electron, null);
  await download(second.page, 'b.txt', 'b');
  await expect.poll(asked).toEqual([join(chosen, 'b.txt')]);
});

test('a cancelled save leaves nothing, and what stood there stands', async ({ app, dataFolder }) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  const asked = await answerSave(electron, null);
  await download(page, 'case.casefile', 'x'.repeat(2_000_000));
  await expect.poll(asked).toHaveLength(1);
  await expect.poll(() => readdirSync(join(dataFolder, 'saving'))).toEqual([]);
});

test('a save that cannot be written says so, and loses neither the old file nor the program', async ({
  app,
  dataFolder,
}) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  const said = await answerMessages(electron);
  mkdirSync(join(dataFolder, 'taken.txt', 'inside'), { recursive: true });
  for (const target of [join(dataFolder, 'missing', 'a.txt'), join(dataFolder, 'taken.txt')]) {
    await answerSave(electron, target);
    await download(page, 'a.txt', 'a');
  }
  await expect.poll(said).toEqual(['a.txt could not be saved.', 'a.txt could not be saved.']);
  expect(existsSync(join(dataFolder, 'taken.txt', 'inside'))).toBe(true);
  await expect.poll(() => readdirSync(join(dataFolder, 'saving'))).toEqual([]);
});

test('bytes that were left by a crash are gone after the next start', async ({ launch, dataFolder }) => {
  mkdirSync(join(dataFolder, 'saving'), { recursive: true });
  writeFileSync(join(dataFolder, 'saving', 'left.part'), 'x');
  await loaded((await launch()).page);
  expect(readdirSync(join(dataFolder, 'saving'))).toEqual([]);
});

test('only what the desk itself made can be saved', async ({ app }) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  const asked = await answerSave(electron, null);
  for (const address of ['/index.html', 'data:text/plain,x', 'https://example.org/x']) {
    await page.evaluate((href) => {
      const link = Object.assign(document.createElement('a'), { href, download: 'x' });
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
  }
  await page.waitForTimeout(400);
  expect(await asked()).toEqual([]);
  expect(page.url()).toMatch(/^app:\/\/casewright\//);
});

test('“Open case file…” hands the chosen files to the desk, which reads them piece by piece', async ({
  app,
  dataFolder,
}) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  await noteEvents(page, 'file:opened');
  const bytes = Buffer.alloc(1_500_000, 'casefile ');
  writeFileSync(join(dataFolder, 'Marjouna.casefile'), bytes);
  await answerOpen(electron, [join(dataFolder, 'Marjouna.casefile')]);
  await clickMenu(electron, 'case:open-file');
  await expect.poll(() => told(page)).toHaveLength(1);
  const payload = (await told(page))[0]?.payload as EventPayload<'file:opened'>;
  expect(payload).toMatchObject({ name: 'Marjouna.casefile', bytes: bytes.length });
  const { token } = payload;
  const pieces: Buffer[] = [];
  for (let offset = 0, isLast = false; !isLast; ) {
    const reply = await call(page, 'opened-file:read', { token, offset });
    const piece = reply.value as { chunk: string; isLast: boolean };
    pieces.push(Buffer.from(piece.chunk, 'base64'));
    offset += pieces.at(-1)?.length ?? 0;
    isLast = piece.isLast;
  }
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  expect(await call(page, 'opened-file:close', { token })).toEqual({ ok: true, value: null });
  expect(await call(page, 'opened-file:read', { token, offset: 0 })).toMatchObject({ error: { code: 'not-found' } });
});

test('a cancelled “Open case file…” hands over nothing', async ({ app }) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  await noteEvents(page, 'file:opened');
  await answerOpen(electron, null);
  await clickMenu(electron, 'case:open-file');
  await page.waitForTimeout(300);
  expect(await told(page)).toEqual([]);
});

test('a file that is not there, and a folder, are named in words', async ({ app, dataFolder }) => {
  const { electron, page } = inElectron(app);
  await loaded(page);
  await noteEvents(page, 'file:opened');
  const said = await answerMessages(electron);
  await answerOpen(electron, [join(dataFolder, 'gone.casefile'), dataFolder]);
  await clickMenu(electron, 'case:open-file');
  await expect.poll(said).toEqual(['This file could not be opened.', 'This file could not be opened.']);
  expect(await told(page)).toEqual([]);
});

function download(page: Page, name: string, text: string): Promise<void> {
  return page.evaluate(
    ([fileName, content]) => {
      const href = URL.createObjectURL(new Blob([content ?? '']));
      const link = Object.assign(document.createElement('a'), { href, download: fileName });
      document.body.append(link);
      link.click();
      link.remove();
      URL.revokeObjectURL(href);
    },
    [name, text],
  );
}

/** Answers the save dialog from now on: with a path, or by cancelling. Gives the paths that it has offered. */
async function answerSave(electron: ElectronApplication, path: string | null): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ dialog }, filePath) => {
    const offered: string[] = [];
    Reflect.set(globalThis, 'offered', offered);
    Object.assign(dialog, {
      showSaveDialog: async (...words: { defaultPath?: string }[]) => {
        offered.push(words.at(-1)?.defaultPath ?? '');
        return filePath === null ? { canceled: true, filePath: '' } : { canceled: false, filePath };
      },
    });
  }, path);
  return () => electron.evaluate(() => Reflect.get(globalThis, 'offered'));
}

async function answerOpen(electron: ElectronApplication, paths: string[] | null): Promise<void> {
  await electron.evaluate(({ dialog }, filePaths) => {
    Object.assign(dialog, {
      showOpenDialog: async () => ({ canceled: filePaths === null, filePaths: filePaths ?? [] }),
    });
  }, paths);
}

function contentOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
