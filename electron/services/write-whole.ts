import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { tellDiskError } from './tell-disk-error.ts';

/**
 * Writes a file so that a crash at any instant leaves either the old content or the new: aside, synced, renamed.
 *
 * @throws {AppError} `disk-full` or `unavailable`; the old file stands untouched then
 */
export async function writeWhole(path: string, content: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(aside, { force: true });
    throw tellDiskError(error);
  }
}

/** Makes a rename outlive a power cut, where the system can sync a folder (Windows cannot, and need not). */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
