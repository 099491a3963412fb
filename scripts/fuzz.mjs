// npm run fuzz [ROUNDS] [SEED]: damages a file of each format in many ways and reads it. What breaks a law is written to
// node_modules/.cache/casewright-fuzz: mend the reader, then put the file into tests/fixtures/crashes, where it stays.
import { join } from 'node:path';
import { ensureInstalled } from './setup/ensure-installed.mjs';
import { continueInOwnNode } from './setup/own-node.mjs';
import { root } from './setup/root.mjs';
import { runNode } from './setup/run.mjs';
import { say } from './setup/say.mjs';

await ensureInstalled();
await continueInOwnNode();

const [rounds = '2000', seed = String(Date.now() % 100_000)] = process.argv.slice(2);
say(`${rounds} changes of each file, seed ${seed}`);
const test = join('tests', 'property', 'shared', 'ingest', 'fuzz-formats.test.ts');
const args = [
  join(root, 'node_modules', 'vitest', 'vitest.mjs'),
  'run',
  '--project',
  'node',
  '--testTimeout',
  '0',
  test,
];
process.exitCode = await runNode(args, {
  cwd: root,
  env: { ...process.env, CASEWRIGHT_FUZZ_ROUNDS: rounds, CASEWRIGHT_FUZZ_SEED: seed },
});
