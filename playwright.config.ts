import { defineConfig } from '@playwright/test';
import { findElectron } from './tests/support/electron-binary.ts';
import type { HostOptions } from './tests/support/test.ts';

const electron = findElectron();

export default defineConfig<object, HostOptions>({
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  // a shared CI machine stalls for seconds at a time; what needed a second run is named in the summary
  retries: process.env['CI'] ? 2 : 0,
  metadata: { electronLeftOut: 'why' in electron ? electron.why : null },
  reporter: [['list']],
  outputDir: 'test-results',
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'loopback', testDir: 'tests/e2e', use: { hostKind: 'loopback' } },
    ...(electron.path
      ? [
          { name: 'electron', testDir: 'tests/e2e', use: { hostKind: 'electron' as const } },
          { name: 'electron-own', testDir: 'tests/electron', use: { hostKind: 'electron' as const } },
        ]
      : []),
  ],
});
