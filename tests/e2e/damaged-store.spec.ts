import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { type HostKind, openInElectron, openWithProfile, type Running } from '#tests/support/hosts.ts';
import { Library, reports } from '#tests/support/library.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(120_000);

const NAME = 'Marjouna, March 2024';
const PROFILES: Readonly<Record<HostKind, string>> = { loopback: 'browser-profile', electron: 'electron-profile' };

/** The profile as it was before the last session, kept beside the template. */
const EARLIER = 'earlier-profile';

/** The folder of the case's LevelDB; Chromium names it by the origin. */
function levelDbIn(profile: string): string {
  const found = readdirSync(profile, { recursive: true, encoding: 'utf8' }).find((path) =>
    /casewright[^/\\]*\.indexeddb\.leveldb$/.test(path),
  );
  if (!found) throw new Error('The profile has no IndexedDB folder.');
  return join(profile, found);
}

/** Where the folder of all databases lies, and those that were kept beside it. */
function levelDbParent(profile: string): string {
  return join(levelDbIn(profile), '..', '..');
}

function filesIn(profile: string, pattern: RegExp): string[] {
  const folder = levelDbIn(profile);
  const found = readdirSync(folder).filter((name) => pattern.test(name));
  if (found.length === 0) throw new Error(`There is no ${pattern} among ${readdirSync(folder)}.`);
  return found.map((name) => join(folder, name));
}

function copiesIn(dataFolder: string): string[] {
  return readdirSync(join(dataFolder, 'safety-copies')).sort();
}

/** Flips every bit of the middle third of each file. */
function flip(profile: string, pattern: RegExp): void {
  for (const path of filesIn(profile, pattern)) {
    const bytes = readFileSync(path);
    const [from, to] = [Math.floor(bytes.length / 3), Math.ceil((bytes.length * 2) / 3)];
    writeFileSync(
      path,
      bytes.map((byte, at) => (at >= from && at < to ? byte ^ 0xff : byte)),
    );
  }
}

function remove(paths: readonly string[]): void {
  for (const path of paths) rmSync(path);
}

const DAMAGES: ReadonlyArray<readonly [string, (profile: string, dataFolder: string) => void]> = [
  ['a manifest with flipped bytes', (profile) => flip(profile, /^MANIFEST-/)],
  ['a CURRENT with flipped bytes', (profile) => flip(profile, /^CURRENT$/)],
  ['a log with flipped bytes', (profile) => flip(profile, /\.log$/)],
  ['tables with flipped bytes', (profile) => flip(profile, /\.ldb$/)],
  ['a table that is gone', (profile) => remove(filesIn(profile, /\.ldb$/).slice(0, 1))],
  ['a log that is gone', (profile) => remove(filesIn(profile, /\.log$/))],
  ['an IndexedDB folder that is gone', (profile) => rmSync(join(levelDbIn(profile), '..'), { recursive: true })],
  [
    'a profile that was rolled back',
    (profile, dataFolder) => {
      rmSync(profile, { recursive: true });
      cpSync(join(dataFolder, EARLIER), profile, { recursive: true });
    },
  ],
];

let template = '';
let entries = '';

test.beforeAll(async ({ hostKind }) => {
  template = mkdtempSync(join(tmpdir(), 'casewright-e2e-'));
  const open = () => (hostKind === 'electron' ? openInElectron(template) : openWithProfile(template));
  const [first, second, third] = reports(3);
  if (!first || !second || !third) throw new RangeError('Too few reports.');

  const one = await open();
  await new Desk(one.page).begin();
  await new Desk(one.page).newCase(NAME);
  await new Library(one.page).import(first, second);
  await fillLog(one.page);
  await end(one);
  cpSync(join(template, PROFILES[hostKind]), join(template, EARLIER), { recursive: true });

  const two = await open();
  await expect(new Library(two.page).row('Report 1')).toBeVisible();
  await new Library(two.page).import(third);
  entries = await ledgerEntries(two.page);
  await end(two);
});

