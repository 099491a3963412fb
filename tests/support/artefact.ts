import type { Page, TestInfo } from '@playwright/test';

/** Keeps a picture of the page in light and in dark with the results of a test, for people to look at. */
export async function artefact(page: Page, testInfo: TestInfo, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = testInfo.outputPath(`${name}-${colorScheme}.png`);
    await page.screenshot({ path });
    await testInfo.attach(`${name}-${colorScheme}`, { path, contentType: 'image/png' });
  }
}
