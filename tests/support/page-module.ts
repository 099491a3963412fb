import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium, QUIET } from './chromium.ts';

const SCRIPT = '<script type="module" src="/index.js"></script>';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/** A bundled module, served to a real Chromium in an isolated secure context. */
export type PageModule = { readonly url: string; close(): Promise<void> };

/**
 * Bundles the module `entry` as the product is bundled and serves it. It puts what it offers on `globalThis`.
 *
 * @param entry - path from the repository's root
 * @param articles - a folder whose files are served below /articles/
 */
export async function servePageModule(entry: string, articles?: string): Promise<PageModule> {
  const folder = await mkdtemp(join(tmpdir(), 'casewright-page-'));
  await build({
    logLevel: 'error',
    configFile: false,
    build: {
      outDir: folder,
      target: 'chrome108',
      minify: false,
      rolldownOptions: { input: { index: resolve(entry) }, output: { entryFileNames: 'index.js' } },
    },
    worker: { format: 'es' },
  });
  const styles = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.css'));
  const page = `<!doctype html>${styles.map((name) => `<link rel="stylesheet" href="/${name}">`).join('')}${SCRIPT}`;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    const isArticles = articles !== undefined && path.startsWith('/articles/');
    const file = isArticles ? join(articles, basename(path)) : join(folder, path);
    const body = path === '/' ? page : await readFile(file).catch(() => null);
    response.writeHead(body === null ? 404 : 200, {
      'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(body ?? '');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a Chromium on a profile of its own, as benches and crash tests need it. */
export async function openChromium(profile: string): Promise<BrowserContext> {
  const found = await findChromium();
  return chromium.launchPersistentContext(profile, {
    executablePath: found.executablePath,
    args: [...found.args, ...QUIET, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
    env: { ...(process.env as Record<string, string>), ...found.env },
  });
}

/** Bundles `entry`, opens it in a fresh Chromium and lets `use` call what it offers through `page.evaluate`. */
export async function withPageModule<T>(entry: string, use: (page: Page) => Promise<T>): Promise<T> {
  const module = await servePageModule(entry);
  const profile = await mkdtemp(join(tmpdir(), 'casewright-profile-'));
  const context = await openChromium(profile);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', (error) => console.error(error));
    await page.goto(module.url);
    return await use(page);
  } finally {
    await context.close();
    await module.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
