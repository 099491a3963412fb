import { expect, type Locator, type Page } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(400_000);

test('walks from the first start to a verified case file with the keyboard alone', async ({ app, page }) => {
  const desk = new Desk(page);
  const { keyboard } = page;
  await refuseThePointer(page);

  await expect(page.getByLabel('Your name')).toBeFocused();
  await keyboard.type('N. Kessar');
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open the sample case' })).toBeVisible();
  await keyboard.press('s');
  await expect(desk.articles.getByText('Market in Marjouna shelled')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: 90_000 });

  // library: into the grid, to a row, its status, back again
  await areaWith(page, desk.articles);
  const row = desk.articles.getByRole('row').filter({ hasText: 'Market in Marjouna shelled' });
  await keyboard.press('Home');
  for (let at = 0; at < 20 && (await row.getAttribute('data-cursor')) === null; at++) await keyboard.press('ArrowDown');
  await keyboard.press('i');
  await expect(row.getByLabel('In progress')).toBeVisible();
  await keyboard.press('Control+z');
  await expect(row.getByLabel('Done')).toBeVisible();
  await keyboard.press('Enter');
  await expect(desk.article).toContainText('Text by agreement');

  // reader: a phrase by the caret, a type by its number, a known entity by `e`, a note, an event, a claim
  await areaWith(page, desk.article);
  await desk.select('OSTAVEL');
  await keyboard.press('5');
  const highlights = page.getByRole('region', { name: 'Highlights in order of the text' });
  await expect(highlights).toContainText('OSTAVEL');
  await desk.select('Samira Qelloum');
  await keyboard.press('e');
  await keyboard.press('Enter');
  await expect(highlights).toContainText('Samira Qelloum');
  await desk.select('reached by telephone');
  await keyboard.press('n');
  await keyboard.type('By whom?');
  await keyboard.press('Control+Enter');
  await expect(highlights).toContainText('By whom?');

  await desk.select('killing at least five people');
  await keyboard.press('v');
  const { eventForm } = desk;
  await expect(eventForm.getByRole('combobox', { name: 'Type' })).toBeFocused();
  await keyboard.type('Shell');
  await tabTo(page, eventForm.getByLabel('Date'));
  await keyboard.type('14 March 2024');
  await tabTo(page, eventForm.getByLabel('Killed, at least', { exact: true }));
  await keyboard.type('5');
  await keyboard.press('Control+Enter');
  await expect(desk.undo).toHaveAttribute('data-tip', /Code/);
  await areaWith(page, desk.article);
  await desk.select('put the dead at nine');
  await keyboard.press('c');
  await expect(eventForm.getByText('put the dead at nine')).toBeVisible();

  // cards lead back to the passage
  await areaWith(page, desk.article);
  await goBy(page, 'e');
  const entities = page.getByRole('grid', { name: 'Entities' });
  await areaWith(page, entities);
  await keyboard.press('End');
  await keyboard.press('Enter');
  const mention = page.getByRole('list', { name: 'Mentions in context' }).getByRole('button').first();
  await tabTo(page, mention);
  await keyboard.press('Enter');
  await expect(desk.article).toBeVisible();

  await goBy(page, 'v');
  const events = page.getByRole('grid', { name: 'Events' });
  await areaWith(page, events);
  const coded = events.getByRole('row').filter({ hasText: 'E5' });
  for (let at = 0; at < 6 && (await coded.getAttribute('data-cursor')) === null; at++)
    await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: /put the dead at nine/ }));
  await keyboard.press('Enter');
  await expect(desk.article).toContainText('Neither account could be confirmed');

  // search leads to the passage
  await keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search the corpus' })).toBeFocused();
  await keyboard.type('"grain store"');
  await expect(page.getByRole('list', { name: 'Results' })).toContainText('grain store');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(desk.article).toContainText('grain store');

  // hand over, verify
  await goBy(page, 'c');
  await expect(page.getByRole('table', { name: 'What is inside' })).toBeVisible();
  await app.saves(() => keyboard.press('Control+e'));
  await expect(page.getByRole('dialog', { name: 'Case file written' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await keyboard.press('y');
  await expect(page.getByText('The case is whole.')).toBeVisible();
});

/** Whatever a pointer does from now on fails the test: the page says so by itself. */
async function refuseThePointer(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.addEventListener('mousedown', () => document.body.replaceChildren('a pointer was used'), { capture: true });
  });
}

/** Goes from area to area with F6, and within it with Tab, until the focus is on the element or in it. */
async function areaWith(page: Page, element: Locator): Promise<void> {
  const isThere = () => element.evaluate((wanted) => wanted === document.activeElement);
  for (let at = 0; at < 12; at++) {
    if (await isThere()) return;
    await page.keyboard.press('F6');
    for (let tabs = 0; tabs < 2 && !(await isThere()); tabs++) {
      if (await element.evaluate((wanted) => document.activeElement?.contains(wanted) ?? false)) {
        await tabTo(page, element);
      } else break;
    }
  }
  await expect(element).toBeFocused();
}

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  await expect(element).toBeVisible();
  for (let at = 0; at < 60; at++) {
    if (await element.evaluate((wanted) => wanted === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(element).toBeFocused();
}

async function goBy(page: Page, letter: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
}
