import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { type FoundChromium, findChromium } from './tests/support/chromium.ts';

const chromium = await findChromium().catch((error: Error) => {
  console.warn(`The store's suites run on an imitation of IndexedDB only. ${error.message}`);
  return null;
});

export default defineConfig({
  resolve: {
    // without this, importing `electron` in plain Node tries to download a binary
    alias: { electron: fileURLToPath(new URL('./tests/support/electron-stub.ts', import.meta.url)) },
  },
  test: {
    // never a measure of speed: a shared machine may take ten times as long
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true as const,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{unit,property,data,architecture}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/seed-properties.ts'],
        },
      },
      ...(chromium ? [inChromium(chromium)] : []),
    ],
  },
});

/** The store's suites once more, on the IndexedDB of a real browser. */
function inChromium({ executablePath, args, env }: FoundChromium) {
  const launchOptions = {
    executablePath,
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
  };
  return {
    extends: true as const,
    test: {
      name: 'chromium',
      include: ['tests/data/store/**/*.test.ts'],
      setupFiles: ['tests/support/seed-properties.ts'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        ui: false,
        provider: playwright({ launchOptions }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  };
}
