import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { fingerprint } from './fingerprint.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';
import { say } from './say.mjs';

const STAMP = join(root, 'out', '.built');
const SOURCES = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package-lock.json', 'package.json'];

/**
 * Builds the desk and its hosts into `out/`, unless what stands there was built from these very sources.
 *
 * @returns {Promise<number>} exit code of the build; 0 when nothing was to be done
 */
export async function ensureBuilt() {
  return isBuiltOf(fingerprint(root, SOURCES)) ? 0 : alone('build', build);
}

function isBuiltOf(sources) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources;
}

async function build() {
  const wanted = fingerprint(root, SOURCES);
  if (isBuiltOf(wanted)) return 0; // by the start that was here first
  say('building the desk (a few seconds) …');
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const code = await runNode([cli, 'build', '--logLevel', 'warn'], { cwd: root });
  if (code === 0) writeFileSync(STAMP, wanted);
  else say('the build failed; what it said is above.');
  return code;
}
