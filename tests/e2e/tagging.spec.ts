import { expect } from '@playwright/test';
import { ARABIC, Reading, STRIKE } from '#tests/support/reading.ts';
import { test } from '#tests/support/test.ts';

test('a number key tags the selection at once as a new entity of its type', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');

  await reading.select('Marjouna', 'in Marjouna');
  await page.keyboard.press('5');

  await expect.poll(() => reading.painted('place')).toEqual(['Marjouna']);
  await expect(reading.marks).toHaveText([/Place.*Marjouna/]);
  await expect(reading.desk.undo).toHaveAttribute('title', /^Undo: Tag “Marjouna” as Place/);

  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => reading.painted('place')).toEqual([]);
});

test('a known name takes two keystrokes', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('Civil Rescue Corps');
  await page.keyboard.press('4');
  await expect.poll(() => reading.painted('org')).toEqual(['Civil Rescue Corps']);

  await reading.select('rescue workers');
  await page.keyboard.press('e');
  await expect(reading.link).toHaveValue('rescue workers');
  await reading.link.fill('civil resc');
  await expect(reading.offers.first()).toContainText('Civil Rescue Corps');
  await page.keyboard.press('Enter');
  await expect.poll(() => reading.painted('org')).toEqual(['Civil Rescue Corps', 'rescue workers']);

  // what the passage called it is one of its names now
  await page.reload();
  await reading.select('rescue workers');
  await page.keyboard.press('e');
  await expect(reading.offers.first()).toContainText('Civil Rescue Corps');
  await page.keyboard.press('Enter');
  await expect.poll(() => reading.painted('org')).toHaveLength(3);
});

test('the last lines create an entity of any type, and Ctrl+Enter creates at once', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');

  await reading.select('Velharan Armed Forces');
  await page.keyboard.press('e');
  await page.getByRole('option', { name: /^Create “Velharan Armed Forces” as State body/ }).click();
  await expect.poll(() => reading.painted('state')).toEqual(['Velharan Armed Forces']);

  await reading.select('state radio');
  await page.keyboard.press('e');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => reading.painted('state')).toEqual(['Velharan Armed Forces', 'state radio']);
});

test('marks overlap and nest, are walked with brackets, resized by keys and removed', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('covered market in Marjouna');
  await page.keyboard.press('6');
  await reading.select('Marjouna', 'in Marjouna');
  await page.keyboard.press('5');
  await expect(reading.marks).toHaveCount(2);

  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press(']');
  await expect(reading.marks.nth(0).getByRole('button')).toHaveAttribute('aria-current', 'true');
  await expect.poll(() => reading.painted('active')).toEqual(['covered market in Marjouna']);
  await page.keyboard.press(']');
  await expect.poll(() => reading.painted('active')).toEqual(['Marjouna']);
  await page.keyboard.press('[');
  await expect.poll(() => reading.painted('active')).toEqual(['covered market in Marjouna']);

  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(() => reading.painted('site')).toEqual(['market in Marjouna']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => reading.painted('site')).toEqual(['covered market in Marjouna']);

  await reading.marks.nth(1).getByRole('button').click();
  await reading.article.focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => reading.painted('place')).toEqual([]);
  await expect(reading.desk.undo).toHaveAttribute('title', /^Undo: Remove the mark on “Marjouna”/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => reading.painted('place')).toEqual(['Marjouna']);
});

test('the link of a mark is changed to another entity', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('rescue workers');
  await page.keyboard.press('1');
  await expect.poll(() => reading.painted('person')).toEqual(['rescue workers']);

  await page.keyboard.press('[');
  await reading.inspector.getByRole('button', { name: 'Change link…' }).click();
  await page.getByRole('option', { name: /as Organisation/ }).click();

  await expect.poll(() => reading.painted('org')).toEqual(['rescue workers']);
  await expect.poll(() => reading.painted('person')).toEqual([]);
});

test('an empty selection tags nothing, and a selection never splits a grapheme', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.caretBefore('Three rounds');
  for (const key of ['e', 'v', 'c', 'n', '1', '9']) await page.keyboard.press(key);
  await expect(reading.link).toBeHidden();
  await expect(reading.form).toBeHidden();

  // from within the family of four, and up to the letter without its accent
  await page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector('[data-words]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      const from = text.indexOf('👩');
      if (from < 0) continue;
      getSelection()?.setBaseAndExtent(node, from + 3, node, text.indexOf('Naq') + 3);
    }
  });
  await page.keyboard.press('9');
  await expect.poll(() => reading.painted('other')).toEqual(['👩‍👩‍👧‍👦 met Naq\u0301']);
  await expect(reading.marks).toHaveCount(1);
});

