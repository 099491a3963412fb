import { expect } from '@playwright/test';
import { accessibilityFaults, Desk } from '#tests/support/desk.ts';
import { test } from '#tests/support/test.ts';

test('the first start asks whose work this is, and takes no blank for a name', async ({ page }) => {
  await page.getByLabel('Your name').fill('   ');
  await page.getByRole('button', { name: 'Begin' }).click();

  await expect(page.getByRole('alert')).toContainText('A name is needed');
  await new Desk(page).begin();
  await page.reload();
  await expect(page.getByRole('button', { name: 'New case…' })).toBeVisible();
});

test('a case is begun by keyboard alone, and is open again after a reload', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();

  await page.keyboard.press('n');
  await page.keyboard.type('Marjouna, March 2024');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveText('Marjouna, March 2024');

  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveText('Marjouna, March 2024');
  await expect(page).toHaveTitle(/Marjouna, March 2024 · Casewright/);
});

test('the combobox changes between cases and begins another', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('First');
  await desk.newCase('Second');
  const picker = page.getByRole('combobox', { name: 'Case' });

  await picker.click();
  await page.getByRole('option', { name: 'First' }).click();
  await expect(picker).toHaveText('First');

  await picker.click();
  await page.getByRole('option', { name: 'New case…' }).click();
  await expect(page.getByRole('dialog', { name: 'New case' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(picker).toHaveText('First');
});

test('a case made from inside another is open, and stays open while the desk is loaded again', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('First');
  const picker = page.getByRole('combobox', { name: 'Case' });
  await picker.click();
  await page.getByRole('option', { name: 'New case…' }).click();
  await page.getByRole('dialog', { name: 'New case' }).getByLabel('Name', { exact: true }).fill('Second');
  await page.keyboard.press('Enter');

  await expect(page).toHaveTitle('Library · Second · Casewright');
  await expect(picker).toHaveText('Second');
  await page.reload();
  await expect(picker).toHaveText('Second');
});

test('a field keeps letters, signs and its own undo', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.command('Settings');
  const name = page.getByLabel('Your name');

  await name.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' g h ?');
  await expect(name).toHaveValue('N. Kessar g h ?');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(name).not.toHaveValue('N. Kessar g h ?');
});

test('keys in turn go to a place, and the palette narrows to commands', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();

  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('>sett');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Settings' })).toBeVisible();
  await expect(
    page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Settings' }),
  ).toHaveAttribute('aria-current', 'page');
});

test('a key is changed, switched off and given back', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await page.keyboard.press('g');
  await page.keyboard.press(',');
  await page.getByRole('link', { name: 'Keys' }).click();
  const line = page.getByRole('listitem').filter({ hasText: /^Help/ });

  await line.getByRole('button', { name: 'Change…' }).click();
  await page.keyboard.press('F4');
  await expect(line).toContainText('F4');
  await page.keyboard.press('F4');
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();

  await page.goBack();
  await line.getByRole('button', { name: 'Switch off' }).click();
  await expect(line).toContainText('off');
  await line.getByRole('button', { name: 'As given' }).click();
  await expect(line).toContainText('gh');
});

test('single letters can be switched off altogether', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.command('Settings');
  await page.getByRole('link', { name: 'Keys' }).click();
  await page.getByText('Single letters act outside fields').click();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(desk.palette).toBeVisible();
});

test('the key sheet lists the keys of the place and finds one by what it does', async ({ page }) => {
  await new Desk(page).begin();

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByText('New window')).toBeVisible();
  await sheet.getByLabel('Find a key or what it does').fill('area');

  await expect(sheet.getByText('Next area')).toBeVisible();
  await expect(sheet.getByText('New window')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('the theme follows the system until one is chosen, and the choice stays', async ({ page }) => {
  const desk = new Desk(page);
  const html = page.locator('html');
  await page.emulateMedia({ colorScheme: 'dark' });
  await desk.begin();
  await expect(html).toHaveAttribute('data-theme', 'dark');

  await desk.command('Settings');
  await page.getByRole('link', { name: 'Look' }).click();
  await page.getByRole('radio', { name: 'Light' }).check();
  await expect(html).toHaveAttribute('data-theme', 'light');

  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'light');
});

test('the foot of the window tells what left the machine and what is written', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');

  await expect(desk.status).toContainText('0 requests left this machine');
  await expect(desk.status).toContainText('1 ledger entry');
});

