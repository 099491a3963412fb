import { expect, type Locator, type Page } from '@playwright/test';
import { Desk } from './desk.ts';

/** A file as it is handed to the import. */
export type GivenFile = { readonly name: string; readonly mimeType: string; readonly body: string };

/** A saved page about a strike, with a link, a list, a quote, an emoji of several parts and a letter whose accent stands apart. */
export const STRIKE: GivenFile = {
  name: 'strike.html',
  mimeType: 'text/html',
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shells hit Marjouna market</title></head><body>
<h1>Shells hit Marjouna market</h1>
<p>Artillery shells struck the covered market in Marjouna early on Thursday, killing at least five people and wounding 12, rescue workers said, since the <a href="https://corvane.invalid/truce">Dervah truce</a> collapsed.</p>
<p>Three rounds landed within ten minutes, according to the Civil Rescue Corps. Families 👩‍👩‍👧‍👦 met Naq\u0301a near the bridge.</p>
<h2>Denial</h2>
<p>The Velharan Armed Forces denied having fired on Marjouna, told state radio.</p>
<ul><li>First of a list</li><li>Second of a list</li></ul>
<blockquote><p>We pulled five bodies from under the awnings.</p></blockquote>
</body></html>`,
};

/** The same in Arabic, with one English paragraph. */
export const ARABIC: GivenFile = {
  name: 'arabic.html',
  mimeType: 'text/html',
  body: `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>تسعة قتلى في قصف السوق</title></head><body>
<h1>تسعة قتلى في قصف السوق</h1>
<p>قُتل تسعة أشخاص فجر الخميس في قصف صاروخي استهدف السوق المسقوف في بلدة مرجونة.</p>
<p>وقال البيان إن القوات المسلحة أطلقت صواريخ من عيار 122 ملم من مرتفعات خرصة.</p>
<p dir="ltr">English desk: casualty figures were supplied by the Brigade.</p></body></html>`,
};

/** The reader as an analyst finds it: by role and name. */
export class Reading {
  readonly page: Page;
  readonly desk: Desk;

  constructor(page: Page) {
    this.page = page;
    this.desk = new Desk(page);
  }

  /** Begins a case, takes files in and opens the reader on the article whose title holds `words`. */
  async begin(files: readonly GivenFile[], words: string): Promise<void> {
    await this.desk.begin();
    await this.desk.newCase('Marjouna');
    await this.take(files);
    await this.open(words);
  }

  /** Imports files and puts the summary away. */
  async take(files: readonly GivenFile[]): Promise<void> {
    await this.page
      .getByLabel('Files to import')
      .setInputFiles(files.map(({ name, mimeType, body }) => ({ name, mimeType, buffer: Buffer.from(body) })));
    const summary = this.page.getByRole('dialog', { name: 'Import summary' });
    await expect(summary).toBeVisible({ timeout: 30_000 });
    await this.page.keyboard.press('Escape');
    await expect(summary).toBeHidden();
  }

  /** Opens the article whose title holds `words` from the reader's queue. */
  async open(words: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Reader' }).click();
    await this.queue.getByRole('link').filter({ hasText: words }).first().click();
    await expect(this.article.getByRole('heading', { level: 1 })).toContainText(words);
  }

  /**
   * Selects words of the text as a mouse would, and gives the keys to the article.
   *
   * @param within - words around them, where they stand more than once
   */
  async select(words: string, within = words): Promise<void> {
    await this.article.focus();
    await this.page.evaluate(
      ([wanted, around]) => {
        const root = document.querySelector('[data-words]');
        const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const from = node.nodeValue?.indexOf(around) ?? -1;
          const at = from + around.indexOf(wanted);
          if (from >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        }
        throw new Error(`"${around}" does not stand in one run of the text`);
      },
      [words, within] as const,
    );
    await expect(this.toolbar).toBeVisible();
  }

  /** Puts the caret before words of the text. */
  async caretBefore(words: string): Promise<void> {
    await this.select(words);
    await this.page.keyboard.press('ArrowLeft');
    await expect(this.toolbar).toBeHidden();
  }

  /** What the page has selected. */
  async selected(): Promise<string> {
    return this.page.evaluate(() => getSelection()?.toString() ?? '');
  }

  /** Words painted as a category: what the marks on the screen are, as the engine knows them. */
  async painted(category: string): Promise<string[]> {
    return this.page.evaluate((name) => {
      const words = [...(CSS.highlights.get(name) ?? [])].map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      });
      return words.sort();
    }, category);
  }

  get article(): Locator {
    return this.page.getByRole('region', { name: 'Article', exact: true });
  }

  get queue(): Locator {
    return this.page.getByRole('navigation', { name: 'Queue' });
  }

  get toolbar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Tag selection' });
  }

  get link(): Locator {
    return this.page.getByRole('combobox', { name: 'Link to entity' });
  }

  /** The lines offered under the field. */
  get offers(): Locator {
    return this.page.getByRole('listbox', { name: 'Link to entity' }).getByRole('option');
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' });
  }

  get form(): Locator {
    return this.page.getByRole('form', { name: 'Event' });
  }

  /** The rows of the list of highlights. */
  get marks(): Locator {
    return this.inspector.getByRole('region', { name: 'Highlights in order of the text' }).getByRole('listitem');
  }

  /** Opens a tab of the inspector. */
  async tab(name: 'Highlights' | 'Events' | 'Details'): Promise<void> {
    await this.inspector.getByRole('tab', { name }).click();
  }
}
