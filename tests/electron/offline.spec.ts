import { expect } from '@playwright/test';
import { test } from '#tests/support/test.ts';
import { startCanary } from './canary.ts';
import { call, inElectron, loaded } from './desk-page.ts';
import { reachOut } from './reaching-out.ts';

test('no way of reaching out from the page reaches a listener on this very machine', async ({ page }) => {
  const canary = await startCanary();
  await loaded(page);
  const tried = await page.evaluate(reachOut, canary.port);
  expect(tried.length).toBeGreaterThan(40);
  expect(canary.hits()).toBe(0);
  expect(page.url()).toMatch(/^app:\/\/casewright\//);
  await canary.touch();
  expect(canary.hits()).toBe(1);
  canary.close();
});

test('without the policy of the page the host still refuses everything, and counts it as the page’s', async ({
  page,
  app,
}) => {
  const canary = await startCanary();
  await loaded(page);
  const protocol = await app.context.newCDPSession(page);
  await protocol.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await loaded(page);
  const before = await call(page, 'network:count', null);
  await page.evaluate(reachOut, canary.port);
  expect(canary.hits()).toBe(0);
  expect(page.url()).toMatch(/^app:\/\/casewright\//);
  const after = await call(page, 'network:count', null);
  expect(before).toEqual({ ok: true, value: { page: 0, browser: expect.any(Number) } });
  expect((after.value as { page: number }).page).toBeGreaterThan(15);
  canary.close();
});

test('the main process has no way out by Chromium either', async ({ app }) => {
  const canary = await startCanary();
  const { electron } = inElectron(app);
  const outcome = await electron.evaluate(
    ({ net }, port) =>
      new Promise((resolve) => {
        const request = net.request(`http://127.0.0.1:${port}/main`);
        request.on('response', () => resolve('answered'));
        request.on('error', () => resolve('refused'));
        request.end();
      }),
    canary.port,
  );
  expect(outcome).toBe('refused');
  expect(canary.hits()).toBe(0);
  canary.close();
});

test('the spell checker, which would fetch dictionaries, is off', async ({ app }) => {
  const { electron } = inElectron(app);
  expect(await electron.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
});
