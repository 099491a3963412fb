import { expect, type Locator, type Page } from '@playwright/test';

/** The search place as an analyst finds it: by role and name. */
export class SearchPlaceDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get box(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search the corpus' });
  }

  get results(): Locator {
    return this.page.getByRole('list', { name: 'Results' });
  }

  get area(): Locator {
    return this.page.getByRole('region', { name: 'Search results' });
  }

  /** Types a query and waits until so many articles are counted. */
  async finds(typed: string, articles: number, timeout = 60_000): Promise<void> {
    await this.box.fill(typed);
    if (articles === 0) await expect(this.area.getByText('Nothing found')).toBeVisible({ timeout });
    else {
      const words = `${articles.toLocaleString('en')} article${articles === 1 ? '' : 's'}`;
      await expect(this.area.getByRole('status')).toContainText(new RegExp(`^${words}\\b`), { timeout });
    }
  }

  /** Waits until the index says that it holds everything. */
  async isWhole(): Promise<void> {
    await expect(this.page.getByRole('contentinfo', { name: 'Status' })).toContainText('Index whole', {
      timeout: 90_000,
    });
  }
}
