import { chmod, mkdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';

/** The parts of a machine that decide where things are kept; passed in, so that each system is tested on any. */
export type Machine = {
  platform: NodeJS.Platform;
  home: string;
  environment: Readonly<Record<string, string | undefined>>;
};

/** The machine this runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, home: homedir(), environment: process.env };
}

/** Names the data folder: what `CASEWRIGHT_DATA` says, else the place this system keeps such things in. */
export function dataFolderOf({ platform, home, environment }: Machine): string {
  const named = environment['CASEWRIGHT_DATA'];
  if (named) return isAbsolute(named) ? named : resolve(named);
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Casewright');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Casewright');
  return join(home, 'Casewright'); // not hidden: browsers from a snap cannot enter hidden folders
}

/**
 * Makes the data folder if need be, and closes it to everybody else (mode 0700): disk encryption aside, that is its lock.
 *
 * @throws {AppError} `unavailable` if it cannot be made or is not a folder
 */
export async function openDataFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) await chmod(path, 0o700);
  } catch (error) {
    throw new AppError(
      'unavailable',
      `The data folder ${path} cannot be opened. CASEWRIGHT_DATA names another.`,
      error,
    );
  }
}
