import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // without this, importing `electron` in plain Node tries to download a binary
    alias: { electron: fileURLToPath(new URL('./tests/support/electron-stub.ts', import.meta.url)) },
  },
  test: {
    environment: 'node',
    include: ['tests/{unit,property,data,architecture}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
