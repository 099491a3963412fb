import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

const ON_LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];
const ON_MAC = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser'];
const ON_WINDOWS = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

/**
 * Where browsers of Chromium's family are installed, in the order in which they are taken.
 *
 * @param {import('./machine.mjs').Machine} machine
 * @returns {string[]}
 */
export function browserCandidates({ platform, home, environment }) {
  if (platform === 'win32') {
    const bases = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return ON_WINDOWS.flatMap((program) => bases.filter(Boolean).map((base) => `${base}\\${program}`));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', join(home, 'Applications')];
    return ON_MAC.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  const folders = [...(environment.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return ON_LINUX.flatMap((name) => [...new Set(folders.filter(Boolean))].map((folder) => join(folder, name)));
}

/**
 * The browser to open a window in: the named one, else the one that holds the workspace, else the first that is installed.
 *
 * @param {import('./machine.mjs').Machine} machine
 * @param {string | null} holder - path of the browser that holds the workspace
 * @returns {{ path: string | null, named: string | null }} `named` is what the environment names and is not there
 */
export function findBrowser(machine, holder, isThere = existsSync) {
  const named = machine.environment.CASEWRIGHT_CHROMIUM;
  if (named) return isThere(named) ? { path: named, named: null } : { path: null, named };
  const path = [holder, ...browserCandidates(machine)].find((candidate) => candidate && isThere(candidate));
  return { path: path ?? null, named: null };
}

/**
 * Where a browser from a snap keeps our profile: it may enter no other folder of the home. Null for any other browser, whose
 * profile lies in the data folder.
 *
 * @param {string} browser
 * @param {string} dataFolder - each has a profile of its own
 * @param {import('./machine.mjs').Machine} machine
 */
export function snapProfileOf(browser, dataFolder, { home }) {
  if (!browser.startsWith('/snap/')) return null;
  const digest = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  return join(home, 'snap', basename(browser), 'common', 'casewright', `browser-profile-${digest}`);
}
