import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The oldest Electron the suite proves the product on is 22: Node 16.17, Chromium 108. */
const OLDEST = { node: 'node16.17', chrome: 'chrome108' };

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false, // everything is bundled: nothing of node_modules ships
      target: OLDEST.node,
      rolldownOptions: {
        // CommonJS, because an ESM main needs Electron 28
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
        input: {
          index: resolve('electron/main/index.ts'),
          loopback: resolve('electron/loopback/index.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: OLDEST.node,
      rolldownOptions: {
        // a sandboxed preload must be CommonJS; with "type": "module" an .mjs would come out
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
        input: { index: resolve('electron/preload/index.ts') },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: OLDEST.chrome,
      minify: true,
      sourcemap: true,
      chunkSizeWarningLimit: 4000, // kB: nothing comes over a network, and an analyst who builds it cannot do anything about it
      rolldownOptions: {
        checks: { pluginTimings: false }, // how long a plugin took is no matter of whoever starts the workbench
        input: {
          index: resolve('renderer/index.html'),
          // the script of original.html: by a fixed name, for the headers that go with it
          original: resolve('renderer/features/reader/original/original.ts'),
        },
        output: { entryFileNames: ({ name }) => (name === 'original' ? 'original.js' : 'assets/[name]-[hash].js') },
      },
    },
  },
});
