import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** A browser by its brand and major version; major 0 when it does not tell. */
export type BrowserEngine = { readonly engine: string; readonly engineMajor: number };

/** Starting a program from a cold disk takes seconds. */
const PATIENCE_MS = 20_000;

/** Asks an installed browser for its brand and version. */
export async function engineOfBinary(path: string): Promise<BrowserEngine> {
  const isWindows = process.platform === 'win32';
  const words = isWindows ? await versionFolderBeside(path) : await answerOf(path);
  return { engine: brandOf(`${words} ${path}`), engineMajor: majorOf(words) };
}

/** Reads the brand and version that a browser tells with each request. */
export function engineOfUserAgent(userAgent: string): BrowserEngine {
  const engine = /\bEdg\//.test(userAgent) ? 'edge' : /\bFirefox\//.test(userAgent) ? 'firefox' : 'chromium';
  const major = /\b(?:Edg|Chrome|HeadlessChrome|Firefox)\/(\d+)/.exec(userAgent)?.[1] ?? '0';
  return { engine, engineMajor: Number(major) };
}

async function answerOf(path: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: PATIENCE_MS });
    return stdout;
  } catch {
    return ''; // not told is an answer too: major 0
  }
}

/** On Windows `--version` opens a window; the version stands in the name of the folder beside the program. */
async function versionFolderBeside(path: string): Promise<string> {
  const names = await readdir(dirname(path)).catch(() => []);
  const versions = names.filter((name) => /^\d+(\.\d+){3}$/.test(name));
  return versions.sort((a, b) => majorOf(b) - majorOf(a))[0] ?? '';
}

function brandOf(words: string): string {
  if (/edge/i.test(words)) return 'edge';
  if (/brave/i.test(words)) return 'brave';
  return /chrome/i.test(words) ? 'chrome' : 'chromium';
}

function majorOf(words: string): number {
  return Number(/(\d+)\.\d+\.\d+/.exec(words)?.[1] ?? '0');
}
