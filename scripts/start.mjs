// npm start: installs what is missing, builds what is stale, opens the workbench.
import { ensureBuilt } from './setup/ensure-built.mjs';
import { ensureInstalled } from './setup/ensure-installed.mjs';
import { continueInOwnNode } from './setup/own-node.mjs';

await ensureInstalled();
continueInOwnNode();
process.exit(await ensureBuilt());
