import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(120_000);

async function entitiesOf(page: Page): Promise<Desk> {
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();
  await desk.go('Entities');
  await expect(page.getByRole('grid', { name: 'Entities' }).getByRole('row').nth(1)).toBeVisible();
  return desk;
}

test('two entities are made one by keys, looked at side by side before, and taken apart again', async ({ page }) => {
  const desk = await entitiesOf(page);
  const grid = page.getByRole('grid', { name: 'Entities' });
  const card = page.getByRole('complementary', { name: 'Entity' });
  const mentions = card.getByRole('list', { name: 'Mentions in context' }).getByRole('listitem');
  const named = (name: string) => grid.locator('[data-column="name"]').getByText(name, { exact: true });
  const count = async (name: string) => {
    await named(name).click();
    await expect(card.getByRole('heading', { level: 2 })).toHaveText(name);
    return mentions.count();
  };
  const both = (await count('Ashmar Brigade')) + (await count('Civil Rescue Corps'));

  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Merge' });
  await expect(dialog.getByRole('combobox', { name: 'Merge with' })).toBeFocused();
  await page.keyboard.type('ashmar brig');
  await expect(dialog.getByRole('option', { name: 'Ashmar Brigade' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  const sides = dialog.getByRole('table', { name: 'Both sides' });
  await expect(sides.getByRole('row', { name: /^Name/ })).toContainText('Civil Rescue CorpsAshmar Brigade');
  await expect(dialog.getByRole('region', { name: 'Merge with Ashmar Brigade' })).toBeFocused();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep the other one instead' }).click();
  await expect(sides.getByRole('row', { name: /^Name/ })).toContainText('Ashmar BrigadeCivil Rescue Corps');
  await page.keyboard.press('ControlOrMeta+Enter');

  await expect(dialog).toBeHidden();
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('Ashmar Brigade');
  await expect(mentions).toHaveCount(both);
  await expect(card.getByRole('list', { name: 'Names' })).toContainText('Civil Rescue Corps');
  await expect(named('Civil Rescue Corps')).toHaveCount(0);

  await card.getByRole('button', { name: 'Take apart' }).click();
  await expect(named('Civil Rescue Corps')).toBeVisible();
  await desk.undo.click();
  await expect(card.getByRole('button', { name: 'Take apart' })).toBeVisible();
  await desk.undo.click();
  await expect(named('Civil Rescue Corps')).toBeVisible();
  expect((await count('Ashmar Brigade')) + (await count('Civil Rescue Corps'))).toBe(both);
});

test('passages that name somebody else are moved into a new entity by keys, and one undo brings them back', async ({
  page,
}) => {
  const desk = await entitiesOf(page);
  const grid = page.getByRole('grid', { name: 'Entities' });
  const card = page.getByRole('complementary', { name: 'Entity' });
  const mentions = card.getByRole('list', { name: 'Mentions in context' }).getByRole('listitem');
  await grid.getByText('Ashmar Brigade', { exact: true }).click();
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('Ashmar Brigade');
  const before = await mentions.count();

  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Split' });
  const boxes = dialog.getByRole('list', { name: 'Passages' }).getByRole('checkbox');
  await expect(boxes).toHaveCount(before);
  await boxes.first().focus();
  await page.keyboard.press('Space');
  const field = dialog.getByRole('combobox', { name: 'They name' });
  await field.fill('Ashmar Brigade press office');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog.getByRole('button', { name: 'Move 1 passage to Ashmar Brigade press office' })).toBeEnabled();
  await page.keyboard.press('ControlOrMeta+Enter');

  await expect(dialog).toBeHidden();
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('Ashmar Brigade press office');
  await expect(mentions).toHaveCount(1);
  await grid.getByText('Ashmar Brigade', { exact: true }).first().click();
  await expect(mentions).toHaveCount(before - 1);
  await desk.undo.click();
  await expect(mentions).toHaveCount(before);
  await expect(grid.getByText('Ashmar Brigade press office', { exact: true })).toHaveCount(0);
});
