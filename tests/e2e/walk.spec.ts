import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { inSecondWorkspace } from '#tests/support/second-workspace.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(400_000);

test('walks the sample case from the empty start to a verified file that opens whole elsewhere', async ({
  app,
  page,
  hostKind,
  sharedBrowser,
}) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();

  await triage(desk);
  await tag(desk);
  await codeEvent(desk);
  await lead(desk);
  await search(desk);

  await desk.go('Case file');
  const counts = await countsInside(page);
  const file = await app.saves(() => page.getByRole('button', { name: 'Export case file…' }).click());
  await expect(page.getByRole('dialog', { name: 'Case file written' })).toContainText('read back and verified');
  await page.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(page.getByText('The case is whole.')).toBeVisible();

  await inSecondWorkspace(hostKind, sharedBrowser, async (other) => {
    const second = new Desk(other.page);
    await second.begin('O. Renn');
    await other.page.getByLabel('Case file to open').setInputFiles({
      name: 'handed-over.casefile',
      mimeType: 'application/zip',
      buffer: await readFile(file),
    });
    const preview = other.page.getByRole('dialog', { name: 'Open case file' });
    await expect(preview).toContainText('13 articles');
    await preview.getByRole('button', { name: 'Bring this case in' }).click();
    await expect(second.articles.getByText('Market in Marjouna shelled')).toBeVisible();
    await second.go('Case file');
    await expect.poll(() => countsInside(other.page)).toEqual(counts);
    await other.page.getByRole('button', { name: 'Verify', exact: true }).click();
    await expect(other.page.getByText('The case is whole.')).toBeVisible();
  });
});

/** Status by key, several rows at once, and one undo for all of them. */
async function triage({ page, articles, undo }: Desk): Promise<void> {
  const rowOf = (title: string) => articles.getByRole('row').filter({ hasText: title });
  const first = rowOf('Situation note 31');
  await first.click();
  await page.keyboard.press('i');
  await expect(first.getByLabel('In progress')).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const toolbar = page.getByRole('toolbar', { name: 'Selected articles' });
  await expect(toolbar).toContainText('3 selected');
  await page.keyboard.press('x');
  await expect(articles.getByLabel('Set aside')).toHaveCount(4);
  await undo.click();
  await expect(articles.getByLabel('Set aside')).toHaveCount(1);
  await expect(first.getByLabel('In progress')).toBeVisible();
  await page.keyboard.press('Escape');
}

/** A new entity by its number, a known one by `e` and Enter, a note by `n`. */
async function tag(desk: Desk): Promise<void> {
  const { page } = desk;
  await desk.read('Market in Marjouna shelled');
  const list = page.getByRole('region', { name: 'Highlights in order of the text' });
  await desk.select('OSTAVEL');
  await page.keyboard.press('5');
  await expect(list).toContainText('OSTAVEL');

  await desk.select('Civil Rescue Corps');
  await page.keyboard.press('e');
  await expect(page.getByRole('combobox', { name: 'Link to entity' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list).toContainText('Civil Rescue Corps');

  await desk.select('rescue workers said');
  await page.keyboard.press('n');
  await page.keyboard.type('The same sentence as the wire has.');
  await page.keyboard.press('Control+Enter');
  await expect(list).toContainText('The same sentence as the wire has.');
}

/** `v` on a passage, the fields, Ctrl+Enter; another passage by `c` as a claim. */
async function codeEvent(desk: Desk): Promise<void> {
  const { page, eventForm } = desk;
  await desk.select('killing at least five people and wounding 12');
  await page.keyboard.press('v');
  await eventForm.getByRole('combobox', { name: 'Type' }).selectOption('Shelling');
  await eventForm.getByLabel('Date').fill('14 March 2024');
  const place = eventForm.getByRole('combobox', { name: 'Place' });
  await place.fill('Covered market');
  await place.press('Enter');
  const actors = eventForm.getByRole('combobox', { name: 'Actors' });
  await actors.fill('Velharan Armed');
  await actors.press('Enter');
  await eventForm.getByLabel('Killed, at least', { exact: true }).fill('5');
  await eventForm.getByLabel('Injured, at least', { exact: true }).fill('12');
  await eventForm.getByLabel('Injured, at most', { exact: true }).fill('12');
  await eventForm.getByLabel('Note', { exact: true }).fill('As the copy has it.');
  await page.keyboard.press('Control+Enter');
  await expect(desk.undo).toHaveAttribute('data-tip', /Code/);

  await eventForm.getByLabel('Killed, at most', { exact: true }).focus();
  await desk.select('put the dead at nine');
  await page.keyboard.press('c');
  await expect(eventForm.getByText('put the dead at nine')).toBeVisible();
}

/** Cards of entities and events lead back to the words they rest on. */
async function lead(desk: Desk): Promise<void> {
  const { page, article } = desk;
  await desk.go('Entities');
  await page.getByRole('grid', { name: 'Entities' }).getByText('OSTAVEL', { exact: true }).click();
  await page.getByRole('list', { name: 'Mentions in context' }).getByRole('button').first().click();
  await expect(article).toContainText('Market in Marjouna shelled');

  await desk.go('Events');
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').filter({ hasText: 'E5' }).click();
  const card = page.getByRole('complementary', { name: 'Event card' });
  await expect(card.getByRole('region', { name: 'Killed', exact: true })).toContainText('5');
  await card.getByRole('button', { name: /put the dead at nine/ }).click();
  await expect(article).toContainText('Neither account could be confirmed');
}

async function search(desk: Desk): Promise<void> {
  const { page, article } = desk;
  await page.keyboard.press('/');
  await page.getByRole('searchbox', { name: 'Search the corpus' }).fill('"grain store"');
  const results = page.getByRole('list', { name: 'Results' });
  await expect(results.locator('mark').first()).toContainText('grain');
  await results.getByRole('button').nth(1).click();
  await expect(article).toContainText('grain store');
}

/** What the Case file place says is inside. */
async function countsInside(page: Page): Promise<string[]> {
  const table = page.getByRole('table', { name: 'What is inside' });
  await expect(table.getByRole('row').first()).toBeVisible();
  const rows = await table.getByRole('row').allInnerTexts();
  return rows.filter((row) => !row.startsWith('Ledger'));
}
