import type { Page } from '@playwright/test';
import { manyRows } from './library-rows.ts';

/** Fills the library's derived table of the open case with rows: a state to look at, without the articles behind it. */
export async function fillLibrary(page: Page, count: number): Promise<void> {
  await page.evaluate(async (rows) => {
    const caseId = /case\/([0-9a-f-]{36})/.exec(location.hash)?.[1];
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('casewright');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = db.transaction('articleColumns', 'readwrite');
    const store = transaction.objectStore('articleColumns');
    for (const row of rows) store.put({ ...row, caseId, sourceId: null });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    db.close();
  }, manyRows(count));
}