test('a sentence becomes an event, its passage the evidence, and more passages follow', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('killing at least five people and wounding 12');
  await page.keyboard.press('v');

  const form = reading.form;
  await expect(form).toBeVisible();
  await form.getByLabel('Type', { exact: true }).selectOption({ label: 'Shelling' });
  await form.getByLabel('Date', { exact: true }).fill('14 March, year unknown');
  await form.getByLabel('Place', { exact: true }).fill('Marjouna');
  await page.getByRole('option', { name: /^Create “Marjouna” as Place/ }).click();
  await form.getByLabel('Actors', { exact: true }).fill('Velharan Armed Forces');
  await page.getByRole('option', { name: /as State body/ }).click();
  await form.getByLabel('Role of Velharan Armed Forces').selectOption({ label: 'Attacker' });
  await form.getByLabel('Killed, at least', { exact: true }).fill('5');
  await form.getByLabel('Injured, at least', { exact: true }).fill('12');
  await form.getByLabel('Injured, at most', { exact: true }).fill('12');
  await form.getByLabel('Killed or injured, at least', { exact: true }).fill('17');
  await form.getByLabel('Note', { exact: true }).fill('First account.');
  await page.keyboard.press('ControlOrMeta+Enter');

  await expect(reading.desk.undo).toHaveAttribute('title', /^Undo: Code the event “Shelling, Marjouna/);
  await expect
    .poll(() => reading.painted('evidence-asserts-open'))
    .toEqual(['killing at least five people and wounding 12']);

  await form.getByLabel('Killed, at least', { exact: true }).focus();
  await reading.select('denied having fired on Marjouna');
  await page.keyboard.press('c');
  const line = form.getByRole('group', { name: 'asserts: denied having fired on Marjouna' });
  await line.getByRole('button', { name: 'Stance: asserts' }).click();
  await expect.poll(() => reading.painted('evidence-denies-open')).toEqual(['denied having fired on Marjouna']);
  await expect(form.getByRole('group', { name: 'denies: denied having fired on Marjouna' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^E1, denies: denied having fired/ })).toBeVisible();

  await page.reload();
  await reading.tab('Events');
  await reading.inspector.getByRole('button', { name: /^E1/ }).click();
  await expect(reading.form.getByLabel('Date', { exact: true })).toHaveValue(/14 March/);
  await expect(reading.form.getByLabel('Killed or injured, at least', { exact: true })).toHaveValue('17');
  await expect(reading.form.getByLabel('Note', { exact: true })).toHaveValue('First account.');
});

test('each filled field shows the passage it will rest on; what the passage does not say is taken away by one key', async ({
  page,
}) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('killing at least five people and wounding 12');
  await page.keyboard.press('v');
  const { form } = reading;
  // nothing is presumed of what happened, nor of who did it
  await expect(form.getByLabel('Type', { exact: true })).toHaveValue('');
  const lines = form.getByRole('group', { name: 'asserts: killing at least five people and wounding 12' });
  await expect(lines).toHaveCount(1);

  await form.getByLabel('Date', { exact: true }).fill('14 March 2024');
  await form.getByLabel('Place', { exact: true }).fill('Marjouna');
  await page.getByRole('option', { name: /^Create “Marjouna” as Place/ }).click();
  await expect(form.getByLabel('Place', { exact: true })).toBeFocused();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await form.getByLabel('Actors', { exact: true }).fill('Velharan Armed Forces');
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('Actors', { exact: true })).toBeFocused();
  await expect(form.getByLabel('Role of Velharan Armed Forces')).toHaveValue('');
  await form.getByLabel('Killed, at least', { exact: true }).fill('5');
  await expect(lines).toHaveCount(5);

  // neither date nor place nor actor stands in this passage
  for (const _ of ['date', 'place', 'actor']) {
    await lines.first().getByRole('button', { name: 'Stance: asserts' }).focus();
    await page.keyboard.press('Delete');
  }
  await expect(lines).toHaveCount(2);
  await expect(form.getByRole('button', { name: 'The passage says so after all' })).toHaveCount(3);
  await form.getByRole('button', { name: 'The passage says so after all' }).first().click();
  await expect(lines).toHaveCount(3);

  // the keys of the form act while the text has the focus
  await reading.article.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Saved E1, Event, Marjouna, 14 March 2024')).toBeVisible();
  await expect(lines).toHaveCount(3);

  await reading.desk.go('Events');
  await page.getByRole('grid', { name: 'Events' }).getByText('Event, Marjouna, 14 March 2024').click();
  const card = page.getByRole('complementary', { name: 'Event card' });
  await expect(card.getByRole('heading', { name: 'Event, Marjouna, 14 March 2024' })).toBeVisible();
  await expect(card.getByRole('region', { name: 'When' }).getByRole('listitem')).toHaveCount(1);
  await expect(card.getByRole('region', { name: 'Where' }).getByRole('listitem')).toHaveCount(0);
  await expect(card.getByRole('region', { name: 'Actors' })).toContainText(/Velharan Armed Forces$/);
  await expect(card.getByRole('region', { name: 'Actors' }).getByRole('listitem')).toHaveCount(0);
  await expect(card.getByRole('region', { name: 'Killed' }).getByRole('listitem')).toHaveCount(1);
});