test('F6 walks the areas of the desk and comes round', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.command('Settings');
  await expect(page.getByRole('navigation', { name: 'Settings' })).toBeVisible();
  const seen: (string | null)[] = [];

  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('F6');
    seen.push(
      await page.evaluate(
        () => document.activeElement?.closest('[data-area], nav')?.getAttribute('aria-label') ?? 'case bar',
      ),
    );
  }

  expect(seen).toEqual(expect.arrayContaining(['case bar', 'Places', 'Settings']));
});

for (const theme of ['light', 'dark'] as const) {
  test(`nothing of the frame is out of reach in ${theme}`, async ({ page }) => {
    const desk = new Desk(page);
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.getByLabel('Your name')).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);

    await desk.begin();
    expect(await accessibilityFaults(page)).toEqual([]);

    for (const section of ['Who I am', 'Look', 'Keys', 'Storage and safety copies']) {
      await page.keyboard.press('g');
      await page.keyboard.press(',');
      await page.getByRole('link', { name: section }).click();
      await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible();
      expect(await accessibilityFaults(page)).toEqual([]);
    }

    await page.keyboard.press('ControlOrMeta+k');
    await expect(desk.palette).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}

test('keys that are pressed before a place stands are meant for that place, and are heard once it stands', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('Marjouna');
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();

  // `h` shows the import history in the library, and the history of the case where one is going
  for (const key of ['g', 'c', 'h']) await page.keyboard.press(key);
  await expect(page.getByRole('table', { name: 'History' })).toBeVisible();
  for (const key of ['g', 'l', 'g', 'e', 'g', 'c', 'y']) await page.keyboard.press(key);
  await expect(page.getByText('The case is whole.')).toBeVisible();
  await desk.go('Library');
  await expect(page.getByRole('region', { name: 'Import history' })).toBeHidden();
});

test('every key of every place is listed before the place was entered, and can be switched off', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.openSample();
  const listed = async () => {
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Keys' }).click();
    const lines = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: 'Change…' }) });
    await expect(lines.first()).toBeVisible();
    return (await lines.allInnerTexts()).map((line) => line.replace(/\s+/g, ' ')).sort();
  };
  await desk.go('Library');
  await page.reload();
  await expect(desk.articles).toBeVisible();
  const before = await listed();
  expect(before.length).toBeGreaterThan(70);

  await desk.read('Market in Marjouna shelled');
  await desk.select('OSTAVEL');
  for (const place of ['Entities', 'Events', 'Case file', 'Search']) {
    await desk.go(place);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeAttached();
  }
  await page.getByRole('searchbox', { name: 'Search the corpus' }).fill('market');
  await expect(page.getByRole('list', { name: 'Results' })).toBeVisible();
  expect(await listed()).toEqual(before);

  const line = page.getByRole('listitem').filter({ hasText: 'Verify the case' });
  await line.getByRole('button', { name: 'Switch off' }).click();
  await expect(line).toContainText('off');
  await page.reload();
  await expect(line).toContainText('off');
  for (const key of ['g', 'c', 'y']) await page.keyboard.press(key);
  await expect(page.getByRole('navigation', { name: 'Case file' })).toBeVisible();
  await expect(page.getByText('The case is whole.')).toBeHidden();
});

test('a case is called otherwise and asks another question, in one step that can be undone', async ({ page }) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('First');
  await desk.newCase('Second');
  const picker = page.getByRole('combobox', { name: 'Case' });
  await picker.click();
  await expect(page.getByRole('option', { selected: true })).toHaveText('Second');
  await page.getByRole('option', { name: 'Case details…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Case details' });
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Second');
  await dialog.getByLabel('Name', { exact: true }).fill('');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('A case needs a name.');
  await dialog.getByLabel('Name', { exact: true }).fill('Harbour fire');
  await dialog.getByLabel('Question').fill('Who set the fire?');
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(picker).toHaveText('Harbour fire');
  await desk.go('Case file');
  await expect(page.getByText('Who set the fire?')).toBeVisible();
  await desk.undo.click();
  await expect(picker).toHaveText('Second');
  await desk.command('Case details…');
  await expect(dialog.getByLabel('Question')).toHaveValue('');
});

test('links to places go by mouse and Enter, and have no address that a browser would show over the foot', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.begin();
  await desk.newCase('First');
  const places = page.getByRole('navigation', { name: 'Places' }).getByRole('link');
  expect(await places.count()).toBeGreaterThan(5);
  for (const link of await places.all()) expect(await link.getAttribute('href')).toBeNull();

  await places.filter({ hasText: 'Events' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Events · First · Casewright');
  await expect(page.getByRole('link', { name: 'Events', exact: true })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(page).toHaveTitle(/^Settings · First/);
  await page.goBack();
  await expect(page).toHaveTitle('Events · First · Casewright');
});
