import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROGRAM = { linux: 'electron', win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/**
 * Looks for an Electron binary, never importing `electron`, which would download one at once and without a limit.
 *
 * @param {string} root - folder of package.json
 * @param {import('./machine.mjs').Machine} machine
 * @returns {{ path: string | null, version: string | null, named: string | null }} `named` is what the environment names and
 *   is not there
 */
export function findElectron(root, { platform, environment }) {
  const folder = join(root, 'node_modules', 'electron');
  const version = versionOf(join(folder, 'package.json'));
  const program = PROGRAM[platform] ?? 'electron';
  const explicit = environment.CASEWRIGHT_ELECTRON || environment.ELECTRON_EXEC_PATH;
  if (explicit) {
    return existsSync(explicit) ? { path: explicit, version, named: null } : { path: null, version, named: explicit };
  }
  const unpacked = environment.ELECTRON_OVERRIDE_DIST_PATH;
  if (unpacked && existsSync(join(unpacked, program))) return { path: join(unpacked, program), version, named: null };
  const own = join(folder, 'dist', program);
  const isWhole = version !== null && existsSync(own) && stampOf(join(folder, 'dist', 'version')) === version;
  return { path: isWhole ? own : null, version, named: null };
}

function versionOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).version;
  } catch {
    return null;
  }
}

function stampOf(path) {
  try {
    return readFileSync(path, 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
}
