import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { type HostKind, openInElectron, openWithProfile } from './hosts.ts';

/**
 * Fills a data folder with a case of many articles, through the store's own code at the store's own origin: a copy of the build
 * shows a page that imports instead of the desk, is opened in the host on that folder, and is thrown away.
 */
export async function seedDataFolder(hostKind: HostKind, dataFolder: string, articles: number): Promise<void> {
  const app = await mkdtemp(join(tmpdir(), 'casewright-seeding-'));
  try {
    await cp('out', join(app, 'out'), { recursive: true });
    await cp('package.json', join(app, 'package.json'));
    await symlink(resolve('node_modules'), join(app, 'node_modules'));
    await build({
      logLevel: 'error',
      configFile: false,
      build: {
        outDir: join(app, 'out', 'renderer'),
        emptyOutDir: false,
        target: 'chrome108',
        rolldownOptions: {
          input: { seed: resolve('tests/support/seed-page.ts') },
          output: { entryFileNames: 'seed.js' },
        },
      },
    });
    await writeFile(
      join(app, 'out/renderer/index.html'),
      '<!doctype html><script type="module" src="./seed.js"></script>',
    );
    const open = hostKind === 'electron' ? openInElectron : openWithProfile;
    const running = await open(dataFolder, { app });
    try {
      await running.page.waitForFunction(() => 'seedPage' in globalThis);
      await running.page.evaluate((count) => seedPage.seed('Many articles', count), articles);
    } finally {
      await running.close();
    }
  } finally {
    await rm(app, { recursive: true, force: true });
  }
}
