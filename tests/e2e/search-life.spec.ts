import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { Library, type TestFile, testFile } from '#tests/support/library.ts';
import { SearchPlaceDesk } from '#tests/support/search-desk.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(240_000);

/** Words that stand in every so manieth report: what a naive count of the files gives. */
const EVERY = { heron: 2, kestrel: 3, osprey: 7 } as const;

function birds(count: number): TestFile[] {
  return Array.from({ length: count }, (_, at) => {
    const words = Object.entries(EVERY).flatMap(([bird, nth]) => (at % nth === 0 ? [bird] : []));
    return testFile(`bird-${at}.txt`, `Count ${at}\n\nSeen at dawn: ${words.join(', ')}, and number ${at}.`);
  });
}

/** Opens a window's search and compares every count with that of the files. */
async function expectCounts(page: Page, files: readonly TestFile[]): Promise<void> {
  const search = new SearchPlaceDesk(page);
  await new Desk(page).go('Search');
  await search.isWhole();
  for (const bird of Object.keys(EVERY)) {
    await search.finds(bird, files.filter(({ buffer }) => buffer.toString().includes(bird)).length);
  }
}

async function openedWith(page: Page, files: readonly TestFile[]): Promise<Library> {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Birds');
  const library = new Library(page);
  if (files.length > 0) await library.import(...files);
  return library;
}

/** Ends the search worker of a window from within, as a fault of its own would. */
async function killSearchWorker(page: Page): Promise<boolean> {
  for (const worker of page.workers()) {
    if (!/\/search\.worker/.test(worker.url())) continue;
    await worker.evaluate(() => self.close()).catch(() => {});
    return true;
  }
  return false;
}

test('what is committed is found at once, edited and deleted too', async ({ page }) => {
  const library = await openedWith(page, birds(4));
  const search = new SearchPlaceDesk(page);
  await new Desk(page).go('Search');
  await search.finds('heron', 2);

  await new Desk(page).go('Library');
  await library
    .row(/Count 0/)
    .getByRole('checkbox')
    .check({ force: true });
  await library.selected.getByRole('button', { name: /Remove/ }).click();
  await expect(library.row(/Count 0/)).toBeHidden();
  await new Desk(page).go('Search');
  await search.finds('heron', 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(search.area.getByRole('status')).toContainText('2 articles');
});

test('windows share one worker, and when its window closes another answers what was asked', async ({ app, page }) => {
  await openedWith(page, birds(12));
  const other = await app.newWindow();
  const second = new SearchPlaceDesk(other);
  await new Desk(other).go('Search');
  await second.finds('kestrel', 4);
  const owners = [page, other].filter((one) => one.workers().some((worker) => /\/search\.worker/.test(worker.url())));
  expect(owners).toEqual([page]);

  // the question is on its way while its answerer goes
  const answered = other.evaluate(() => {
    const began = performance.now();
    return new Promise<number>((resolve) => {
      const look = () => {
        const status = document.querySelector('[aria-label="Search results"] [role="status"]');
        if (/^6 articles/.test(status?.textContent ?? '')) resolve(performance.now() - began);
        else setTimeout(look, 5);
      };
      look();
    });
  });
  await Promise.all([second.box.fill('heron'), page.close()]);
  const milliseconds = await answered;

  test.info().annotations.push({ type: 'answered after', description: `${Math.round(milliseconds)} ms` });
  expect(milliseconds).toBeLessThan(3000);
  expect(other.workers().some((worker) => /\/search\.worker/.test(worker.url()))).toBe(true);
});

test('a worker that dies while articles come in is replaced, and counts are those of the files', async ({ page }) => {
  const files = birds(90);
  const library = await openedWith(page, []);
  const importing = library.import(...files);
  for (const pause of [300, 700, 1100]) {
    await page.waitForTimeout(pause);
    await killSearchWorker(page);
  }
  await importing;

  await expect.poll(() => killSearchWorker(page)).toBe(true);
  await expectCounts(page, files);
});

test('after a browser that was killed while it built the index, counts are those of the files', async ({
  launch,
  hostKind,
  dataFolder,
}) => {
  test.skip(hostKind === 'electron', 'the profile of Electron is killed in its own suite');
  const files = birds(60);
  const first = await launch();
  await openedWith(first.page, files);
  await first.page.evaluate(async () => {
    // the index is gone: the next start builds it anew
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    for (const name of names) await root.removeEntry(name, { recursive: true }).catch(() => {});
  });
  for (const worker of first.page.workers()) await worker.evaluate(() => self.close()).catch(() => {});
  await first.page.waitForTimeout(150);
  await first.close();

  const second = await launch();
  await expect(second.page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  await expectCounts(second.page, files);
  await second.close();

  expect(await damageIndex(join(dataFolder, 'browser-profile'))).toBeGreaterThan(0);
  const third = await launch();
  await expectCounts(third.page, files);
});

/** Changes a byte in the middle of every file of the private file system; how many there were. */
async function damageIndex(profile: string): Promise<number> {
  let damaged = 0;
  for (const name of await readdir(profile, { recursive: true })) {
    if (!/File System\/.*\/\d{8}$/.test(name.replaceAll('\\', '/'))) continue;
    const path = join(profile, name);
    const { size } = await stat(path);
    if (size === 0) continue;
    const bytes = await readFile(path);
    bytes[size >> 1] = (bytes[size >> 1] ?? 0) ^ 0x20;
    await writeFile(path, bytes);
    damaged++;
  }
  return damaged;
}
