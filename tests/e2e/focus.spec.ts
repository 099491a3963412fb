import { expect, type Page } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { ARABIC, Reading, STRIKE } from '#tests/support/reading.ts';
import { test } from '#tests/support/test.ts';

test('the keys are with the list, the words or the box of the place that was gone to', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();
  await expect(desk.articles).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(desk.article).toBeFocused();
  await page.keyboard.press('ArrowDown');
  expect(await caretIn(page)).toBe('words');

  const title = desk.article.getByRole('heading', { level: 1 });
  const first = (await title.textContent()) ?? '';
  await page.keyboard.press('j');
  await expect(title).not.toHaveText(first);
  await expect(desk.article).toBeFocused();
  await page.keyboard.press('ArrowDown');
  expect(await caretIn(page)).toBe('words');

  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await expect(page.getByRole('grid', { name: 'Events' })).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect(page.getByRole('grid', { name: 'Entities' })).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(desk.articles).toBeFocused();
});

test('the keys go back to where they were when a dialog closes', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE, ARABIC], 'Shells hit');
  await expect(reading.article).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reading.article).toBeFocused();

  await reading.desk.go('Library');
  await reading.take([{ ...STRIKE, name: 'again.html', body: STRIKE.body.replace('Three rounds', 'Four rounds') }]);
  await expect(reading.desk.articles).toBeFocused();
});

test('a case that has no articles yet gives the keys to the way in', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Empty');
  await desk.go('Case file');
  await desk.go('Library');
  await expect(
    page
      .getByRole('region', { name: 'Articles of the case' })
      .getByRole('button', { name: /^Import…/ })
      .last(),
  ).toBeFocused();
});

test('the inspector’s tabs are changed by keys alone, and Escape leads back to the words', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  const tab = (name: string) => reading.inspector.getByRole('tab', { name });
  await page.keyboard.press('b');
  await page.keyboard.press('d');
  await expect(tab('Details')).toBeFocused();
  await expect(reading.inspector.getByRole('tabpanel')).toContainText('Publisher');

  await page.keyboard.press('ArrowLeft');
  await expect(tab('Events')).toBeFocused();
  await expect(tab('Events')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(tab('Highlights')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(tab('Details')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(reading.article).toBeFocused();
});

test('going to a marked passage from the list leads the keys to the words', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('Civil Rescue Corps');
  await page.keyboard.press('4');
  await page.keyboard.press('ControlOrMeta+Home');
  await reading.marks.getByRole('button').press('Enter');
  await expect(reading.article).toBeFocused();
  await page.keyboard.press('Shift+ControlOrMeta+ArrowRight');
  expect((await reading.selected()).trim()).toBe('Civil');
});

/** Where the caret stands. */
function caretIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = getSelection()?.focusNode;
    return at && document.querySelector('[data-words]')?.contains(at) ? 'words' : 'nowhere';
  });
}
