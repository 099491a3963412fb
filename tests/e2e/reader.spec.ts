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

/** A page of a heading, which its text repeats, and of three screens of paragraphs. */
const LONG = {
  name: 'long.html',
  mimeType: 'text/html',
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The long siege of Naqsa</title></head><body>
<h1>The long siege of Naqsa</h1>
${Array.from({ length: 60 }, (_, at) => `<p>Day ${at + 1} began before dawn, and the bridge over the river was shelled ${at + 1} times until the evening, residents said.</p>`).join('')}
<h2>Relief</h2><p>Lorries came to Naqsa at last.</p></body></html>`,
};

test('a page that is turned takes the caret with it, and keys lead to the next paragraph and heading', async ({
  page,
}) => {
  const reading = new Reading(page);
  await reading.begin([LONG], 'The long siege');
  const caret = () =>
    page.evaluate(() => {
      const box = document.querySelector('[data-area=Article]')?.getBoundingClientRect();
      const at = getSelection()?.getRangeAt(0).getClientRects()[0];
      const block = getSelection()?.focusNode?.parentElement?.textContent ?? '';
      return { isSeen: Boolean(box && at && at.top >= box.top && at.bottom <= box.bottom), block };
    });
  const dayOf = async () => Number(/Day (\d+)/.exec((await caret()).block)?.[1] ?? 0);
  await page.keyboard.press('PageDown');
  const first = await dayOf();
  expect(first).toBeGreaterThan(3);
  expect((await caret()).isSeen).toBe(true);
  await page.keyboard.press('PageDown');
  expect(await dayOf()).toBeGreaterThan(first + 3);
  expect((await caret()).isSeen).toBe(true);
  await page.keyboard.press('PageUp');
  expect(Math.abs((await dayOf()) - first)).toBeLessThanOrEqual(1);

  const day = await dayOf();
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  expect(await dayOf()).toBe(day + 1);
  await page.keyboard.press('h');
  await expect.poll(async () => (await caret()).block).toBe('Relief');
  expect((await caret()).isSeen).toBe(true);
});

test('words are found within the article, hit by hit, and the last one is in hand when the bar closes', async ({
  page,
}) => {
  const reading = new Reading(page);
  await reading.begin([LONG], 'The long siege');
  await page.keyboard.press('ControlOrMeta+f');
  const bar = page.getByRole('region', { name: 'Find in this article' });
  await page.keyboard.type('naqsa');
  await expect(bar).toContainText('1 of 2');
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('2 of 2');
  await expect(reading.article.getByText('Lorries came')).toBeInViewport();
  expect(await reading.painted('hit-current')).toEqual(['Naqsa']);
  await page.keyboard.type('x');
  await expect(bar).toContainText('Not in this article');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(reading.article).toBeFocused();
  expect(await reading.selected()).toBe('Naqsa');
});

test('a title that the text begins with stands there once, and can be marked', async ({ page }) => {
  const reading = new Reading(page);
  const body = '# Shells hit Marjouna bridge\n\nThree rounds landed within ten minutes, residents said.\n';
  await reading.begin([{ name: 'bridge.md', mimeType: 'text/markdown', body }], 'Shells hit');
  await expect(reading.article.getByText('Shells hit Marjouna bridge')).toHaveCount(1);
  await expect(reading.article.getByRole('heading', { level: 1 })).toHaveCount(1);
  await reading.select('Marjouna');
  await page.keyboard.press('5');
  await expect(reading.marks).toContainText(['Marjouna']);
});

test('the sheet names the keys of list and caret, and each key once', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByText('By paragraph')).toBeVisible();
  await expect(sheet.getByText('Back to Library')).toBeHidden();
  await page.keyboard.press('Escape');
  await reading.desk.go('Library');
  await page.keyboard.press('?');
  await expect(sheet.getByText('Choose all that match')).toBeVisible();
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
  await expect(reading.article.getByText('Source B')).toBeVisible();
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
