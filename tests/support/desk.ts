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
  }

  /** Gives a command by its words, through the palette. */
  async command(words: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await this.palette.getByRole('combobox').fill(`>${words}`);
    await this.palette.getByRole('option', { name: words }).first().click();
    await expect(this.palette).toBeHidden();
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
