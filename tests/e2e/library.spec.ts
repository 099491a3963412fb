import { expect, type Page } from '@playwright/test';
import { artefact } from '#tests/support/artefact.ts';
import { accessibilityFaults, Desk } from '#tests/support/desk.ts';
import { fillLibrary } from '#tests/support/fill-library.ts';
import { Library, reports, testFile } from '#tests/support/library.ts';
import { test } from '#tests/support/test.ts';

test('rows sort by any column, both ways, and what has no value comes last', async ({ page }) => {
  const library = await libraryWith(page);

  expect(await library.titles()).toEqual(['Charlie', 'Alpha', 'Bravo']);
  await library.sortBy('Title');
  await expect.poll(() => library.titles()).toEqual(['Alpha', 'Bravo', 'Charlie']);
  await library.sortBy('Title');
  await expect.poll(() => library.titles()).toEqual(['Charlie', 'Bravo', 'Alpha']);
  await library.sortBy('Publisher');
  await expect.poll(() => library.titles()).toEqual(['Charlie', 'Alpha', 'Bravo']);
  await expect(page.getByRole('columnheader', { name: 'Publisher' })).toHaveAttribute('aria-sort', 'ascending');
});

test('words, facets and columns narrow the list, and what narrows it is said and taken back', async ({ page }) => {
  const library = await libraryWith(page);

  await page.getByLabel('Filter by any word').fill('corvane');
  await expect.poll(() => library.titles()).toEqual(['Charlie']);
  await expect(new Desk(page).status).toContainText('1 of 3 articles');
  await page.getByLabel('Filter by any word').fill('nowhere');
  await expect(page.getByRole('heading', { name: 'No article has “nowhere”' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all 3' }).click();
  await expect.poll(() => library.titles()).toHaveLength(3);

  await page.getByRole('checkbox', { name: /Dervah Monitor/ }).check({ force: true });
  await expect.poll(() => library.titles()).toEqual(['Alpha']);
  await page.getByRole('button', { name: /Remove the filter: Publisher/ }).click();
  await expect.poll(() => library.titles()).toHaveLength(3);

  await page.getByRole('button', { name: 'Filter by column' }).click();
  const dialog = page.getByRole('dialog', { name: 'Filter by column' });
  await dialog.getByLabel('Published from').fill('soon');
  await dialog.getByRole('button', { name: 'Filter' }).click();
  await expect(dialog.getByRole('alert')).toContainText('A day, a month or a year');
  await dialog.getByLabel('Published from').fill('2024-03-15');
  await dialog.getByRole('button', { name: 'Filter' }).click();
  await expect.poll(() => library.titles()).toEqual(['Charlie']);
});

test('columns are chosen, moved and remembered', async ({ page }) => {
  await libraryWith(page);
  const heads = page.getByRole('grid', { name: 'Articles' }).getByRole('columnheader');

  await page.getByRole('button', { name: 'Columns' }).click();
  const dialog = page.getByRole('dialog', { name: 'Columns' });
  await dialog.getByRole('checkbox', { name: 'Byline' }).check({ force: true });
  await dialog.getByRole('checkbox', { name: 'Words' }).uncheck({ force: true });
  await dialog.getByRole('button', { name: 'Move Publisher to the left' }).click();
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  const expected = ['', 'Status', 'Publisher', 'Title', 'Byline', 'Published'];
  await expect.poll(async () => (await heads.allTextContents()).slice(0, 6)).toEqual(expected);
  await page.reload();

  await expect.poll(async () => (await heads.allTextContents()).slice(0, 6)).toEqual(expected);
  await expect(page.getByRole('columnheader', { name: 'Words' })).toHaveCount(0);
});

test('status keys act on the row in hand, by keyboard alone, and each is one undo', async ({ page }) => {
  const library = await libraryWith(page);
  await library.grid.focus();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('d');
  await expect(library.row(/Charlie/).getByRole('img', { name: 'Done' })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('x');
  await expect(library.row(/Bravo/).getByRole('img', { name: 'Set aside' })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(library.row(/Bravo/).getByRole('img', { name: 'Inbox' })).toBeVisible();
  await expect(library.row(/Charlie/).getByRole('img', { name: 'Done' })).toBeVisible();
});

test('many rows are chosen, tagged and removed, each in one step with one undo', async ({ page }) => {
  const library = await libraryWith(page);
  await library.import(...reports(120));
  await library.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(library.selected).toContainText('3 selected');
  await library.selected.getByRole('button', { name: /All 123 that match/ }).click();
  await expect(library.selected).toContainText('123 selected');

  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: 'Tags of 123 articles' });
  await dialog.getByLabel('New tags').fill('market, denial');
  await page.keyboard.press('Enter');
  await expect(library.row(/Charlie/)).toContainText('denial');
  await page.getByRole('button', { name: 'Tags', expanded: false }).click();
  await expect(page.getByRole('checkbox', { name: /market/ })).toBeVisible();

  await library.selected.getByRole('button', { name: /Remove/ }).click();
  await expect(page.getByRole('heading', { name: 'No articles yet' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(library.row(/Charlie/)).toContainText('denial');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(library.row(/Charlie/)).not.toContainText('denial');
});

test('articles go into another case and stay in this one', async ({ page }) => {
  const library = await libraryWith(page);
  const desk = new Desk(page);
  await desk.newCase('Second');
  const picker = page.getByRole('combobox', { name: 'Case' });
  await picker.click();
  await page.getByRole('option', { name: 'Marjouna' }).click();

  await library.row(/Alpha/).getByRole('checkbox').check({ force: true });
  await library.selected.getByRole('button', { name: 'Add to another case…' }).click();
  await page.getByRole('button', { name: 'Add to this case' }).click();
  await expect(library.row(/Alpha/)).toBeVisible();

  await picker.click();
  await page.getByRole('option', { name: 'Second' }).click();
  await expect.poll(() => library.titles()).toEqual(['Alpha']);
});

test('Enter opens the reader with the row in hand', async ({ page }) => {
  const library = await libraryWith(page);
  await library.row(/Alpha/).click();

  await page.keyboard.press('Enter');

  await expect(page.getByRole('region', { name: 'Article', exact: true })).toContainText('Alpha');
});

test('a second window shows what the first one changes', async ({ app, page }) => {
  const library = await libraryWith(page);
  const other = await app.newWindow();
  const second = new Library(other);
  await expect(second.row(/Alpha/)).toBeVisible();

  await library.row(/Alpha/).click();
  await page.keyboard.press('i');

  await expect(second.row(/Alpha/).getByRole('img', { name: 'In progress' })).toBeVisible();
});

test('the library has no accessibility fault, empty, filled and chosen, in both themes', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Empty');
  await expect(page.getByRole('heading', { name: 'No articles yet' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  const library = new Library(page);
  await library.import(...reports(3));
  await library
    .row(/Report 1/)
    .getByRole('checkbox')
    .check({ force: true });
  await page.getByRole('button', { name: 'Import history' }).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
  }
});

test('ten thousand articles scroll, sort and filter', async ({ page }, testInfo) => {
  const library = await libraryWith(page);
  await fillLibrary(page, 10_000);
  await page.reload();

  await expect(new Desk(page).status).toContainText('10,003 articles');
  await library.sortBy('Title');
  await library.grid.focus();
  await page.keyboard.press('End');
  await expect(library.grid.getByRole('row').last()).toHaveAttribute('aria-rowindex', '10004');
  await page.getByLabel('Filter by any word').fill('brigade');
  await expect(new Desk(page).status).toContainText(/of 10,003 articles/);
  await artefact(page, testInfo, 'library-10000');
});

/** Three articles: Charlie by Corvane Wire, Alpha by Dervah Monitor, Bravo that says nothing of itself. */
async function libraryWith(page: Page): Promise<Library> {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');
  const library = new Library(page);
  await library.import(
    testFile('a.md', '---\npublisher: Dervah Monitor\ndate: 2024-03-14\nlang: en\n---\n# Alpha\n\nOne two.'),
    testFile('b.txt', 'Bravo\n\nOne two three four.'),
    testFile('c.md', '---\npublisher: Corvane Wire\ndate: 2024-03-16\nlang: en\n---\n# Charlie\n\nOne.'),
  );
  await expect(library.grid.getByRole('row')).toHaveCount(4);
  return library;
}
