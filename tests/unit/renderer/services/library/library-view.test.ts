import { describe, expect, it } from 'vitest';
import { type ColumnsPort, type FirstScreen, LibraryView } from '#renderer/services/library/library-view.ts';
import type { ColumnsListener } from '#renderer/workers/columns-client.ts';
import type { LibraryFacets, LibraryQuery, LibraryRow, LibraryWindow } from '#shared/contracts/library-query.ts';
import { articleIdOf, libraryRow } from '#tests/support/library-rows.ts';

const everything: LibraryQuery = { words: '', filters: [], sort: [] };

describe('the view of the library', () => {
  it('shows nothing before the first answer, then rows, counts and facets', async () => {
    const { view, columns } = setUp(300);
    expect(view.get()).toMatchObject({ matching: undefined, loading: 0 });

    await columns.load();

    expect(view.get()).toMatchObject({ matching: 300, total: 300, loading: null, facets: { publishers: 0 } });
    expect(view.get().rowAt(127)?.title).toBe('Article 127');
    expect(view.get().rowAt(128)).toBeUndefined();
  });

  it('reads the rows that come into view and their neighbours, each once', async () => {
    const { view, columns } = setUp(1000);
    await columns.load();

    view.show(700, 730);
    view.show(701, 731);
    await settled();

    expect(view.get().rowAt(700)?.title).toBe('Article 700');
    expect(view.get().rowAt(640)?.title).toBe('Article 640');
    expect(columns.starts.slice(1)).toEqual([512, 640, 768]);
  });

  it('reads ahead of a hand that does not let go, in the way that it goes', async () => {
    const { view, columns } = setUp(20_000);
    await columns.load();

    view.show(5000, 5040);
    await settled();
    columns.starts.length = 0;
    view.show(5160, 5200);
    await settled();
    expect(columns.starts).toEqual([5120, 5248, 5376, 5504, 5632, 5760]);
    columns.starts.length = 0;
    view.show(4900, 4940);
    await settled();

    expect(columns.starts.at(-1)).toBe(3840);
    expect(view.get().rowAt(4800)?.title).toBe('Article 4800');
  });

  it('speaks of rows that came when one of them was asked for in vain, and is silent about those read ahead', async () => {
    const { view, columns } = setUp(20_000);
    await columns.load();
    let told = 0;
    view.listen(() => told++);

    view.show(500, 540);
    await settled();
    expect(told).toBe(0);
    expect(view.get().rowAt(540)?.title).toBe('Article 540');
    expect(view.get().rowAt(9000)).toBeUndefined();
    view.show(9000, 9040);
    await settled();

    expect(told).toBe(1);
    expect(view.get().rowAt(9000)?.title).toBe('Article 9000');
  });

  it('keeps the rows on the screen until the answer to another question is there', async () => {
    const { view, columns } = setUp(300);
    await columns.load();

    columns.hold = true;
    view.ask({ ...everything, words: 'other' });
    expect(view.get().rowAt(0)?.title).toBe('Article 0');
    columns.rows = [libraryRow(9)];
    columns.release();
    await settled();

    expect(view.get()).toMatchObject({ matching: 1 });
    expect(view.get().rowAt(0)?.title).toBe('Article 9');
    expect(view.get().rowAt(1)).toBeUndefined();
  });

  it('drops an answer that a newer question has overtaken', async () => {
    const { view, columns } = setUp(300);
    await columns.load();
    columns.hold = true;
    view.ask({ ...everything, words: 'first' });
    const overtaken = columns.held.splice(0);
    view.ask({ ...everything, words: 'second' });
    columns.rows = [libraryRow(2)];
    columns.release();
    await settled();

    columns.rows = [libraryRow(1)];
    for (const answer of overtaken) answer();
    await settled();

    expect(view.get().rowAt(0)?.title).toBe('Article 2');
  });

  it('does not ask the same question again', async () => {
    const { view, columns } = setUp(3);
    await columns.load();

    view.ask({ words: '', filters: [], sort: [] });

    expect(columns.queries).toEqual([]);
  });

  it('shows the beginning of the last answer at once, if it was to the same question and all its rows are there', async () => {
    const first = { asked: JSON.stringify(everything), ids: [articleIdOf(1)], matching: 40, total: 50 };
    const same = setUp(3, first);
    same.columns.listener?.onFirst([libraryRow(1)]);
    const other = setUp(3, { ...first, asked: 'another question' });
    other.columns.listener?.onFirst([libraryRow(1)]);
    const partial = setUp(3, { ...first, ids: [articleIdOf(1), articleIdOf(2)] });
    partial.columns.listener?.onFirst([libraryRow(1)]);

    expect(same.view.get()).toMatchObject({ matching: 40, total: 50 });
    expect(same.view.get().rowAt(0)?.title).toBe('Article 1');
    expect(other.view.get().matching).toBeUndefined();
    expect(partial.view.get().matching).toBeUndefined();
  });

  it('hands over the beginning of each answer, with its question', async () => {
    const { view, columns, kept } = setUp(2);
    await columns.load();
    const query = { ...everything, words: 'x' };

    view.ask(query);
    await settled();

    expect(kept.map(({ asked }) => asked)).toEqual([JSON.stringify(everything), JSON.stringify(query)]);
    expect(kept[0]).toMatchObject({ ids: [articleIdOf(0), articleIdOf(1)], matching: 2, total: 2 });
  });

  it('says what went wrong, and nothing when the library was merely left', async () => {
    const { view, columns } = setUp(2);
    columns.listener?.onFailed('The store was closed.');

    expect(view.get().failure).toBe('The store was closed.');
  });
});

class HeldColumns implements ColumnsPort {
  listener: ColumnsListener | null = null;
  rows: LibraryRow[];
  readonly starts: number[] = [];
  readonly queries: LibraryQuery[] = [];
  hold = false;
  readonly held: (() => void)[] = [];

  constructor(count: number) {
    this.rows = Array.from({ length: count }, (_, at) => libraryRow(at));
  }

  async load(): Promise<void> {
    this.listener?.onChanged(this.rows.length, false);
    await settled();
  }

  release(): void {
    this.hold = false;
    for (const answer of this.held.splice(0)) answer();
  }

  query(query: LibraryQuery): void {
    this.queries.push(query);
  }

  window(start: number, count: number): Promise<LibraryWindow> {
    this.starts.push(start);
    return new Promise((resolve) => {
      const answer = () =>
        resolve({
          revision: 1,
          matching: this.rows.length,
          total: this.rows.length,
          start,
          rows: this.rows.slice(start, start + count),
        });
      if (this.hold) this.held.push(answer);
      else answer();
    });
  }

  async ids(start: number, end: number) {
    return this.rows.slice(start, end).map(({ articleId }) => articleId);
  }

  async placeOf() {
    return -1;
  }

  async facets(): Promise<LibraryFacets> {
    const published = { from: null, to: null, counts: [], unknown: 0 };
    return { revision: 1, status: [], publisher: [], publishers: 0, language: [], tags: [], published };
  }

  close(): void {}
}

function setUp(count: number, first: FirstScreen | null = null) {
  const columns = new HeldColumns(count);
  const kept: FirstScreen[] = [];
  const view = new LibraryView(
    (listener) => {
      columns.listener = listener;
      return columns;
    },
    everything,
    first,
    (screen) => kept.push(screen),
  );
  return { view, columns, kept };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
