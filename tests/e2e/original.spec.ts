import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { hostilePayloads } from '#tests/fixtures/hostile-html.ts';
import { Reading, STRIKE } from '#tests/support/reading.ts';
import { test } from '#tests/support/test.ts';

/** Counts whoever asks it for anything. */
async function canary(): Promise<{ server: Server; origin: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('asked');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Requests of the page itself, or of a frame in it, that lead anywhere but to the workbench. */
function strangers(page: Page): string[] {
  const found: string[] = [];
  const own = /^(app:\/\/casewright\/|http:\/\/casewright\.localhost\/|data:|blob:)/;
  page.on('request', (request) => {
    if (!own.test(request.url())) found.push(request.url());
  });
  return found;
}

test('no hostile page that is shown as the original runs, asks or leaves', async ({ page }) => {
  test.setTimeout(120_000);
  const { server, origin, asked } = await canary();
  const asking = strangers(page);
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  const address = page.url();

  const faults = await page.evaluate(async (payloads) => {
    const found: string[] = [];
    for (const { name, html } of payloads) {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = 'original.html';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      await loaded;
      const shown = new Promise<boolean>((resolve) => {
        setTimeout(() => resolve(false), 3000);
        addEventListener('message', ({ source }) => source === frame.contentWindow && resolve(true));
      });
      let loads = 0;
      frame.addEventListener('load', () => {
        loads += 1;
      });
      frame.contentWindow?.postMessage({ kind: 'page', html: `<p>before</p>${html}<p>after</p>` }, '*');
      if (!(await shown)) found.push(`${name}: was not shown`);
      await new Promise((resolve) => setTimeout(resolve, 60));
      if (loads > 0) found.push(`${name}: took the frame elsewhere`);
      if (document.title === 'owned') found.push(`${name}: ran`);
      frame.remove();
    }
    return found;
  }, hostilePayloads(origin));

  expect(faults).toEqual([]);
  expect(asked).toEqual([]);
  expect(asking).toEqual([]);
  expect(page.url()).toBe(address);
  server.close();
});

test('hostile pages are imported, read and shown as they came without a request', async ({ page }) => {
  test.setTimeout(120_000);
  const { server, origin, asked } = await canary();
  const asking = strangers(page);
  const payloads = hostilePayloads(origin);
  const reading = new Reading(page);
  const files = payloads.map(({ name, html }, at) => ({
    name: `hostile-${at}.html`,
    mimeType: 'text/html',
    body: `<!doctype html><html><head><title>Payload ${at}: ${name.replaceAll('<', '')}</title></head><body><p>Words before ${at}.</p>${html}<p>Words after.</p></body></html>`,
  }));
  await reading.begin(files, 'Payload');
  await reading.queue.getByRole('link').first().click();

  for (let at = 0; at < payloads.length; at += 8) {
    await expect(reading.queue).toContainText(`${at + 1} of ${payloads.length}`);
    const title = (await reading.queue.locator('[aria-current=true] [dir=auto]').textContent()) ?? '';
    await expect(reading.article.getByRole('heading', { level: 1 }).first()).toHaveText(title);
    await page.getByRole('tab', { name: 'Original' }).click();
    await expect(page.getByText(/^Shown without scripts/)).toBeVisible();
    await page.getByRole('tab', { name: 'Text' }).click();
    for (let step = 0; step < 8; step++) await page.keyboard.press('j');
  }
  await expect(page).not.toHaveTitle('owned');
  expect(asked).toEqual([]);
  expect(asking).toEqual([]);
  server.close();
});

test('the original keeps its looks and says what was left out', async ({ page }) => {
  const reading = new Reading(page);
  const looks = {
    name: 'looks.html',
    mimeType: 'text/html',
    body: '<!doctype html><html><head><title>Looks</title><style>p{color:rgb(1,2,3)}</style><script>1</script></head><body><p style="font-weight:700">Kept looks</p><img src="https://pixel.tracker.invalid/1.gif"></body></html>',
  };
  await reading.begin([looks], 'Looks');
  await page.getByRole('tab', { name: 'Original' }).click();

  await expect(page.getByText(/Left out: .*1 picture from elsewhere/)).toBeVisible();
  const words = page.frameLocator('iframe[title="Capture as it came"]').getByText('Kept looks');
  await expect(words).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(words).toHaveCSS('font-weight', '700');
});

test('says in words that the original does not come, and tries again', async ({ page, hostKind }) => {
  test.skip(hostKind === 'electron', 'the frame of app:// is served in the main process');
  await page.route('**/original.js', (route) => route.abort());
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await page.getByRole('tab', { name: 'Original' }).click();
  await expect(page.getByText('Opening the capture…')).toBeVisible();
  await expect(page.getByText('The capture is not shown: its frame has not answered.')).toBeVisible();

  await page.unroute('**/original.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/^Shown without scripts/)).toBeVisible();
});
