import { expect } from '@playwright/test';
import { artefact } from '#tests/support/artefact.ts';
import { Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';
import { walkPlaces } from '#tests/support/walk-places.ts';

test.setTimeout(300_000);

for (const width of [1440, 1024]) {
  test(`every place of the sample case shows itself at ${width} pixels, and none scrolls sideways`, async ({
    page,
  }, testInfo) => {
    await page.setViewportSize({ width, height: width === 1440 ? 900 : 768 });
    await walkPlaces(page, async (name) => {
      await artefact(page, testInfo, name);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond, name).toBeLessThanOrEqual(0);
    });
  });
}

test('empty places say what they are for, and a file that is none is refused', async ({ page }, testInfo) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Sarat');
  for (const place of ['Library', 'Reader', 'Search', 'Entities', 'Events']) {
    await desk.go(place);
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
    await artefact(page, testInfo, `empty-${place.toLowerCase()}`);
  }
  await desk.go('Case file');
  await page
    .getByLabel('Case file to open')
    .setInputFiles({ name: 'none.casefile', mimeType: 'application/zip', buffer: Buffer.from('no zip at all') });
  await expect(page.getByRole('dialog', { name: 'This case file was not opened' })).toBeVisible();
  await artefact(page, testInfo, 'refused');
});
