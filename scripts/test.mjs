// npm test: installs what is missing, runs every check and test, and closes with `N passed, N failed`.
// `npm test -- unit e2e` runs the named steps alone.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './setup/ensure-built.mjs';
import { ensureInstalled } from './setup/ensure-installed.mjs';
import { continueInOwnNode } from './setup/own-node.mjs';
import { root } from './setup/root.mjs';
import { runNode } from './setup/run.mjs';
import { say } from './setup/say.mjs';

await ensureInstalled();
await continueInOwnNode();

const bin = (...path) => join(root, 'node_modules', ...path);
const reports = bin('.cache', 'casewright-reports');
mkdirSync(reports, { recursive: true });

/** What the summary says beside its figures. */
const notes = [];

/** A check that either holds or does not counts as one test. */
const check = (args) => async () => {
  const code = await runNode(args, { cwd: root });
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
};

async function unit() {
  const report = join(reports, 'unit.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNode([bin('vitest', 'vitest.mjs'), 'run', ...reporters], { cwd: root });
  return counts(code, report, (r) => ({
    passed: r.numPassedTests,
    failed: r.numFailedTests + (r.numFailedTestSuites > 0 && r.numFailedTests === 0 ? 1 : 0),
    skipped: r.numPendingTests + r.numTodoTests,
  }));
}

async function e2e() {
  const report = join(reports, 'e2e.json');
  rmSync(report, { force: true });
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = await runNode([bin('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'], {
    cwd: root,
    env,
  });
  return counts(code, report, ({ stats, config }) => {
    const { electronLeftOut } = config.metadata;
    if (electronLeftOut) notes.push(`Electron was left out: ${electronLeftOut}.`);
    if (stats.flaky > 0) notes.push(`${stats.flaky} end-to-end tests passed only when they were run again; see above.`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

/** Reads a report; a runner that failed without naming a failed test still counts as a failure. */
function counts(code, report, read) {
  let result = { passed: 0, failed: 0, skipped: 0 };
  try {
    result = read(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    say(`no report at ${report}: ${error.message}`);
  }
  if (code !== 0 && result.failed === 0) result.failed = 1;
  if (code === 0 && result.passed === 0) result.failed += 1;
  return result;
}

const steps = {
  types: check([bin('typescript', 'bin', 'tsc'), '-b']),
  lint: check([bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '.']),
  dead: check([bin('knip', 'bin', 'knip.js')]),
  unit,
  build: async () =>
    (await ensureBuilt()) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 },
  e2e,
};

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = wanted.filter((word) => !Object.hasOwn(steps, word));
if (unknown.length > 0) {
  say(`no step named ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}

const table = [];
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`${name} …`);
  const started = Date.now();
  const result = await step();
  table.push({ name, ...result, seconds: Math.round((Date.now() - started) / 1000) });
}

const sum = (key) => table.reduce((total, row) => total + row[key], 0);
console.log('\nstep      passed  failed  skipped  seconds');
for (const { name, passed, failed, skipped, seconds } of table) {
  console.log(
    `${name.padEnd(8)}${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}${String(seconds).padStart(9)}`,
  );
}
for (const note of notes) console.log(note);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
