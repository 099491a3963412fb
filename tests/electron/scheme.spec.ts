import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '#tests/support/test.ts';
import { loaded } from './desk-page.ts';

const TYPES: Record<string, RegExp> = {
  '.html': /^text\/html/,
  '.js': /^text\/javascript/,
  '.css': /^text\/css/,
  '.map': /^application\/json/,
  '.woff2': /^font\/woff2$/,
  '.woff': /^font\/woff$/,
  '.svg': /^image\/svg\+xml$/,
  '.png': /^image\/png$/,
  '.json': /^application\/json/,
};

test('every file of the build is answered with its type, and with the headers that isolate it', async ({ page }) => {
  await loaded(page);
  const built = readdirSync('out/renderer', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replace('out/renderer', ''));
  expect(built).toContain('/index.html');
  for (const path of ['/', ...built]) {
    const answer = await page.evaluate(async (address) => {
      const { status, headers } = await fetch(address);
      return { status, headers: Object.fromEntries(headers) };
    }, path);
    expect(answer, path).toMatchObject({
      status: 200,
      headers: {
        'content-type': expect.stringMatching(TYPES[extname(path) || '.html'] ?? /^application\/octet-stream$/),
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': expect.stringMatching(/^(same|cross)-origin$/),
        'x-content-type-options': 'nosniff',
      },
    });
  }
});

const TRICKS = [
  '/missing.html',
  '/assets',
  '/assets/',
  '/index.html/',
  '/INDEX.HTML',
  '/main/index.cjs',
  '/../main/index.cjs',
  '/%2e%2e/main/index.cjs',
  '/..%2fmain%2findex.cjs',
  '/..%5cmain%5cindex.cjs',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/%2fetc%2fpasswd',
  '//etc/passwd',
  '/etc/passwd',
  '/C:%5cWindows%5cwin.ini',
  '/%',
  '/%ff',
  '/__proto__',
];

test('what the build does not hold is answered with 404 and nothing in it, whatever trick names it', async ({
  page,
}) => {
  await loaded(page);
  const answers = await page.evaluate(
    (paths) =>
      Promise.all(
        paths.map(async (path) => {
          const reply = await fetch(`app://casewright${path}`);
          const policy = reply.headers.get('content-security-policy') ?? '';
          return {
            path,
            status: reply.status,
            text: await reply.text(),
            hasPolicy: policy.includes("default-src 'none'"),
          };
        }),
      ),
    TRICKS,
  );
  expect(answers).toEqual(TRICKS.map((path) => ({ path, status: 404, text: '', hasPolicy: true })));
});

test('an address with a null byte, or of another host, is not even asked for', async ({ page }) => {
  await loaded(page);
  const outcomes = await page.evaluate(() =>
    Promise.all(
      ['app://casewright/index.html%00.js', 'app://elsewhere/index.html', 'app://casewright.example/'].map((address) =>
        fetch(address).then(
          ({ status }) => (status === 404 ? 'refused' : `answered ${status}`),
          () => 'refused',
        ),
      ),
    ),
  );
  expect(outcomes).toEqual(['refused', 'refused', 'refused']);
});

test('only reading is answered', async ({ page }) => {
  await loaded(page);
  const statuses = await page.evaluate(() =>
    Promise.all(
      ['POST', 'PUT', 'DELETE', 'PATCH'].map((method) => fetch('/index.html', { method }).then(({ status }) => status)),
    ),
  );
  expect(statuses).toEqual([405, 405, 405, 405]);
});

test('the desk is a secure, isolated origin with storage, and runs no text as code', async ({ page }) => {
  await loaded(page);
  const facts = await page.evaluate(async () => {
    const nameOfError = (act: () => unknown) => {
      try {
        act();
        return 'ran';
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    return {
      origin: location.origin,
      isSecure: isSecureContext,
      isIsolated: crossOriginIsolated,
      hasFiles: Boolean(await navigator.storage.getDirectory()),
      hasDatabases: Array.isArray(await indexedDB.databases()),
      evaluated: nameOfError(() => Reflect.get(globalThis, 'eval')('1')),
      markup: nameOfError(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      worker: nameOfError(() => new Worker('/assets/any.js')),
      policy: nameOfError(() =>
        Reflect.get(globalThis, 'trustedTypes').createPolicy('planted', { createHTML: (text: string) => text }),
      ),
    };
  });
  expect(facts).toEqual({
    origin: 'app://casewright',
    isSecure: true,
    isIsolated: true,
    hasFiles: true,
    hasDatabases: true,
    evaluated: 'EvalError',
    markup: 'TypeError',
    worker: 'TypeError',
    policy: 'TypeError',
  });
});

test('an inline script does not run, nor an inline handler', async ({ page }) => {
  await loaded(page);
  const hasRun = await page.evaluate(async () => {
    const script = document.createElement('script');
    const button = document.createElement('button');
    const plants = [
      () => script.append('globalThis.planted = true'),
      () => {
        script.textContent = 'globalThis.planted = true';
      },
      () => script.appendChild(document.createTextNode('globalThis.planted = true')),
      () => button.setAttribute('onclick', 'globalThis.planted = true'),
      () => document.body.append(script, button),
      () => button.click(),
    ];
    for (const plant of plants) {
      try {
        plant();
      } catch {
        // refused at once, by Trusted Types: as good
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    button.remove();
    return 'planted' in globalThis;
  });
  expect(hasRun).toBe(false);
});
