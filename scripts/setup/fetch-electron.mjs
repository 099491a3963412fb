import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Longer than a slow server takes for a piece, short enough for somebody who waits. */
export const STALL_MS = 15_000;

/**
 * Where a download that failed is noted, so that each start does not wait for it anew.
 *
 * @param {string} cacheFolder
 * @param {string} version
 */
export function failureNote(cacheFolder, version) {
  const path = join(cacheFolder, `electron-${version}.failed`);
  return {
    isThere: () => existsSync(path),
    write(why) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${why}\n`);
    },
    clear: () => rmSync(path, { force: true }),
  };
}

/**
 * Downloads Electron with its own downloader, showing progress, and gives up when nothing has come for `stallMs`.
 * Electron's own install script has neither progress nor a limit.
 *
 * @param {{ root: string, version: string, stallMs?: number, onProgress: (percent: number, bytes: number) => void,
 *   unpack?: (folder: string) => Promise<void> }} options
 * @throws {Error} in words, if it could not be had
 */
export async function fetchElectron({ root, version, stallMs = STALL_MS, onProgress, unpack = runInstaller }) {
  const folder = join(root, 'node_modules', 'electron');
  const inElectron = createRequire(join(folder, 'package.json'));
  const { downloadArtifact } = await import(pathToFileURL(inElectron.resolve('@electron/get')).href);
  const stop = new AbortController();
  let last = Date.now();
  const watch = setInterval(
    () => {
      if (Date.now() - last > stallMs) stop.abort(new Error(`no data for ${Math.round(stallMs / 1000)} s`));
    },
    Math.min(1_000, stallMs / 4),
  );
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: inElectron('./checksums.json'),
      cacheRoot: process.env.electron_config_cache,
      downloadOptions: {
        quiet: true,
        signal: stop.signal,
        getProgressCallback: async ({ percent, transferred }) => {
          last = Date.now();
          onProgress(Math.floor(percent * 100), transferred);
        },
      },
    });
  } catch (error) {
    throw new Error(stop.signal.aborted ? stop.signal.reason.message : reasonOf(error), { cause: error });
  } finally {
    clearInterval(watch);
  }
  await unpack(folder);
}

/** Electron's own installer finds the download in its cache and unpacks it. */
function runInstaller(folder) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`it could not be unpacked (exit code ${code})`)),
    );
  });
}

function reasonOf(error) {
  return error?.cause?.code ?? error?.code ?? error?.message ?? String(error);
}
