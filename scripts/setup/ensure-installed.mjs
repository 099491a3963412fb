import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alone } from './alone.mjs';
import { fingerprint } from './fingerprint.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';
import { say } from './say.mjs';

const STAMP = join(root, 'node_modules', '.casewright-installed');

/**
 * Installs what package-lock.json names, unless that is what is installed.
 * npm's own record is no help here: it says what was unpacked, not whether it was finished.
 */
export async function ensureInstalled() {
  if (!isInstalled()) await alone('install', install);
}

function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint(root, ['package-lock.json']);
}

async function install() {
  if (isInstalled()) return; // by the start that was here first
  say('installing packages (npm ci, about a minute; once) …');
  const args = [npmCli(), 'ci', '--no-fund', '--no-audit', '--loglevel=error'];
  const code = await runNode(args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (code !== 0) {
    say('the packages could not be installed. What npm said is above. Check that the npm registry can be reached.');
    process.exit(code);
  }
  writeFileSync(STAMP, fingerprint(root, ['package-lock.json']));
}

/** npm's script: named by npm itself, else beside this Node. On Windows `npm` is a .cmd that cannot be spawned. */
function npmCli() {
  const beside = [
    process.env.npm_execpath,
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const found = beside.find((path) => path?.endsWith('.js') && existsSync(path));
  if (found) return found;
  say('npm was not found beside this Node. Run this through npm: `npm start` or `npm test`.');
  process.exit(2);
}
