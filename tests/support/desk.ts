import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** The frame of the desk as an analyst finds it: by role and name. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Gives the name that the first start asks for. */
  async begin(name = 'N. Kessar'): Promise<void> {
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByRole('button', { name: 'Begin' }).click();
    await expect(this.page.getByRole('button', { name: 'New case…' })).toBeVisible();
  }

  /** Makes a case from wherever one is. */
  async newCase(name: string): Promise<void> {
    await this.command('New case…');
    const dialog = this.page.getByRole('dialog', { name: 'New case' });
    await dialog.getByLabel('Name', { exact: true }).fill(name);
    await dialog.getByRole('button', { name: 'Create case' }).click();
    await expect(dialog).toBeHidden();
    await expect(this.page.getByRole('combobox', { name: 'Case' })).toHaveText(name);
  }

  /** Gives a command by its words, through the palette. */
  async command(words: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await this.palette.getByRole('combobox').fill(`>${words}`);
    await this.palette.getByRole('option', { name: words }).first().click();
    await expect(this.palette).toBeHidden();
  }

  /** Opens the sample case from the empty start, and waits until all of it is there. */
  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open the sample case' }).click();
    await expect(this.articles.getByText('Market in Marjouna shelled')).toBeVisible({ timeout: 90_000 });
    await expect(this.page.getByRole('dialog')).toBeHidden({ timeout: 90_000 });
  }

  /** Goes to a place by the rail. */
  async go(place: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place, exact: true }).click();
  }

  /** Opens an article from the library by its title. */
  async read(title: string): Promise<void> {
    await this.go('Library');
    await this.articles.getByText(title).click();
    await this.page.keyboard.press('Enter');
    await expect(this.article.locator('[data-words]')).toBeVisible();
  }

  /** Selects the first occurrence of some words in the open article with the reader's own caret. */
  async select(words: string): Promise<void> {
    await this.article.focus();
    await this.page.keyboard.press('Control+Home');
    const start = await this.article.locator('[data-words]').evaluate((root, wanted) => {
      return (root.textContent ?? '').indexOf(wanted);
    }, words);
    if (start < 0) throw new RangeError(`"${words}" does not stand in the article.`);
    await this.moveTo(start, '');
    await this.moveTo(start + words.length, 'Shift+');
    await expect(this.page.getByRole('toolbar', { name: 'Tag selection' })).toBeVisible();
  }

  /** By words until it is passed, then letter by letter back. */
  private async moveTo(offset: number, shift: '' | 'Shift+'): Promise<void> {
    for (let steps = 0; (await this.caret()) < offset; steps++) {
      if (steps > 500) throw new RangeError(`The caret does not come to ${offset}.`);
      await this.page.keyboard.press(`${shift}Control+ArrowRight`);
    }
    for (let steps = 0; (await this.caret()) > offset && steps < 50; steps++) {
      await this.page.keyboard.press(`${shift}ArrowLeft`);
    }
  }

  /** Where the caret stands in the words that are shown. */
  private caret(): Promise<number> {
    return this.article.locator('[data-words]').evaluate((root) => {
      const selection = getSelection();
      if (!selection?.focusNode) return 0;
      const before = document.createRange();
      before.selectNodeContents(root);
      before.setEnd(selection.focusNode, selection.focusOffset);
      return before.toString().length;
    });
  }

  get articles(): Locator {
    return this.page.getByRole('grid', { name: 'Articles' });
  }

  get article(): Locator {
    return this.page.getByRole('region', { name: 'Article', exact: true });
  }

  get eventForm(): Locator {
    return this.page.getByRole('form', { name: 'Event' });
  }

  get palette(): Locator {
    return this.page.getByRole('dialog', { name: 'Commands' });
  }

  get status(): Locator {
    return this.page.getByRole('contentinfo', { name: 'Status' });
  }

  get undo(): Locator {
    return this.page.getByRole('button', { name: 'Undo', exact: true });
  }

  get redo(): Locator {
    return this.page.getByRole('button', { name: 'Redo', exact: true });
  }
}

/** What axe finds wrong with the page as it is, by the rules of WCAG 2.2 AA and by good practice; one line a fault. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode() // else it opens a page of its own, which Electron has no tab for
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}
