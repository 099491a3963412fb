import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';

/** A Chromium that tests can drive, and what it needs to run. */
export type FoundChromium = {
  readonly kind: 'env' | 'playwright' | 'npm' | 'system';
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** Pinned by the lock and fastest first; `CASEWRIGHT_BROWSER=system` (or a list) forces another. */
const DEFAULT_ORDER = 'env,playwright,npm,system';

/** Chromium refuses to run as root with its sandbox; only there is it left out. */
const ARGS = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Switches that keep a Chromium from asking for things by itself. */
export const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Finds a Chromium: `CASEWRIGHT_CHROMIUM`, Playwright's own, the one in the npm lock (Linux x64), or an installed one.
 *
 * @throws {Error} naming the ways to get one
 */
export async function findChromium(
  order = (process.env['CASEWRIGHT_BROWSER'] ?? DEFAULT_ORDER).split(','),
): Promise<FoundChromium> {
  for (const kind of order) {
    const found = await finders[kind]?.();
    if (found) return found;
  }
  throw new Error(
    `No Chromium found (looked in: ${order.join(', ')}). Install Chromium, Chrome or Edge, or run ` +
      '`npx playwright install chromium`, or set CASEWRIGHT_CHROMIUM to the path of one.',
  );
}

const finders: Record<string, () => FoundChromium | null | Promise<FoundChromium | null>> = {
  env() {
    const path = process.env['CASEWRIGHT_CHROMIUM'];
    if (!path) return null;
    if (!isExecutable(path)) throw new Error(`CASEWRIGHT_CHROMIUM=${path} cannot be executed.`);
    return { kind: 'env', executablePath: path, args: ARGS, env: {} };
  },
  playwright() {
    const path = chromium.executablePath();
    return isExecutable(path) ? { kind: 'playwright', executablePath: path, args: ARGS, env: {} } : null;
  },
  npm: npmChromium,
  system() {
    const path = systemCandidates().find(isExecutable);
    return path ? { kind: 'system', executablePath: path, args: ARGS, env: {} } : null;
  },
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function systemCandidates(): string[] {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'brave-browser',
  ];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(Boolean);
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const bases = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    const programs = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'];
    return bases.flatMap((base) => (base ? programs.map((program) => join(base, program)) : []));
  }
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * The headless shell inside an npm tarball. Its package unpacks into TMPDIR and trusts whatever `chromium` it finds there,
 * hence a private versioned folder, unpacked beside it and renamed in one step (two workers at once would meet ETXTBSY).
 */
async function npmChromium(): Promise<FoundChromium | null> {
  const tarball = resolve('node_modules/@sparticuz/chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(tarball)) return null;
  const { version } = JSON.parse(readFileSync(join(tarball, 'package.json'), 'utf8'));
  const folder = join(homedir(), '.cache', 'casewright', `chromium-${version}`);
  if (!existsSync(join(folder, 'chromium'))) await unpack(tarball, folder);
  const executablePath = join(folder, 'chromium');
  const env: Record<string, string> = {};
  const runsAsItIs = spawnSync(executablePath, ['--version'], { stdio: 'ignore' }).status === 0;
  if (!runsAsItIs) env['LD_LIBRARY_PATH'] = join(folder, 'al2023', 'lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_FILE'] = writeFontsConf(folder);
  return { kind: 'npm', executablePath, args: ARGS, env };
}

async function unpack(tarball: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const aside = mkdtempSync(join(dirname(folder), 'unpack-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = aside;
  try {
    const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
    await Promise.all([sparticuz.executablePath(), inflate(join(tarball, 'bin/al2023.tar.br'))]);
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error; // else another worker was first
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** With no font at all every page crashes, and the packaged configuration names only a temporary folder. */
function writeFontsConf(folder: string): string {
  const path = join(folder, 'fonts.conf');
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'fonts')}</dir>` +
      `<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  return path;
}
