import { expect, type Page } from '@playwright/test';
import { withPageModule } from '#tests/support/page-module.ts';
import type {} from '#tests/support/surface-page.tsx';
import { test } from '#tests/support/test.ts';

test.skip(({ hostKind }) => hostKind === 'electron', 'the surface by itself stands in a page of its own');

const painted = (page: Page) =>
  page.evaluate(() => [...CSS.highlights].filter(([, { size }]) => size > 0).map(([name]) => name));

test('folded passages are kept, shown on demand, revealed for a mark and hidden again', async () => {
  await withPageModule('tests/support/surface-page.tsx', async (page) => {
    const show = page.getByRole('button', { name: 'Show 2 hidden passages' });
    const hide = page.getByRole('button', { name: 'Hide 2 passages' });
    await expect(show).toBeVisible();
    await expect(page.getByText('Donate now.')).toBeHidden();
    await expect.poll(() => painted(page)).toEqual(['site', 'place']);

    await show.click();
    await expect(page.getByText('Donate now.')).toBeVisible();
    await expect.poll(() => painted(page)).toEqual(expect.arrayContaining(['org', 'place', 'site']));
    await hide.click();
    await expect(page.getByText('Donate now.')).toBeHidden();

    await page.evaluate(() => surfacePage.surface?.reveal({ start: 63, end: 69 }));
    await expect(page.getByText('Donate now.')).toBeVisible();
    await hide.click();
    await expect(show).toBeVisible();
  });
});

test('the caret steps over a folded passage, and a selection across it holds its words', async () => {
  await withPageModule('tests/support/surface-page.tsx', async (page) => {
    await page.getByRole('region', { name: 'Article' }).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    const selection = () => page.evaluate(() => surfacePage.surface?.selection);
    await expect.poll(async () => (await selection())?.focus).toBeGreaterThanOrEqual(75);

    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+Control+End');
    await expect.poll(selection).toEqual({ anchor: 0, focus: 107 });
  });
});

test('a point finds the marks that the engine finds there, the innermost first', async () => {
  await withPageModule('tests/support/surface-page.tsx', async (page) => {
    const line = page.getByText('First words of the article');
    const box = await line.boundingBox();
    if (!box) throw new Error('the text is not on the page');
    let compared = 0;
    for (let x = box.x + 2; x < box.x + 300; x += 7) {
      const { ours, engine } = await page.evaluate(([left, top]) => surfacePage.marksAt(left, top), [
        x,
        box.y + 14,
      ] as const);
      if (engine === null) continue;
      compared += 1;
      expect(ours).toEqual(engine);
    }
    expect(compared).toBeGreaterThan(0);
    const beyond = await page.evaluate(([left, top]) => surfacePage.marksAt(left, top), [
      box.x + box.width - 4,
      box.y + 14,
    ] as const);
    expect(beyond.ours).toEqual([]);
  });
});