test('who says a claim is a known name, a new one, or the words of the passage', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('Civil Rescue Corps');
  await page.keyboard.press('4');
  await expect.poll(() => reading.painted('org')).toEqual(['Civil Rescue Corps']);
  await reading.select('killing at least five people and wounding 12');
  await page.keyboard.press('v');
  const { form } = reading;
  await form.getByRole('button', { name: 'Said by the outlet' }).click();
  const said = form.getByRole('combobox', { name: 'Said by' });
  await expect(said).toBeFocused();
  await said.fill('civil resc');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('button', { name: 'Said by Civil Rescue Corps' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^Saved E1/)).toBeVisible();

  // another name for the claim that is stored: made with the same step
  await form.getByRole('button', { name: 'Said by Civil Rescue Corps' }).click();
  await said.fill('Major Orlen');
  await page.getByRole('option', { name: /as Person/ }).click();
  await expect(form.getByRole('button', { name: 'Said by Major Orlen' })).toBeVisible();
  await form.getByRole('button', { name: 'Said by Major Orlen' }).click();
  await said.fill('a rescue worker');
  await page.getByRole('option', { name: /as the passage says/ }).click();
  await expect(form.getByRole('button', { name: 'Said by a rescue worker' })).toBeVisible();
  for (const name of ['Major Orlen', 'Civil Rescue Corps']) {
    await reading.desk.undo.click();
    await expect(form.getByRole('button', { name: `Said by ${name}` })).toBeVisible();
  }
});

test('a passage that is marked already becomes evidence as it is, and a key that can do nothing says why', async ({
  page,
}) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('covered market in Marjouna');
  await page.keyboard.press('6');
  await expect(reading.marks).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('c');
  await expect(page.getByText('Select a passage first')).toBeVisible();

  await page.keyboard.press('[');
  await expect(reading.inspector.getByRole('button', { name: 'Remove' })).toBeVisible();
  await page.keyboard.press('v');
  await expect(reading.form.getByRole('group', { name: 'asserts: covered market in Marjouna' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^Saved E1/)).toBeVisible();
  await reading.tab('Highlights');
  await expect(reading.marks).toHaveCount(1);
});

test('what was typed into an event is in hand again after another place, and can be had back after the event was closed', async ({
  page,
}) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('killing at least five people and wounding 12');
  await page.keyboard.press('v');
  const { form } = reading;
  const note = form.getByLabel('Note', { exact: true });
  const lines = form.getByRole('group', { name: 'asserts: killing at least five people and wounding 12' });
  await note.fill('Two witnesses.');
  await page.keyboard.press('Escape');
  for (const key of ['g', 'e']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { level: 1, name: 'Entities' })).toBeVisible();
  await reading.open('Shells hit');
  await expect(note).toHaveValue('Two witnesses.');
  await expect(lines).toHaveCount(1);

  await form.getByRole('button', { name: 'Close event' }).click();
  await expect(form).toBeHidden();
  await reading.desk.go('Events');
  await reading.open('Shells hit');
  await reading.desk.command('Open the event that was put away');
  await expect(note).toHaveValue('Two witnesses.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^Saved E1/)).toBeVisible();

  // the same for what was changed in a stored event, and nothing is kept of what was saved
  await page.reload();
  await expect(form).toBeHidden();
  await reading.tab('Events');
  await reading.inspector.getByRole('button', { name: /^E1/ }).click();
  await form.getByLabel('Killed, at least', { exact: true }).fill('5');
  await reading.desk.go('Library');
  await reading.open('Shells hit');
  await expect(form.getByLabel('Killed, at least', { exact: true })).toHaveValue('5');
  await form.getByRole('button', { name: 'Close event' }).click();
  await page.getByRole('button', { name: 'Open again' }).click();
  await expect(form.getByLabel('Killed, at least', { exact: true })).toHaveValue('5');
});

test('a form with faults says what is wrong and saves nothing', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('killing at least five people');
  await page.keyboard.press('v');
  await reading.form.getByLabel('Date', { exact: true }).fill('the day of the rain');
  await reading.form.getByLabel('Killed, at least', { exact: true }).fill('9');
  await reading.form.getByLabel('Killed, at most', { exact: true }).fill('5');
  await page.keyboard.press('ControlOrMeta+Enter');

  await expect(reading.form.getByText('Not read as a date')).toBeVisible();
  await expect(reading.form.getByText('“At least” is more than “at most”')).toBeVisible();
  await expect(reading.desk.undo).not.toHaveAttribute('title', /Code the event/);

  await reading.form.getByLabel('Date', { exact: true }).fill('03/04/2024');
  await reading.form.getByRole('button', { name: /April 2024/ }).click();
  await reading.form.getByLabel('Killed, at most', { exact: true }).fill('11');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(reading.desk.undo).toHaveAttribute('title', /^Undo: Code the event/);
});

test('an Arabic article is tagged like any other', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([ARABIC], 'تسعة قتلى');
  await reading.select('بلدة مرجونة');
  await page.keyboard.press('5');
  await expect.poll(() => reading.painted('place')).toEqual(['بلدة مرجونة']);

  await expect(reading.inspector.getByRole('button', { name: 'Remove' })).toBeVisible();
  await page.keyboard.press('Alt+Shift+ArrowRight'); // to the right lies the way back
  await expect.poll(() => reading.painted('place')).toEqual(['بلدة']);
});
