import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, type Page } from '@playwright/test';
import { type HostKind, openInBrowser, openInElectron, openWithProfile, type Running, startBrowser } from './hosts.ts';

/** Set by each project of playwright.config.ts. */
export type HostOptions = { hostKind: HostKind };

type TestFixtures = {
  /** A data folder of this test's own. */
  dataFolder: string;
  /** The common case: one window on empty data. */
  app: Running;
  page: Page;
  /** Starts the workbench (again) on the same data folder and profile: for restarts and crashes. */
  launch: (args?: readonly string[]) => Promise<Running>;
};

type WorkerFixtures = HostOptions & { sharedBrowser: Browser | null };

/** Playwright's `test` with the workbench running in the project's host; specs use it for both hosts unchanged. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostKind: ['loopback', { option: true, scope: 'worker' }],
  sharedBrowser: [
    async ({ hostKind }, use) => {
      const browser = hostKind === 'loopback' ? await startBrowser() : null;
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'casewright-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  app: async ({ sharedBrowser, dataFolder }, use) => {
    const running = sharedBrowser ? await openInBrowser(sharedBrowser, dataFolder) : await openInElectron(dataFolder);
    await use(running);
    await running.close();
  },
  page: async ({ app }, use) => {
    await use(app.page);
  },
  launch: async ({ hostKind, dataFolder }, use) => {
    const started: Running[] = [];
    await use(async (args = []) => {
      const running =
        hostKind === 'electron' ? await openInElectron(dataFolder, { args }) : await openWithProfile(dataFolder);
      started.push(running);
      return running;
    });
    for (const running of started) await running.close().catch(() => {}); // the test may have killed it
  },
});
