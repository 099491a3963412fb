import { expect } from '@playwright/test';
import { accessibilityFaults, Desk } from '#tests/support/desk.ts';
import { ARABIC, Reading, STRIKE } from '#tests/support/reading.ts';
import { test } from '#tests/support/test.ts';

test('an article is read as headings, lists and quotes, and its links lead nowhere', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');

  await expect(reading.article.getByRole('heading', { name: 'Denial' })).toBeVisible();
  await expect(reading.article.getByRole('listitem')).toHaveText(['First of a list', 'Second of a list']);
  await expect(reading.article.getByRole('blockquote')).toHaveText('We pulled five bodies from under the awnings.');

  const address = page.url();
  await reading.article.getByText('Dervah truce').click();
  await expect(reading.inspector.getByRole('region', { name: 'Link at the caret' })).toContainText(
    'corvane.invalid/truce',
  );
  expect(page.url()).toBe(address);
});

test('the caret goes by character, word, line and to the ends, and is heard', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.caretBefore('Three rounds');
  const heard = page.getByRole('status').filter({ hasText: /^(Three|T|h|rounds|landed|Three rounds selected)$/ });

  await page.keyboard.press('ArrowRight');
  await expect(heard).toHaveText('h');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await reading.selected()).toBe('Th');
  await page.keyboard.press('Shift+ControlOrMeta+ArrowRight');
  expect((await reading.selected()).trim()).toBe('Three');
  await expect(reading.toolbar).toBeVisible();
  await page.keyboard.press('Shift+End');
  expect(await reading.selected()).toContain('Three rounds landed within ten minutes');
  await page.keyboard.press('Escape');
  await expect(reading.toolbar).toBeHidden();
});

test('the caret steps over an emoji of several parts and a letter with its accent as one', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.caretBefore('Families');
  await page.keyboard.press('ControlOrMeta+ArrowRight');
  const steps: string[] = [];
  for (let step = 0; step < 16; step++) {
    await page.keyboard.press('Shift+ArrowRight');
    steps.push(await reading.selected());
  }
  const family = steps.filter((words) => words.includes('👩'));

  expect(family.length).toBeGreaterThan(3);
  for (const words of family) expect(words).toContain('👩‍👩‍👧‍👦');
});

test('in right-to-left words the arrows go the way they point', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([ARABIC], 'تسعة قتلى');
  await reading.select('تسعة أشخاص');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ControlOrMeta+ArrowLeft');

  expect((await reading.selected()).trim()).toBe('قُتل');
  const [stripes, text] = await Promise.all([
    reading.article.locator('article').getAttribute('dir'),
    reading.article.getByText('English desk').evaluate((element) => getComputedStyle(element).direction),
  ]);
  expect(stripes).toBe('rtl');
  expect(text).toBe('ltr');
});

test('j and k go through the queue, and Escape goes back to the list', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE, ARABIC], 'Shells hit');
  const current = reading.queue.locator('[aria-current=true]');
  const titles = await reading.queue.getByRole('link').allInnerTexts();
  const at = titles.findIndex((title) => title.includes('Shells hit'));

  await page.keyboard.press(at === 0 ? 'j' : 'k');
  await expect(current).toContainText('تسعة قتلى');
  await page.keyboard.press(at === 0 ? 'k' : 'j');
  await expect(current).toContainText('Shells hit');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Articles' })).toBeVisible();
});

test('details are edited where they stand, with their dates and what proves the capture', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.tab('Details');

  await reading.inspector.getByLabel('Publisher').fill('Corvane Wire');
  await page.keyboard.press('Enter');
  await expect(reading.article.getByText('Corvane Wire')).toBeVisible();
  await reading.inspector.getByLabel('Source grade').selectOption({ label: 'B, usually reliable' });
  await expect(reading.article.getByText('Grade B')).toBeVisible();
  await reading.inspector.getByLabel('Published').fill('14 March 2024, 11:20');
  await page.keyboard.press('Tab');
  await expect(reading.desk.undo).toHaveAttribute('title', /^Undo: Edit the published of/);
  await reading.inspector.getByLabel('Published').fill('some day');
  await page.keyboard.press('Enter');
  await expect(reading.inspector.getByText('Not read as a date')).toBeVisible();

  await expect(reading.inspector.getByText('zone not stated')).toBeVisible();
  await expect(reading.inspector.getByText(/^Verified on \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/)).toBeVisible();
});

test('a passage is copied with all that leads back to it', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('Three rounds landed');
  await page.getByRole('button', { name: 'Copy as citation' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied with its source' })).toBeVisible();

  await reading.select('Artillery shells');
  await page.keyboard.press('n');
  await page.getByLabel('Note', { exact: true }).press('ControlOrMeta+v');
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue(
    /^“Three rounds landed”\nShells hit Marjouna market\. publisher unknown, date unknown\.\nAddress unknown\nCapture SHA-256 [0-9a-f]{64}$/,
  );
});

test('two windows on one article stay in step, and the second to change a thing is told', async ({ app, page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  const other = new Reading(await app.newWindow());
  await expect(other.article.getByRole('heading', { level: 1 })).toContainText('Shells hit');

  await reading.select('Civil Rescue Corps');
  await page.keyboard.press('4');
  await expect.poll(() => other.painted('org')).toEqual(['Civil Rescue Corps']);

  await reading.tab('Details');
  await other.tab('Details');
  await reading.inspector.getByLabel('Section').fill('World');
  await other.inspector.getByLabel('Section').fill('Middle East');
  await reading.inspector.getByLabel('Section').press('Enter');
  await expect(reading.desk.undo).toHaveAttribute('title', /^Undo: Edit the section of/);
  await other.inspector.getByLabel('Section').press('Enter');
  await expect(other.inspector.getByText('Changed meanwhile to “World”')).toBeVisible();
  await expect(reading.inspector.getByLabel('Section')).toHaveValue('World');
});

test('the reader has no accessibility fault in either theme, with a form and with a question open', async ({
  page,
}) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE, ARABIC], 'Shells hit');
  await reading.select('Civil Rescue Corps');
  await page.keyboard.press('4');
  await reading.select('killing at least five people');
  await page.keyboard.press('v');
  await expect(reading.form).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await accessibilityFaults(page)).toEqual([]);
  }
  await reading.select('Dervah truce');
  await page.keyboard.press('e');
  await reading.tab('Highlights');
  expect(await accessibilityFaults(page)).toEqual([]);
  await reading.tab('Details');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('an event that was typed and not saved outlives its window', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('killing at least five people');
  await page.keyboard.press('v');
  await reading.form.getByLabel('Title').fill('Market shelled');
  await reading.form.getByLabel('Title').press('Tab');

  await page.reload();
  await expect(page.getByText('An event was typed and not saved. It is kept.')).toBeVisible();
  await page.getByRole('button', { name: 'Open again' }).click();

  await expect(reading.form.getByLabel('Title')).toHaveValue('Market shelled');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(reading.form).toContainText('E1');
  await page.reload();
  await expect(reading.article).toBeVisible();
  await expect(page.getByText('An event was typed and not saved. It is kept.')).toBeHidden();
});

test('an empty case says what the reader is for', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Empty');
  await page.keyboard.press('g');
  await page.keyboard.press('r');

  await expect(page.getByText('No article to read yet')).toBeVisible();
  await page.getByRole('button', { name: 'Go to Library' }).click();
  await expect(page.getByRole('button', { name: 'Import…' }).first()).toBeVisible();
});
