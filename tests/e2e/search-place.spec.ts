import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, Desk } from '#tests/support/desk.ts';
import { SearchPlaceDesk } from '#tests/support/search-desk.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(180_000);

test('a query with fields, groups and ranges is said in words; what cannot be read is named and the rest is shown', async ({
  page,
}) => {
  const search = await sampleSearch(page);
  await search.box.fill('(shell* OR rocket~) market -title:drone');
  await expect(search.area.getByText('Articles that contain')).toContainText('and not drone in the title');
  await expect(search.results.getByRole('listitem').first()).toContainText('Marjouna');

  await search.box.fill('market killed:>=five');
  await expect(search.area.getByRole('alert')).toContainText(/>=five.*at character/);
  await expect(search.area.getByRole('alert')).toContainText('The rest of the query is shown.');
  await expect(search.results).toContainText('Marjouna');

  await page.keyboard.press('F1');
  await expect(page.getByRole('region', { name: 'Query help' })).toContainText('near/5');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('facets narrow the results to exactly as many articles as they count', async ({ page }) => {
  const search = await sampleSearch(page);
  await search.box.fill('market');
  await expect(search.results.locator('mark').first()).toBeVisible();
  const facets = page.getByRole('region', { name: 'Facets' });
  const [all = ''] = /^\d+ articles/.exec((await search.area.getByRole('status').textContent()) ?? '') ?? [];
  for (const name of ['Publisher', 'Language', 'Entity', 'Event type', 'Status']) {
    const box = facets.getByRole('region', { name, exact: true }).getByRole('checkbox').first();
    const words = await facets.getByRole('region', { name, exact: true }).locator('label').first().textContent();
    const count = Number(/(\d+)\s*$/.exec(words ?? '')?.[1]);
    expect(count).toBeGreaterThan(0);
    await box.check({ force: true });
    await expect(search.area.getByRole('status')).toContainText(new RegExp(`^${count} articles?\\b`));
    await box.uncheck({ force: true });
    await expect(search.area.getByRole('status')).toContainText(all);
  }
});

test('the concordance puts every place in its line, in order of what precedes or follows, and leads to it', async ({
  page,
}) => {
  const search = await sampleSearch(page);
  await search.box.fill('market OR السوق');
  await page.getByRole('button', { name: 'Concordance' }).click();
  const table = page.getByRole('table', { name: 'Concordance' });
  await expect(table.getByRole('columnheader')).toHaveText(['Left', 'Hit', 'Right', 'Source', 'Date']);
  const english = table.locator('tr:not([data-rtl]) td:nth-child(3)');
  await expect(english.first()).toBeVisible();
  const after = (await english.allInnerTexts()).map((words) => /[a-z0-9]+/i.exec(words)?.[0]?.toLowerCase() ?? '');
  expect(after).toEqual([...after].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })));
  expect(after.length).toBeGreaterThan(5);

  await page.getByRole('combobox', { name: 'Sort' }).selectOption({ label: 'By what precedes' });
  await expect(async () => {
    const before = (await table.locator('tr:not([data-rtl]) td:nth-child(1)').allInnerTexts()).map(
      (words) =>
        words
          .match(/[a-z0-9]+/gi)
          ?.at(-1)
          ?.toLowerCase() ?? '',
    );
    expect(before).toEqual([...before].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })));
  }).toPass();
  await expect(table.locator('tr[data-rtl]').first()).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);

  await search.box.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/reader\/.*\/at\/\d+-\d+/);
});

