import { defineConfig } from '@playwright/test';
import { findElectron } from './tests/support/electron-binary.ts';
import type { HostOptions } from './tests/support/test.ts';

const electron = findElectron();

export default defineConfig<object, HostOptions>({
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
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
