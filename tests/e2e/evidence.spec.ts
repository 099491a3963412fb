import { expect } from '@playwright/test';
import { Reading, STRIKE } from '#tests/support/reading.ts';
import { test } from '#tests/support/test.ts';

test.setTimeout(90_000);

const LATER = {
  name: 'later.md',
  mimeType: 'text/markdown',
  body: '# Hospital list grows\n\nThe hospital counts nine dead. The ministry says no shell fell on Marjouna.\n',
};

test('a passage of another article becomes evidence of a field that is chosen by keys, with what it states and how', async ({
  page,
}) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE, LATER], 'Shells hit');
  await reading.select('killing at least five people');
  await page.keyboard.press('v');
  await reading.form.getByLabel('Type').selectOption('Shelling');
  await reading.form.getByLabel('Killed, at least').fill('five or more');
  await expect(reading.form.getByText('Read as 5 or more')).toBeVisible();
  await reading.form.getByLabel('Date').fill('between 12 and 14 March 2024');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^Saved E1/)).toBeVisible();
  await expect(reading.form.getByRole('button', { name: 'It states 5 or more' })).toBeVisible();
  await expect(reading.form.getByRole('button', { name: 'It states between 12 and 14 March 2024' })).toBeVisible();
  await reading.form.getByRole('button', { name: 'Close event' }).click();

  await reading.open('Hospital list');
  await reading.select('counts nine dead');
  await page.keyboard.press('c');
  const events = page.getByRole('combobox', { name: 'Evidence of event' });
  await expect(events).toBeFocused();
  await page.keyboard.type('shelling');
  await expect(page.getByRole('option', { name: /^E1 Shelling/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Field of E1' })).toBeFocused();
  await page.keyboard.type('kill');
  await page.keyboard.press('Enter');
  const line = reading.form.getByRole('group', { name: 'asserts: counts nine dead' });
  await expect(line).toBeVisible();

  await line.getByRole('button', { name: 'It states: how many?' }).focus();
  await page.keyboard.press('Enter');
  await expect(reading.form.getByRole('textbox', { name: 'It states' })).toBeFocused();
  await page.keyboard.type('many');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not read as a number')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('nine');
  await page.keyboard.press('Enter');
  await expect(line.getByRole('button', { name: 'It states 9' })).toBeFocused();
  await page.keyboard.press('s');
  await expect(reading.form.getByRole('group', { name: 'denies: counts nine dead' })).toBeVisible();

  // the same key turns the mark at the caret
  await reading.caretBefore('counts nine dead');
  await page.keyboard.press('s');
  await expect(reading.form.getByRole('group', { name: 'mentions: counts nine dead' })).toBeVisible();
  await reading.desk.undo.click();
  await expect(reading.form.getByRole('group', { name: 'denies: counts nine dead' })).toBeVisible();

  await reading.desk.go('Events');
  await page.getByRole('grid', { name: 'Events' }).getByText('E1').click();
  const killed = page
    .getByRole('complementary', { name: 'Event card' })
    .getByRole('region', { name: 'Killed', exact: true });
  await expect(killed.getByRole('listitem').filter({ hasText: 'killing at least five' })).toContainText('5 or more');
  await expect(killed.getByRole('listitem').filter({ hasText: 'counts nine dead' })).toContainText(/9denies/);
});

test('the list of events for a passage begins a new one, and Escape leads back step by step', async ({ page }) => {
  const reading = new Reading(page);
  await reading.begin([STRIKE], 'Shells hit');
  await reading.select('Three rounds landed within ten minutes');
  await page.keyboard.press('c');
  await page.getByRole('option', { name: 'A new event from this passage' }).click();
  await expect(
    reading.form.getByRole('group', { name: 'asserts: Three rounds landed within ten minutes' }),
  ).toBeVisible();
  await reading.form.getByLabel('Type').selectOption('Shelling');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^Saved E1/)).toBeVisible();

  // an event is open: the key adds to it, with Shift it asks
  await reading.select('denied having fired on Marjouna');
  await page.keyboard.press('Shift+C');
  const events = page.getByRole('combobox', { name: 'Evidence of event' });
  await expect(events).toBeFocused();
  await page.keyboard.type('e1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Field of E1' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(events).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(events).toBeHidden();
  await reading.select('denied having fired on Marjouna');
  await page.keyboard.press('c');
  await expect(reading.form.getByRole('group', { name: 'asserts: denied having fired on Marjouna' })).toBeVisible();
});
