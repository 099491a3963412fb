import { expect, type Locator, type Page } from '@playwright/test';

/** A file as Playwright hands it to an input. */
export type TestFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A file with a name and what is in it. */
export function testFile(name: string, content: string | Uint8Array): TestFile {
  return { name, mimeType: '', buffer: Buffer.from(content) };
}

/** Short articles that differ: `Report 0` and so on. */
export function reports(count: number): TestFile[] {
  return Array.from({ length: count }, (_, at) =>
    testFile(`report-${at}.txt`, `Report ${at}\n\nWords of number ${at}.`),
  );
}

/** The library as an analyst finds it: by role and name. */
export class Library {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Articles' });
  }

  get summary(): Locator {
    return this.page.getByRole('dialog', { name: 'Import summary' });
  }

  get selected(): Locator {
    return this.page.getByRole('toolbar', { name: 'Selected articles' });
  }

  get preview(): Locator {
    return this.page.getByRole('complementary', { name: 'Preview' });
  }

  /** Shows the preview, which narrow windows show by key. */
  async openPreview(): Promise<void> {
    if (!(await this.preview.isVisible())) await this.page.keyboard.press('p');
    await expect(this.preview).toBeVisible();
  }

  /** A row by words in it. */
  row(words: string | RegExp): Locator {
    return this.grid.getByRole('row', { name: words });
  }

  /** Presses the head of a column. */
  async sortBy(column: string): Promise<void> {
    await this.grid.getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  /** The titles that are drawn, from the top. */
  async titles(): Promise<string[]> {
    const column = await this.columnOf('Title');
    const rows = await this.grid.getByRole('row').all();
    const titles = await Promise.all(
      rows.slice(1).map(async (row) => ({
        at: Number(await row.getAttribute('aria-rowindex')),
        title: (await row.getByRole('gridcell').nth(column).textContent())?.trim() ?? '',
      })),
    );
    return titles.sort((a, b) => a.at - b.at).map(({ title }) => title);
  }

  /** Chooses files as the dialog of *Import…* would, and waits for the summary. */
  async choose(...files: TestFile[]): Promise<void> {
    await this.page.getByLabel('Files to import').setInputFiles(files);
    await expect(this.summary).toBeVisible({ timeout: 30_000 });
  }

  /** Imports files and puts the summary away. */
  async import(...files: TestFile[]): Promise<void> {
    await this.choose(...files);
    await this.summary.getByRole('button', { name: 'Close' }).last().click();
    await expect(this.summary).toBeHidden();
  }

  private async columnOf(name: string): Promise<number> {
    const heads = await this.grid.getByRole('columnheader').all();
    const names = await Promise.all(heads.map((head) => head.textContent()));
    return names.findIndex((one) => one?.includes(name));
  }
}
