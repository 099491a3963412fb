// npm run bench NAME: runs tests/bench/NAME.bench.ts, prints its table and writes bench-results/NAME.json.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './setup/ensure-built.mjs';
import { ensureInstalled } from './setup/ensure-installed.mjs';
import { continueInOwnNode } from './setup/own-node.mjs';
import { root } from './setup/root.mjs';
import { say } from './setup/say.mjs';

const folder = join(root, 'tests', 'bench');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const name = process.argv[2];
if (!name || !existsSync(join(folder, `${name}.bench.ts`))) {
  say(`usage: npm run bench NAME, where NAME is one of ${names.join(', ')}`);
  process.exit(2);
}

await ensureInstalled();
await continueInOwnNode();
if ((await ensureBuilt()) !== 0) process.exit(1);

const { run } = await import(pathToFileURL(join(folder, `${name}.bench.ts`)).href);
const rows = await run();
const shown = rows.map((row) => ({
  metric: row.metric,
  value: `${round(row.value)} ${row.unit}`,
  peer: row.peer ?? '-',
  'peer value': row.peerValue === null ? '-' : round(row.peerValue),
  ratio: row.ratio === null ? '-' : round(row.ratio),
  reach: row.reach ?? '-',
  met: row.met === null ? '-' : row.met ? 'yes' : 'NO',
}));
console.table(shown);
mkdirSync(join(root, 'bench-results'), { recursive: true });
writeFileSync(join(root, 'bench-results', `${name}.json`), `${JSON.stringify(rows, null, 2)}\n`);
process.exit(0);

function round(number) {
  return Number(number.toPrecision(4));
}
