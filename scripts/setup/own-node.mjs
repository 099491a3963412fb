import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const OWN = join(root, 'node_modules', '.bin', 'node');

/**
 * Goes on in the Node that the lock pins, where there is one for this platform (Linux). Does not return in that case.
 * The system's Node starts things, the pinned one does them: so results do not depend on the machine.
 */
export async function continueInOwnNode() {
  if (process.env.CASEWRIGHT_OWN_NODE || process.platform === 'win32' || !existsSync(OWN)) return;
  const code = await runOwn();
  if (code !== null) process.exit(code);
}

/** Not synchronous: a blocked process dies of a signal without passing it on, and leaves its child behind. */
function runOwn() {
  return new Promise((resolve) => {
    const env = { ...process.env, CASEWRIGHT_OWN_NODE: '1' };
    // the channel closes when this process ends, however it ends: the other one hears `disconnect`
    const child = spawn(OWN, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
    child.once('error', () => resolve(null)); // not made for this machine after all: the system's Node has to do
    child.once('exit', (code) => resolve(code ?? 1));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  });
}
