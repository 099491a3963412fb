import type {
  LibraryFacets,
  LibraryQuery,
  LibraryRow,
  LibrarySort,
  LibraryWindow,
} from '#shared/contracts/library-query.ts';
import type { ArticleId } from '#shared/domain/ids.ts';
import { ArticleTable } from './article-table.ts';
import { countFacets } from './count-facets.ts';
import { type Matches, matchRows } from './match-rows.ts';
import { RowOrder } from './row-order.ts';

type Pause = () => Promise<void>;

/** Everything the library asks about its rows: one query at a time, of which windows are read. */
export class LibraryColumns {
  private readonly table = new ArticleTable();
  private readonly order = new RowOrder(this.table);
  private readonly pause: Pause;
  private query: LibraryQuery = { words: '', filters: [], sort: [] };
  private matches: Matches | null = null;
  private all: { readonly key: string; readonly slots: Uint32Array } | null = null;
  private view: Uint32Array | null = null;
  private revision = 0;

  /** @param pause - lets waiting questions in while titles are ranked */
  constructor(pause: Pause) {
    this.pause = pause;
  }

  /** Rows of the case. */
  get size(): number {
    return this.table.size;
  }

  /** Takes in changed rows and takes out removed ones. */
  change(rows: readonly LibraryRow[], removed: readonly ArticleId[]): void {
    for (const row of rows) this.table.put(row);
    for (const id of removed) this.table.remove(id);
    this.order.rowsChanged();
    this.matches = null;
    this.all = null;
    this.view = null;
    this.revision++;
  }

  /** Ranks every column ahead of need, and lets go of room that was made for more rows. */
  async warmUp(): Promise<void> {
    this.table.trim();
    await this.order.warmUp(this.pause);
  }

  /** Asks another question; windows, ids and facets answer it from now on. */
  ask(query: LibraryQuery): void {
    if (!sameConditions(this.query, query)) this.matches = null;
    this.query = query;
    this.view = null;
    this.revision++;
  }

  /** Rows from `start` on, at most `count`. */
  async window(start: number, count: number): Promise<LibraryWindow> {
    const view = await this.settle();
    const from = Math.max(0, Math.min(start, view.length));
    const rows = Array.from(view.subarray(from, from + count), (slot) => this.table.rowAt(slot));
    return { revision: this.revision, matching: view.length, total: this.table.size, start: from, rows };
  }

  /** Ids of rows `[start, end)` in order: what Shift or *all that match* chooses. */
  async ids(start: number, end: number): Promise<ArticleId[]> {
    const view = await this.settle();
    return Array.from(view.subarray(Math.max(0, start), end), (slot) => this.table.idAt(slot));
  }

  /** Where a row stands; -1 when it is gone or does not match. */
  async placeOf(id: ArticleId): Promise<number> {
    const view = await this.settle();
    const slot = this.table.find(id);
    return slot < 0 ? -1 : view.indexOf(slot);
  }

  /** What can be narrowed down. */
  facets(): LibraryFacets {
    return countFacets(this.table, this.matched(), this.revision);
  }

  private matched(): Matches {
    this.matches ??= matchRows(this.table, this.query);
    return this.matches;
  }

  private async settle(): Promise<Uint32Array> {
    while (!this.view) {
      const { revision } = this;
      const all = await this.sorted(this.query.sort);
      if (revision !== this.revision) continue;
      this.view = withoutFailing(all, this.matched());
    }
    return this.view;
  }

  private async sorted(sort: readonly LibrarySort[]): Promise<Uint32Array> {
    const key = JSON.stringify(sort);
    if (this.all?.key === key) return this.all.slots;
    const { revision } = this;
    const slots = await this.order.sorted(sort, this.pause);
    if (revision === this.revision) this.all = { key, slots };
    return slots;
  }
}

function withoutFailing(slots: Uint32Array, { fails, matching }: Matches): Uint32Array {
  if (matching === slots.length) return slots;
  const view = new Uint32Array(matching);
  let count = 0;
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] ?? 0;
    if (fails[slot] === 0) view[count++] = slot;
  }
  return view;
}

function sameConditions(a: LibraryQuery, b: LibraryQuery): boolean {
  return a.words === b.words && JSON.stringify(a.filters) === JSON.stringify(b.filters);
}
