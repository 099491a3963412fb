import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, Desk } from '#tests/support/desk.ts';
import { Library, testFile } from '#tests/support/library.ts';
import { test } from '#tests/support/test.ts';

const STORY = `Artillery shells struck the covered market in Marjouna early on Thursday, killing at least five people and wounding
twelve, rescue workers said. Three rounds landed within ten minutes, according to the Civil Rescue Corps, and a fourth failed to
go off in the yard of the old school. Families who had come to buy bread ran for the river bank, where a second team carried the
wounded into vans. The Velharan Armed Forces denied having fired on the town and told state radio that the rounds had come from
the heights on the other side. Neither account could be confirmed, and the road from the capital has been closed since then.`;

const page = (outlet: string, title: string, day: string, text: string) =>
  testFile(
    `${outlet}.html`,
    `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="${outlet}">
<meta property="article:published_time" content="${day}"></head><body><article><h1>${title}</h1>
${text
  .split('. ')
  .map((sentence) => `<p>${sentence}.</p>`)
  .join('\n')}</article></body></html>`,
  );

const WIRE = page('Corvane Wire', 'Shells hit Marjouna market', '2024-03-14', STORY);
const COURIER = page(
  'Ostavel Courier',
  'Five dead in Marjouna',
  '2024-03-15',
  `${STORY} The Courier adds a line of its own.`,
);
const OTHER = page('Dervah Monitor', 'Bridge closed for repairs', '2024-03-16', STORY.split(' ').reverse().join(' '));

test('one story in two outlets is shown as such, with its likely origin, and judged otherwise with a reason', async ({
  page,
}) => {
  const library = await filledLibrary(page);
  await library.row(/Five dead in Marjouna/).click();
  await library.openPreview();
  const copies = library.preview.getByRole('region', { name: 'Copies' });

  await expect(copies).toContainText('One story, 2 times', { timeout: 20_000 });
  await expect(copies).toContainText(/Likely from\s*Corvane Wire.*Published before the others/);
  await expect(copies.getByRole('listitem')).toHaveText(/Corvane Wire.*14 Mar 2024|Corvane Wire.*2024/);
  expect(await accessibilityFaults(page)).toEqual([]);

  await copies.getByRole('button', { name: 'Not a copy…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Not a copy' });
  await dialog.getByRole('button', { name: 'Not a copy' }).click();
  await expect(dialog).toContainText('Say why');
  await dialog.getByLabel('Reason').fill('Their own reporter was there.');
  await dialog.getByRole('button', { name: 'Not a copy' }).click();

  await expect(copies).toContainText(/Shells hit Marjouna market.*judged not a copy: Their own reporter was there\./);
  await expect(copies).not.toContainText('One story');

  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(copies).toContainText('One story, 2 times');
});

test('articles that are chosen are judged to be one, and the judgement is taken back', async ({ page }) => {
  const library = await filledLibrary(page);
  await library.row(/Bridge closed/).click({ modifiers: ['ControlOrMeta'] });
  await library.row(/Shells hit Marjouna market/).click({ modifiers: ['ControlOrMeta'] });
  await library.selected.getByRole('button', { name: 'Same article…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Same article' });
  await dialog.getByLabel('Reason').fill('A translation.');
  await dialog.getByRole('button', { name: 'Same article' }).click();

  await page.keyboard.press('Escape');
  await library.row(/Bridge closed/).click();
  await library.openPreview();
  const copies = library.preview.getByRole('region', { name: 'Copies' });
  await expect(copies).toContainText('judged the same');

  await copies.getByRole('button', { name: 'Take back' }).click();
  await expect(copies).toBeHidden();
});

async function filledLibrary(page: Page): Promise<Library> {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');
  const library = new Library(page);
  await library.import(WIRE, COURIER, OTHER);
  return library;
}
