import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { promisify } from 'node:util';
import { AppError } from '#shared/kernel/app-error.ts';

/** Room on a disk, in bytes; `freeBytes` is what this user may still write. */
type DiskFree = { freeBytes: number; totalBytes: number };

/** A disk that sleeps answers late; a network mount that is gone never does. */
const PATIENCE_MS = 10_000;

/**
 * Reads how much room the disk of `folder` has.
 *
 * @throws {AppError} `unavailable` where the system does not tell
 */
export async function diskFree(folder: string): Promise<DiskFree> {
  try {
    // Electron 22 brings Node 16, which has no statfs
    return typeof fs.statfs === 'function' ? await byStatfs(folder) : await byDf(folder);
  } catch (error) {
    throw new AppError('unavailable', 'How much room the disk has cannot be read here.', error);
  }
}

async function byStatfs(folder: string): Promise<DiskFree> {
  const { bavail, blocks, bsize } = await fs.statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

async function byDf(folder: string): Promise<DiskFree> {
  const { stdout } = await promisify(execFile)('df', ['-kP', '--', folder], { timeout: PATIENCE_MS });
  return readDf(stdout);
}

/**
 * Reads the answer of `df -kP`: sizes in KiB, the device's name before them may hold spaces.
 *
 * @throws {AppError} `unreadable` if there are no such columns
 */
export function readDf(answer: string): DiskFree {
  const columns = /\s(\d+)\s+(\d+)\s+(-?\d+)\s+\d+%\s/.exec(answer.split('\n')[1] ?? '');
  if (!columns) throw new AppError('unreadable', 'df did not answer in its columns.');
  return { freeBytes: Math.max(0, Number(columns[3])) * 1024, totalBytes: Number(columns[1]) * 1024 };
}
