import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { edit, partsOf, resealed, zipped } from '#tests/support/casefile/opened-zip.ts';
import { Desk } from '#tests/support/desk.ts';
import { Library, reports } from '#tests/support/library.ts';
import { test } from '#tests/support/test.ts';

test('a workspace that a later version wrote is refused in words and left untouched', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Sarat');
  await page.evaluate(async () => {
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('casewright', 9_000_000);
      opening.onsuccess = () => resolve(opening.result.close());
      opening.onerror = () => reject(opening.error);
    });
  });

  await page.reload();

  await expect(page.getByText('This workspace was written by a later version of Casewright.')).toBeVisible();
  const stored = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('casewright');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const counting = db.transaction('cases').objectStore('cases').count();
    await new Promise((resolve) => {
      counting.onsuccess = resolve;
    });
    const answer = { version: db.version, cases: counting.result };
    db.close();
    return answer;
  });
  expect(stored).toEqual({ version: 9_000_000, cases: 1 });
});

test('a case file of a newer format is refused with what to do', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Sarat');
  await desk.go('Case file');
  const path = await app.saves(() => page.getByRole('button', { name: 'Export case file…' }).click());
  await page.keyboard.press('Escape');
  const parts = await partsOf(new Blob([new Uint8Array(await readFile(path))]));
  edit(parts, 'bag-info.txt', (text) => text.replace('Version: 1', 'Version: 3'));
  const newer = await zipped(resealed(parts));

  await page.getByLabel('Case file to open').setInputFiles({
    name: 'newer.casefile',
    mimeType: 'application/zip',
    buffer: Buffer.from(await newer.arrayBuffer()),
  });

  const dialog = page.getByRole('dialog', { name: 'This case file was not opened' });
  await expect(dialog).toContainText('written by a newer Casewright (format 3). Update Casewright to open it.');
  await expect(dialog).toContainText('Your workspace is as it was.');
});

test('Verify names the capture whose bytes were altered on the disk', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Sarat');
  await new Library(page).import(...reports(1));
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('casewright');
      opening.onsuccess = () => resolve(opening.result);
    });
    const transaction = db.transaction('bodies', 'readwrite');
    const store = transaction.objectStore('bodies');
    const reading = store.getAll();
    reading.onsuccess = () => {
      for (const pack of reading.result) {
        pack.bytes[0] ^= 0xff;
        store.put(pack);
      }
    };
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    db.close();
  });

  await desk.go('Case file');
  await expect(page.getByRole('table', { name: 'What is inside' }).getByRole('row').first()).toBeVisible();
  await page.keyboard.press('y');

  await expect(page.getByRole('list', { name: 'Faults' })).toContainText(/The capture \S+ was altered/);
  await expect(page.getByText('The case is whole.')).toBeHidden();
});
