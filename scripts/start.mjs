// npm start: installs what is missing, builds what is stale, opens the workbench.
import { ensureBuilt } from './setup/ensure-built.mjs';
import { ensureInstalled } from './setup/ensure-installed.mjs';
import { openWorkbench } from './setup/open-workbench.mjs';
import { continueInOwnNode } from './setup/own-node.mjs';
import { helpText, OPTIONS, readArguments } from './setup/read-arguments.mjs';
import { say } from './setup/say.mjs';

const wanted = readArguments(process.argv.slice(2));
if (wanted.unknown.length > 0) {
  say(`${wanted.unknown.join(', ')} is not known. There are ${OPTIONS.map(({ word }) => word).join(', ')}.`);
  process.exit(2);
}
if (wanted.help) {
  process.stdout.write(`${helpText()}\n`);
  process.exit(0);
}
await ensureInstalled();
await continueInOwnNode();
const code = await ensureBuilt();
process.exit(code === 0 ? await openWorkbench(wanted) : code);
