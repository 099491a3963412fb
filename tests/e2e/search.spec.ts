import { expect } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(120_000);

test('the search finds words, phrases and what is left out, says the query in words and when nothing is found', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();
  await page.keyboard.press('/');
  const box = page.getByRole('searchbox', { name: 'Search the corpus' });
  const results = page.getByRole('list', { name: 'Results' });

  await box.fill('market shells');
  await expect(page.getByText('Articles that contain')).toContainText('market and shells');
  await expect(results.getByRole('listitem').first()).toContainText('Marjouna');

  await box.fill('"grain store"');
  await expect(results).toContainText('Bir Zallaq villagers dispute');
  await expect(results).not.toContainText('Drone kills lorry driver');

  await box.fill('مرجونة');
  await expect(results.locator('mark').first()).toContainText('مرجونة');

  await box.fill('zzzz');
  await expect(page.getByText('Nothing found')).toBeVisible();

  await box.press('Escape');
  await expect(box).toHaveValue('');
});

test('Enter in the field opens the passage of the first result, and the foot names the keys that act there', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();
  await page.keyboard.press('/');
  const box = page.getByRole('searchbox', { name: 'Search the corpus' });
  const results = page.getByRole('list', { name: 'Results' });
  await box.fill('grain store');
  await expect(results.locator('mark').first()).toBeVisible();
  await expect(desk.status).toContainText('first result');
  await expect(desk.status).not.toContainText('next result');

  await box.press('ArrowDown');
  await expect(desk.status).toContainText('next result');
  await expect(desk.status).not.toContainText('first result');
  const first = await page.locator('[data-result] bdi').first().textContent();

  await page.keyboard.press('/');
  await box.press('Enter');
  await expect(desk.article.getByRole('heading', { level: 1 })).toHaveText(first ?? '');
  await expect(page).toHaveURL(/\/at\/\d+-\d+\/find\//);

  // pressed at once, it opens what was typed, not what stood there before
  await page.keyboard.press('/');
  await box.fill('lorry driver');
  await box.press('Enter');
  await expect(desk.article.getByRole('heading', { level: 1 })).toContainText('Drone kills lorry driver');
});
