import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';
import { instantOf } from '#shared/kernel/instant.ts';
import { systemCodeOf, tellDiskError } from './tell-disk-error.ts';
import { writeWhole } from './write-whole.ts';

/** Where a browser engine keeps the databases of a profile: Electron, then the browsers. */
const FOLDERS = ['IndexedDB', join('Default', 'IndexedDB')] as const;

const noteIn = (dataFolder: string) => join(dataFolder, 'set-aside-store.json');

/**
 * Notes that the next start is to keep the store beside a new, empty one: its engine holds the files as long as it runs.
 *
 * @throws {AppError} `unavailable` in the analyst's own browser, whose profile is not ours; `disk-full`
 */
export async function askToSetStoreAside(dataFolder: string, isOwnBrowser: boolean): Promise<void> {
  if (isOwnBrowser) {
    const words =
      'Your own browser keeps this store. Remove the site data of this address in its settings, then load the page again.';
    throw new AppError('unavailable', words);
  }
  await writeWhole(noteIn(dataFolder), '{}\n');
}

/**
 * Keeps the store of a profile beside a new one where that was asked for; runs before the browser engine opens it. Nothing is
 * deleted: the folder is renamed within the profile.
 *
 * @param now - milliseconds since 1970, for its name
 * @returns whether it was asked for
 * @throws {AppError} `unavailable` if the folder cannot be renamed; it is tried again at the next start then
 */
export async function setStoreAside(dataFolder: string, profile: string, now: number): Promise<boolean> {
  if (!(await isThere(noteIn(dataFolder)))) return false;
  const stamp = instantOf(now).replace(/[:.]/g, '-');
  try {
    for (const folder of FOLDERS) {
      const path = join(profile, folder);
      if (await isThere(path)) await rename(path, `${path}-damaged-${stamp}`);
    }
    await rm(noteIn(dataFolder), { force: true });
  } catch (error) {
    throw tellDiskError(error);
  }
  return true;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false;
    throw tellDiskError(error);
  }
}
