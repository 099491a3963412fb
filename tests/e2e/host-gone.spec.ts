import { createServer } from 'node:http';
import { expect } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { startLoopback } from '#tests/support/hosts.ts';
import { isOpen } from '#tests/support/started.ts';
import { test } from '#tests/support/test.ts';

test.skip(({ hostKind }) => hostKind === 'electron', 'Electron’s windows end with it');

test('a desk whose host was killed says so, and tells nothing to whoever takes its port', async ({
  sharedBrowser,
  dataFolder,
}) => {
  const host = await startLoopback(dataFolder);
  const context = await sharedBrowser?.newContext({
    proxy: { server: `http://127.0.0.1:${host.port}`, bypass: '<-loopback>' },
  });
  const page = await context?.newPage();
  if (!page) throw new Error('There is no shared browser in this project.');
  await page.goto(host.url);
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Harbour fire');
  await expect(desk.status.getByText('Offline')).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));

  host.process.kill('SIGKILL');
  await expect.poll(() => isOpen(host.port)).toBe(false);
  const asked: string[] = [];
  const stranger = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('<title>stranger</title>');
  });
  await new Promise<void>((resolve) => stranger.listen(host.port, '127.0.0.1', resolve));

  await expect(desk.status.getByText('The host has ended')).toBeVisible();
  await page.evaluate(() => {
    const make = (name: string, from: object) =>
      document.body.append(Object.assign(document.createElement(name), from));
    make('img', { src: '/stolen.png' });
    make('iframe', { src: '/original.html' });
    make('link', { rel: 'stylesheet', href: '/stolen.css' });
    const script = '/assets/stolen.js';
    import(script).catch(() => {});
    fetch('/stolen.json').catch(() => {});
  });
  // longer than the longest pause between two calls of the desk
  await page.waitForTimeout(6_000);
  expect(asked.filter((line) => line.includes('casewright.localhost') || line.includes(' /'))).toEqual([]);
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);

  stranger.closeAllConnections();
  stranger.close();
  await context?.close();
});
