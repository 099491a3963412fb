import { Dexie } from 'dexie';
import { AppError } from '#shared/kernel/app-error.ts';
import { storeError } from './store-error.ts';
import { DATABASE_VERSION, type IndexedDbPort, WorkbenchDatabase } from './workbench-database.ts';

/** The name of the workspace's database. */
export const DATABASE_NAME = 'casewright';

/** Dexie multiplies versions by ten, to leave room below. */
const DEXIE_FACTOR = 10;

/**
 * Opens the database, making or migrating it as needed.
 *
 * @throws {AppError} `newer-version` for a database from the future, which is left untouched; `disk-full`, `unavailable`;
 * `unreadable` when the engine cannot read its files
 */
export async function openDatabase(port: IndexedDbPort, name = DATABASE_NAME): Promise<WorkbenchDatabase> {
  // Dexie opens a database from the future without a word, hence the look before.
  const stored = (await databasesOf(port)).find((each) => each.name === name)?.version ?? 0;
  if (stored > DATABASE_VERSION * DEXIE_FACTOR) {
    throw new AppError(
      'newer-version',
      'This workspace was written by a later version of Casewright. Open it with that version; nothing was changed.',
    );
  }
  // on a development host Dexie would trace every refused write to the console
  Dexie.debug = false;
  const db = new WorkbenchDatabase(name, port);
  try {
    await db.open();
  } catch (error) {
    db.close();
    throw unreadable(storeError(error));
  }
  return db;
}

/**
 * Lists the databases. At the first look at damaged files Chromium fails, and puts an empty store in their place; what is
 * gone is seen by whoever compares the store with the witness, hence a second look.
 */
async function databasesOf({ indexedDB }: IndexedDbPort): Promise<IDBDatabaseInfo[]> {
  try {
    return await indexedDB.databases();
  } catch {
    return indexedDB.databases().catch((error: unknown) => {
      throw unreadable(storeError(error));
    });
  }
}

/** What fails for no reason that is known fails because of the files. */
function unreadable(error: AppError): AppError {
  if (error.code !== 'internal') return error;
  const words = 'The browser engine cannot read the files in which it keeps the store: they seem to be damaged.';
  return new AppError('unreadable', words, error);
}