test.afterAll(() => rmSync(template, { recursive: true, force: true, maxRetries: 5 }));

for (const [what, damage] of DAMAGES) {
  test(`${what} never opens as an empty workspace: all is there, or the loss is told and the copy at hand`, async ({
    launch,
    dataFolder,
    hostKind,
  }) => {
    cpSync(template, dataFolder, { recursive: true });
    damage(join(dataFolder, PROFILES[hostKind]), dataFolder);

    let running = await launch();
    let { page } = running;
    let alert = page.getByRole('alert');
    let cases = page.getByRole('combobox', { name: 'Case' });
    await expect(alert.or(cases).or(page.getByLabel('Your name'))).toBeVisible();
    if (await page.getByText('The workspace did not open').isVisible()) {
      // the browser neither repairs nor discards these files: they are kept beside a new store, and the copy is at hand
      await expect(alert).toContainText('The safety copies in the data folder are as they were.');
      await expect(page.getByRole('list', { name: 'Safety copies' })).toContainText(NAME);
      expect(copiesIn(dataFolder)).toEqual(copiesIn(template));
      await page.getByRole('button', { name: 'Begin a new store from the safety copies…' }).click();
      await expect(page.getByRole('status')).toContainText('Now close Casewright and start it again.');
      await end(running);
      running = await launch();
      ({ page } = running);
      alert = page.getByRole('alert');
      cases = page.getByRole('combobox', { name: 'Case' });
      await expect(alert).toContainText('Work that was saved is missing');
      expect(readdirSync(levelDbParent(join(dataFolder, PROFILES[hostKind])))).toContainEqual(
        expect.stringMatching(/^IndexedDB-damaged-/),
      );
    }
    if (await alert.isVisible()) await restore(page);
    else expect(await ledgerEntries(page)).toBe(entries);

    await expectWhole(page);
    await page.reload();
    await expect(cases).toHaveText(NAME);
    await expect(alert).toBeHidden();
  });
}

/** Reads what is missing, brings the copy back, and gives the name where the device went with the store. */
async function restore(page: Page): Promise<void> {
  await expect(page.getByRole('alert')).toContainText('Work that was saved is missing');
  await expect(page.getByRole('list', { name: 'What is missing' })).toContainText(`The case "${NAME}"`);
  await expect(page.getByRole('list', { name: 'Safety copies' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Restore the safety copies' }).click();
  const name = page.getByLabel('Your name');
  const cases = page.getByRole('combobox', { name: 'Case' });
  await expect(name.or(cases)).toBeVisible();
  if (await name.isVisible()) {
    await name.fill('N. Kessar');
    await page.getByRole('button', { name: 'Begin' }).click();
  }
}

/** Another database of the origin shares the files: 6 MB of it make LevelDB put what its log held into a table. */
async function fillLog(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('filler', 1);
        opening.onupgradeneeded = () => {
          const rows = opening.result.createObjectStore('rows', { autoIncrement: true });
          for (let at = 0; at < 120; at++) rows.add(crypto.getRandomValues(new Uint8Array(50_000)));
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      }),
  );
}

async function expectWhole(page: Page): Promise<void> {
  const desk = new Desk(page);
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveText(NAME);
  await desk.go('Library');
  for (const at of [0, 1, 2]) await expect(new Library(page).row(`Report ${at}`)).toBeVisible();
  await desk.go('Case file');
  await page.getByRole('navigation', { name: 'Case file' }).getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('The case is whole.')).toBeVisible();
}

async function ledgerEntries(page: Page): Promise<string> {
  const desk = new Desk(page);
  await desk.go('Case file');
  await expect(desk.status).toContainText('ledger entries in this case');
  return /[\d,]+ ledger entries/.exec((await desk.status.textContent()) ?? '')?.[0] ?? '';
}

/** Ends the workbench as an analyst does: the host asks the window to write what it must. */
async function end({ electron, process, context }: Running): Promise<void> {
  if (electron) return electron.close();
  process.kill('SIGTERM');
  if (process.exitCode === null) await once(process, 'exit');
  await context.close();
}
