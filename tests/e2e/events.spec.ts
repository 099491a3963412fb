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

  await card.getByRole('combobox', { name: 'Sure' }).selectOption('Low confidence');
  await desk.undo.click();
  await expect(card.getByRole('combobox', { name: 'Sure' })).toHaveValue('none');
});
