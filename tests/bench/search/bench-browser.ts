import type { Page } from '@playwright/test';
import { openChromium } from '#tests/support/page-module.ts';
import type { EngineName, SearchPage } from '../pages/search.ts';
import type { BenchQueries } from './choose-queries.ts';

/** A browser on the profile of the bench, with the page that runs engines. */
export class BenchBrowser {
  readonly page: Page;
  private readonly end: () => Promise<void>;
  private readonly queries: BenchQueries;

  private constructor(page: Page, end: () => Promise<void>, queries: BenchQueries) {
    this.page = page;
    this.end = end;
    this.queries = queries;
  }

  static async open(profile: string, url: string, queries: BenchQueries): Promise<BenchBrowser> {
    const context = await openChromium(profile);
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', (error) => console.error(error));
    await page.goto(url);
    return new BenchBrowser(page, () => context.close(), queries);
  }

  /** Starts the worker of an engine and tells it the questions. */
  async start(name: EngineName): Promise<void> {
    await this.call(name, 'prepare', this.queries);
  }

  async call<T>(name: EngineName, step: string, argument?: unknown): Promise<T> {
    const answer = await this.page.evaluate(
      ([one, asked, given]) =>
        (globalThis as never as SearchPage).bench.call(one as EngineName, asked as string, given),
      [name, step, argument] as const,
    );
    return answer as T;
  }

  close(): Promise<void> {
    return this.end();
  }
}
