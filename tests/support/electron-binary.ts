import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** An Electron that tests can drive, or the reason why there is none. */
export type FoundElectron = { readonly path: string } | { readonly path: null; readonly why: string };

const PROGRAM: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'electron',
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** Looks for an Electron binary without ever importing `electron`, which would try to download one. */
export function findElectron(): FoundElectron {
  const path = process.env['CASEWRIGHT_ELECTRON'] ?? ownBinary();
  if (!path) {
    return none('no Electron binary (set CASEWRIGHT_ELECTRON, or fetch one with `npm start -- --fetch-electron`)');
  }
  if (!existsSync(path)) return none(`CASEWRIGHT_ELECTRON=${path} does not exist`);
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return none('no display (run under `xvfb-run -a -s -noreset`)');
  }
  return { path };
}

function ownBinary(): string | null {
  const folder = resolve('node_modules/electron');
  const program = join(folder, 'dist', PROGRAM[process.platform] ?? 'electron');
  const stamp = join(folder, 'dist', 'version');
  if (!existsSync(program) || !existsSync(stamp)) return null;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return readFileSync(stamp, 'utf8').trim().replace(/^v/, '') === version ? program : null;
}

function none(why: string): FoundElectron {
  return { path: null, why };
}
