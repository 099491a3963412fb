import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const OWN = join(root, 'node_modules', '.bin', 'node');

/**
 * Goes on in the Node that the lock pins, where there is one for this platform (Linux). Does not return in that case.
 * The system's Node starts things, the pinned one does them: so results do not depend on the machine.
 */
export function continueInOwnNode() {
  if (process.env.CASEWRIGHT_OWN_NODE || process.platform === 'win32' || !existsSync(OWN)) return;
  const env = { ...process.env, CASEWRIGHT_OWN_NODE: '1' };
  const result = spawnSync(OWN, process.argv.slice(1), { stdio: 'inherit', env });
  if (result.error) return; // not made for this machine after all: the system's Node has to do
  process.exit(result.status ?? 1);
}
