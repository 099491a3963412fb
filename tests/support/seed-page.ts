import { openWorkspace, type Workspace } from '#renderer/data/workspace.ts';
import { articleIdOf, captureIdOf, textIdOf } from '#shared/custody/identify.ts';
import { sha256Hex } from '#shared/custody/sha256.ts';
import type { Article } from '#shared/domain/article.ts';
import type { CaseId, GroupId } from '#shared/domain/ids.ts';
import { uuidV7 } from '#shared/kernel/uuid.ts';
import { manyRows } from './library-rows.ts';

/** Articles of one transaction. */
const BATCH = 1000;

/** What a test calls through `page.evaluate`. */
export type SeedPage = {
  /** Names the analyst, begins a case and imports so many short articles. */
  seed(caseName: string, articles: number): Promise<void>;
};

declare global {
  var seedPage: SeedPage;
}

const ports = {
  now: () => Date.now(),
  randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

globalThis.seedPage = {
  async seed(caseName, articles) {
    const workspace = await openWorkspace(ports);
    await workspace.people.setName('Analyst');
    const caseId = await workspace.cases.create(caseName);
    const group = uuidV7(ports) as GroupId;
    const rows = manyRows(articles);
    for (let from = 0; from < articles; from += BATCH) {
      await importRows(workspace, caseId, group, rows.slice(from, from + BATCH));
    }
    workspace.close();
  },
};

async function importRows(workspace: Workspace, caseId: CaseId, group: GroupId, rows: ReturnType<typeof manyRows>) {
  const made = rows.map((row) => {
    const text = `${row.title}. ${row.title.split(' ').reverse().join(' ')}.`;
    const bytes = new TextEncoder().encode(text);
    const captureId = captureIdOf(bytes);
    const id = articleIdOf(captureId, '');
    const block = { kind: 'paragraph' as const, start: 0, end: text.length, level: 0, direction: 'ltr' as const };
    const version = {
      articleId: id,
      length: text.length,
      blocks: [block],
      folds: [],
      links: [],
      pages: [],
      extractor: 'plain-text',
      extractorVersion: '1',
    };
    const textId = textIdOf(text, version);
    const article: Article = {
      id,
      title: row.title,
      byline: row.byline ? [row.byline] : [],
      sourceId: null,
      url: null,
      canonicalUrl: null,
      language: row.language || null,
      script: null,
      published: row.published || null,
      modified: null,
      section: null,
      keywords: [],
      words: row.words,
      captureId,
      textId,
      textHash: sha256Hex(text),
    };
    return {
      article,
      capture: { id: captureId, mediaType: 'text/plain', bytes },
      text: { version: { id: textId, ...version }, text },
    };
  });
  await workspace.importBatch({
    caseId,
    group,
    words: `Import ${rows.length} articles`,
    captures: made.map(({ capture }) => capture),
    articles: made.map(({ article }) => article),
    texts: made.map(({ text }) => text),
    acquisitions: [],
    metadata: [],
    sources: [],
    outcomes: [],
  });
}
