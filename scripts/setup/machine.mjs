import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/**
 * @typedef {{ platform: NodeJS.Platform, home: string, environment: Record<string, string | undefined> }} Machine
 *   the parts of a machine that decide where things are; passed in, so that each system is tested on any
 */

/** @returns {Machine} */
export function thisMachine() {
  return { platform: process.platform, home: homedir(), environment: process.env };
}

/**
 * Names the data folder. The same rule stands in electron/services/data-folder.ts, for what starts without this script; a test
 * holds the two together.
 *
 * @param {Machine} machine
 */
export function dataFolderOf({ platform, home, environment }) {
  const named = environment.CASEWRIGHT_DATA;
  if (named) return isAbsolute(named) ? named : resolve(named);
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Casewright');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Casewright');
  return join(home, 'Casewright');
}

/**
 * Names the folder for what can be had again.
 *
 * @param {Machine} machine
 */
export function cacheFolderOf({ home, environment }) {
  return join(environment.XDG_CACHE_HOME || join(home, '.cache'), 'casewright');
}

/**
 * Whether a window can be shown. Only Linux has machines without: servers, containers, consoles.
 *
 * @param {Machine} machine
 */
export function hasDisplay({ platform, environment }) {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}
