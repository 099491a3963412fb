import type { Dexie } from 'dexie';
import { storeError } from '../store-error.ts';

/**
 * Opens the one kind of write transaction there is, over every table of a database. Within `body` nothing but Dexie may be awaited: any
 * other promise lets the browser commit what is half done.
 *
 * @throws {AppError} whatever `body` threw, or what the store could not do, in words; nothing has changed then
 */
export async function writeTransaction<T>(db: Dexie, body: () => Promise<T>): Promise<T> {
  try {
    return await db.transaction('rw', db.tables, body);
  } catch (error) {
    throw storeError(error);
  }
}
