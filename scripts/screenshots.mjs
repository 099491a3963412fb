// npm run screenshots: opens the sample case in a fresh workspace and takes the pictures of the README into docs/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './setup/ensure-built.mjs';
import { ensureInstalled } from './setup/ensure-installed.mjs';
import { continueInOwnNode } from './setup/own-node.mjs';
import { root } from './setup/root.mjs';
import { say } from './setup/say.mjs';

await ensureInstalled();
await continueInOwnNode();
if ((await ensureBuilt()) !== 0) process.exit(1);

const { openWithProfile } = await import(pathToFileURL(join(root, 'tests/support/hosts.ts')).href);
const { walkPlaces } = await import(pathToFileURL(join(root, 'tests/support/walk-places.ts')).href);

const folder = process.argv[2] ?? join(root, 'docs');
// a folder of one's own gets every stop; the README shows the places of a case
const isWanted = (name) => process.argv[2] !== undefined || /^0[3-9]-/.test(name);
const themes = (process.argv[3] ?? 'light,dark').split(',');
const dataFolder = mkdtempSync(join(tmpdir(), 'casewright-screenshots-'));
mkdirSync(folder, { recursive: true });
const running = await openWithProfile(dataFolder);
try {
  await walkPlaces(running.page, async (name) => {
    if (!isWanted(name)) return;
    for (const theme of themes) {
      await running.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await running.page.waitForTimeout(250); // fonts and highlights settle
      await running.page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
      say(`${name}-${theme}.png`);
    }
  });
} finally {
  await running.close();
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
}