test('entities and events of the found articles are listed with their counts, and open', async ({ page }) => {
  const search = await sampleSearch(page);
  await search.box.fill('market');
  await search.area.getByRole('button', { name: 'Entities' }).click();
  const entities = page.getByRole('list', { name: 'Entities found' });
  await expect(entities.getByRole('listitem').first()).toContainText(/\d+ articles/);
  await search.area.getByRole('button', { name: 'Events' }).click();
  const events = page.getByRole('list', { name: 'Events found' });
  await expect(events.getByRole('listitem').first()).toContainText(/\d+ articles?/);
  expect(await accessibilityFaults(page)).toEqual([]);

  await events.getByRole('button').first().click();
  await expect(page).toHaveURL(/\/events\//);
});

test('the article in hand shows each hit, one after the other, and opens at the one in hand', async ({ page }) => {
  const search = await sampleSearch(page);
  await search.box.fill('market');
  await expect(search.results.locator('mark').first()).toBeVisible();
  await search.box.press('ArrowDown');
  const preview = page.getByRole('complementary', { name: 'Hit in its article' });
  await expect(preview.getByRole('status')).toHaveText(/^hit 1 of \d+$/);
  await page.keyboard.press('n');
  await expect(preview.getByRole('status')).toHaveText(/^hit 2 of/);
  await expect(preview.locator('mark[data-current]')).toBeInViewport();
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  const [, last] = /^hit (\d+) of/.exec((await preview.getByRole('status').textContent()) ?? '') ?? [];
  expect(Number(last)).toBeGreaterThan(1);

  await preview.getByRole('button', { name: 'Open at the hit' }).click();
  await expect(page).toHaveURL(/\/at\/\d+-\d+/);
});

test('All cases widens the search and says which case an article is of', async ({ page }) => {
  const search = await sampleSearch(page);
  const desk = new Desk(page);
  await desk.newCase('Empty one');
  await desk.go('Search');
  await search.finds('market', 0);
  await page.getByRole('switch', { name: 'All cases' }).check({ force: true });
  await expect(search.results.getByRole('listitem').first()).toContainText('Marjouna');
  await expect(search.results.getByRole('listitem').first()).toContainText('Sample');
});

test('results and concordance are written as tables', async ({ app, page }) => {
  const search = await sampleSearch(page);
  await search.box.fill('market');
  await expect(search.results.locator('mark').first()).toBeVisible();
  const counted = Number(/^(\d+) articles/.exec((await search.area.getByRole('status').textContent()) ?? '')?.[1]);
  const path = await app.saves(() => page.getByRole('button', { name: 'Export results…' }).click());
  const rows = (await readFile(path, 'utf8')).trimEnd().split('\r\n');
  expect(rows[0]).toContain('Title,Publisher,Published');
  expect(rows).toHaveLength(counted + 1);
});

test('a saved search counts what is new since it was last read; the log says how it was searched', async ({
  app,
  page,
}) => {
  const search = await sampleSearch(page);
  const desk = new Desk(page);
  await search.box.fill('zeppelin');
  await expect(search.area.getByText('Nothing found')).toBeVisible();
  await page.getByRole('button', { name: 'Save search' }).click();
  const saved = page.getByRole('region', { name: 'Saved searches' });
  await expect(saved.getByRole('listitem')).toContainText('zeppelin');

  await desk.go('Library');
  await page.getByRole('button', { name: 'Paste text…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Airship seen\n\nA zeppelin was seen over the ridge.');
  await dialog
    .getByRole('button', { name: /Import|Add|Paste/ })
    .last()
    .click();
  await expect(page.getByRole('dialog', { name: 'Import summary' })).toContainText('1 imported');
  await page.getByRole('dialog', { name: 'Import summary' }).getByRole('button', { name: 'Close' }).last().click();

  await desk.go('Search');
  await expect(saved.getByRole('listitem')).toContainText('1 new');
  await saved.getByRole('button', { name: /^zeppelin/ }).click();
  await search.finds('zeppelin', 1);
  await expect(saved.getByRole('listitem')).not.toContainText('new');

  await saved.getByRole('button', { name: 'Search log…' }).click();
  const log = page.getByRole('dialog', { name: 'Search log' });
  await expect(log.getByRole('row').last()).toContainText('zeppelin');
  expect(await accessibilityFaults(page)).toEqual([]);
  const path = await app.saves(() => log.getByRole('button', { name: 'Export log' }).click());
  expect(await readFile(path, 'utf8')).toContain(',zeppelin,');
});

test('the index says how it stands and is built anew when asked', async ({ page }) => {
  const search = await sampleSearch(page);
  await search.isWhole();
  await page.getByRole('link', { name: 'Settings' }).last().click();
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Search index' }).click();
  const block = page.getByRole('region', { name: 'How it stands' });
  await expect(block).toContainText('whole');
  await page.getByRole('button', { name: 'Rebuild index' }).click();
  await expect(block).toContainText('because it was asked for');
  await expect(block).toContainText('whole');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a query of a megabyte, of ten thousand words or parentheses is answered or refused in words, and typing goes on', async ({
  page,
}) => {
  const search = await sampleSearch(page);
  const long = [
    'market '.repeat(150_000),
    Array.from({ length: 10_000 }, (_, at) => `word${at}`).join(' OR '),
    `${'('.repeat(10_000)}market${')'.repeat(10_000)}`,
    '" - ( ) OR AND near/3 ~ * ?',
    '\ud800 \udc00 market',
  ];
  for (const typed of long) {
    await search.box.evaluate((field: HTMLInputElement, words) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
      set?.call(field, words);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, typed);
    await page.waitForTimeout(300);
    await search.box.fill('"grain store"');
    await expect(search.results).toContainText('Bir Zallaq villagers dispute', { timeout: 15_000 });
  }
});

async function sampleSearch(page: Page): Promise<SearchPlaceDesk> {
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();
  await desk.go('Search');
  return new SearchPlaceDesk(page);
}
