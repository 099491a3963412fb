import { describe, expect, it } from 'vitest';
import type { RowFeed } from '#renderer/data/case-rows.ts';
import { ColumnsServer } from '#renderer/workers/columns/serve-columns.ts';
import type { ColumnsMessage } from '#shared/contracts/columns-messages.ts';
import type { LibraryRow, LibraryWindow } from '#shared/contracts/library-query.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { articleIdOf, libraryRow } from '#tests/support/library-rows.ts';

const caseId = '01900000-0000-7000-8000-000000000001' as CaseId;
const everything = { words: '', filters: [], sort: [] };
const open = { type: 'open', database: 'test', caseId, query: everything, first: [] };

describe('the columns server', () => {
  it('answers a window once all rows are in, however early it was asked', async () => {
    const { server, feed, windows } = setUp();
    const opened = server.take(open);
    const asked = server.take({ type: 'window', ask: 7, start: 0, count: 10 });

    feed.hand([libraryRow(1), libraryRow(2)]);
    feed.hand([libraryRow(3)]);
    expect(windows()).toEqual([]);
    feed.end();
    await Promise.all([opened, asked]);

    expect(windows()).toMatchObject([{ ask: 7, matching: 3, total: 3 }]);
  });

  it('hands over the rows that the last visit began with before all rows are in', async () => {
    const { server, feed, messages } = setUp();
    feed.known = [libraryRow(5, { title: 'Now' })];
    void server.take({ ...open, first: [articleIdOf(5)] });
    await settled();

    expect(messages).toEqual([{ type: 'first', rows: [libraryRow(5, { title: 'Now' })] }]);
  });

  it('takes in what changes and takes out what goes, and says that windows are stale', async () => {
    const { server, feed, messages, windows } = setUp();
    const opened = server.take(open);
    feed.hand([libraryRow(1), libraryRow(2)]);
    feed.end();
    await opened;

    feed.change([libraryRow(2, { title: 'Changed' }), libraryRow(4)], [articleIdOf(1)]);
    await server.take({ type: 'window', ask: 1, start: 0, count: 10 });

    expect(messages.filter(({ type }) => type === 'changed').at(-1)).toMatchObject({ rows: 2, isLoading: false });
    expect(windows()[0]?.rows.map(({ title }) => title)).toEqual(['Changed', 'Article 4']);
  });

  it('answers ids, places and facets of the question that was asked last', async () => {
    const { server, feed, answers } = setUp();
    const opened = server.take(open);
    feed.hand([libraryRow(1, { words: 5 }), libraryRow(2, { words: 9, status: 'done' })]);
    feed.end();
    await opened;

    await server.take({
      type: 'query',
      query: { ...everything, sort: [{ column: 'words', direction: 'descending' }] },
    });
    await server.take({ type: 'ids', ask: 1, start: 0, end: 2 });
    await server.take({ type: 'place', ask: 2, articleId: articleIdOf(1) });
    await server.take({ type: 'facets', ask: 3 });

    expect(answers()).toMatchObject([[articleIdOf(2), articleIdOf(1)], 1, { status: expect.any(Array) }]);
  });

  it('says in words what keeps it from reading, and refuses what is no request', async () => {
    const { server, feed, messages } = setUp();
    const opened = server.take(open);
    feed.fail(new AppError('unavailable', 'The store was closed.'));
    await opened;

    expect(messages).toContainEqual({ type: 'failed', message: 'The store was closed.' });
    expect(await codeOf(server.take({ type: 'window', start: -1 }))).toBe('bad-input');
  });
});

/** A feed that hands over what the test gives it, when the test says so. */
class HeldFeed implements RowFeed {
  known: LibraryRow[] = [];
  hand: (rows: LibraryRow[]) => void = () => {};
  end: () => void = () => {};
  fail: (error: unknown) => void = () => {};
  change: (rows: LibraryRow[], removed: ArticleId[]) => void = () => {};
  private readonly early: LibraryRow[][] = [];
  private readonly ended: Promise<void>;

  constructor() {
    this.hand = (rows) => this.early.push(rows);
    this.ended = new Promise((resolve, reject) => {
      this.end = resolve;
      this.fail = reject;
    });
    this.ended.catch(() => {});
  }

  async readAll(onRows: (rows: readonly LibraryRow[]) => void): Promise<void> {
    await this.ended;
    for (const rows of this.early) onRows(rows);
  }

  async read(ids: readonly ArticleId[]): Promise<LibraryRow[]> {
    return this.known.filter(({ articleId }) => ids.includes(articleId));
  }

  watch(onChange: (rows: readonly LibraryRow[], removed: readonly ArticleId[]) => void): void {
    this.change = onChange;
  }
}

function setUp() {
  const feed = new HeldFeed();
  const messages: ColumnsMessage[] = [];
  const server = new ColumnsServer({
    openFeed: async () => feed,
    post: (message) => messages.push(message),
    pause: () => Promise.resolve(),
  });
  const answers = () =>
    messages.flatMap((message) => (message.type === 'answer' && message.reply.ok ? [message.reply.value] : []));
  const windows = () =>
    messages.flatMap((message) =>
      message.type === 'answer' && message.reply.ok
        ? [{ ask: message.ask, ...(message.reply.value as LibraryWindow) }]
        : [],
    );
  return { server, feed, messages, answers, windows };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
