import { expect } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(120_000);

test('the events list stands by date; the card shows for each field what it rests on', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();
  await desk.go('Events');
  const grid = page.getByRole('grid', { name: 'Events' });
  await expect(grid.getByRole('row').nth(1)).toContainText('Shelling of Marjouna market');
  await expect(grid).toContainText('2024-03-14/15');

  await grid.getByText('Shelling of Marjouna market').click();
  const card = page.getByRole('complementary', { name: 'Event card' });
  const killed = card.getByRole('region', { name: 'Killed', exact: true });
  await expect(killed).toContainText('7–9');
  await expect(killed.getByRole('listitem')).toHaveCount(6);
  await expect(card.getByRole('region', { name: 'Actors' })).toContainText('Velharan Armed Forces (Attacker), Covered');

  await card.getByRole('combobox', { name: 'Confidence' }).selectOption('Low confidence');
  await desk.undo.click();
  await expect(card.getByRole('combobox', { name: 'Confidence' })).toHaveValue('none');
});

test('a cell is written in by keyboard alone: saved as one step, refused in words, left as it was', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();
  await desk.go('Events');
  const grid = page.getByRole('grid', { name: 'Events' });
  const row = grid.getByRole('row').filter({ hasText: 'Strike on a building' });
  const cell = (at: number) => row.getByRole('gridcell').nth(at);
  await row.getByText('E2').click();

  // from the number to the title, the type, the date
  for (const name of ['Title', 'Type', 'When']) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
    await expect(grid.getByLabel(`${name}, E2`)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(grid).toBeFocused();
  }

  await page.keyboard.press('Enter');
  const date = grid.getByRole('textbox', { name: 'When, E2' });
  await page.keyboard.type('some day or other');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Not read as a date');
  await expect(date).toHaveValue('some day or other');
  await date.fill('03/04/2024');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '3 April 2024' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell(3)).toHaveText('2024-04-03');
  await expect(grid).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell(3)).toHaveText('2024-03-13/14');

  // the kind by its letter, then on with Tab to the place and the counts
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Clash');
  await page.keyboard.press('Tab');
  await expect(cell(2)).toHaveText('Clash');
  await expect(date).toBeFocused();
  const place = grid.getByRole('combobox', { name: 'Place, E2' });
  await page.keyboard.press('Tab');
  await expect(place).toBeFocused();
  await place.fill('dervah br');
  await expect(page.getByRole('option', { name: /Dervah bridge/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cell(4)).toHaveText('Dervah bridge');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(grid.getByLabel('Killed, E2')).toBeFocused();
  await page.keyboard.type('9-5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('“At least” is more than “at most”');
  await page.keyboard.press('Escape');
  await expect(cell(6)).toHaveText('2');
  await page.keyboard.press('Enter');
  await page.keyboard.type('at least 3');
  await page.keyboard.press('Enter');
  await expect(cell(6)).toHaveText('3 or more');

  // presses that do not wait for one another go where they would have gone one by one
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('1 to 4');
  await page.keyboard.press('Tab');
  await page.keyboard.type('6+');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(grid.getByLabel('Killed, E2')).toBeFocused();
  await expect(cell(7)).toHaveText('1–4');
  await expect(cell(8)).toHaveText('6 or more');
  await page.keyboard.press('Escape');

  const undoneTo: readonly (readonly [number, string])[] = [
    [8, ''],
    [7, ''],
    [6, '2'],
    [4, 'Bir Zallaq'],
    [2, 'Strike'],
  ];
  for (const [undone, words] of undoneTo) {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(cell(undone)).toHaveText(words);
  }
});

test('where there is little room columns give way instead of scrolling, and one that is chosen stays', async ({
  page,
}) => {
  const desk = new Desk(page);
  await page.setViewportSize({ width: 1024, height: 720 });
  await desk.begin();
  await desk.openSample();
  const scrolls = (name: string) =>
    page.getByRole('grid', { name }).evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  for (const place of ['Library', 'Entities', 'Events']) {
    await desk.go(place);
    const grid = page.getByRole('grid', { name: place === 'Library' ? 'Articles' : place });
    await expect(grid.getByRole('row').nth(1)).toBeVisible();
    expect(await scrolls(place === 'Library' ? 'Articles' : place)).toBe(false);
  }
  const heads = page.getByRole('grid', { name: 'Events' }).getByRole('columnheader');
  await expect(heads.filter({ hasText: 'Killed' }).first()).toBeVisible();
  await expect(heads.filter({ hasText: 'Actors' })).toHaveCount(0);
  // without the card there is room for more
  await page.keyboard.press('p');
  await expect(page.getByRole('complementary', { name: 'Event card' })).toBeHidden();
  await expect(heads.filter({ hasText: 'Actors' })).toBeVisible();
  await page.getByRole('button', { name: 'Card', exact: true }).click();
  await expect(heads.filter({ hasText: 'Actors' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).click();
  const dialog = page.getByRole('dialog', { name: 'Columns' });
  await dialog.getByRole('checkbox', { name: 'Actors' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Actors' }).check();
  await dialog.getByRole('checkbox', { name: 'Killed', exact: true }).uncheck();
  await page.keyboard.press('Escape');
  await expect(heads.filter({ hasText: 'Actors' })).toBeVisible();
  await page.reload();
  await expect(heads.filter({ hasText: 'Actors' })).toBeVisible();
  await expect(heads.filter({ hasText: /^Killed$/ })).toHaveCount(0);
});

test('a new case shows no entities of other cases until it is asked for them', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();
  await desk.newCase('Another');
  await desk.go('Entities');
  await expect(page.getByText('No entities yet')).toBeVisible();
  await page.getByText('All cases', { exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Entities' })).toContainText('Ashmar Brigade');
});
