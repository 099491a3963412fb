import type { ColumnsListener } from '#renderer/workers/columns-client.ts';
import type { LibraryFacets, LibraryQuery, LibraryRow, LibraryWindow } from '#shared/contracts/library-query.ts';
import type { ArticleId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';

/** Rows that are read at once: a few screens. */
const CHUNK = 128;
/** Chunks that are kept: enough to turn back without waiting, too few to matter. */
const MOST_CHUNKS = 24;
/** Rows that are read ahead of a hand that does not let go, at most: what half a dozen frames of the fastest scrolling pass over. */
const MOST_AHEAD = 8 * CHUNK;
/** Rows: who moves farther at once has jumped, and will hardly do so again. */
const JUMP = 4 * CHUNK;

/** What the view asks its columns. */
export type ColumnsPort = {
  query(query: LibraryQuery): void;
  window(start: number, count: number): Promise<LibraryWindow>;
  ids(start: number, end: number): Promise<ArticleId[]>;
  placeOf(articleId: ArticleId): Promise<number>;
  facets(): Promise<LibraryFacets>;
  close(): void;
};

/** The beginning of an answer as it was when the library was left: with it a first screen is there at once. */
export type FirstScreen = {
  /** The question, as JSON. */
  readonly asked: string;
  readonly ids: readonly ArticleId[];
  readonly matching: number;
  readonly total: number;
};

/** What the grid draws. A new one for every change. */
export type LibrarySnapshot = {
  /** Rows that match; undefined before anything is known. */
  readonly matching: number | undefined;
  readonly total: number;
  /** Rows that have been read while the case is being opened; null once all are there. */
  readonly loading: number | null;
  readonly facets: LibraryFacets | null;
  readonly failure: string | null;
  /** The row at a place; undefined while it is being read. */
  readonly rowAt: (index: number) => LibraryRow | undefined;
};

/** The part of the library that is on the screen: windows of rows, read as the analyst scrolls and as rows change. */
export class LibraryView {
  private readonly columns: ColumnsPort;
  private readonly first: FirstScreen | null;
  private readonly keepFirst: (first: FirstScreen) => void;
  private readonly listeners = new Set<() => void>();
  private chunks = new Map<number, readonly LibraryRow[]>();
  /** Chunks of which a row was asked for in vain: only these are worth drawing anew when they come. */
  private missed = new Set<number>();
  /** Rows by which the view last moved, negative towards the beginning. */
  private travel = 0;
  private reading = new Set<number>();
  /** Rises with each question and each change of rows: answers to an earlier one are dropped. */
  private turn = 0;
  private range: readonly [number, number] = [0, 0];
  private snapshot: LibrarySnapshot;
  private asked: string;

  /**
   * @param open - starts the columns with `query`; they speak to the listener from then on
   * @param first - the beginning of the last answer; it is shown when the question was the same
   * @param keepFirst - takes the beginning of each answer, for the next visit
   */
  constructor(
    open: (listener: ColumnsListener) => ColumnsPort,
    query: LibraryQuery,
    first: FirstScreen | null,
    keepFirst: (first: FirstScreen) => void,
  ) {
    this.first = first?.asked === JSON.stringify(query) ? first : null;
    this.keepFirst = keepFirst;
    this.asked = JSON.stringify(query);
    this.snapshot = { ...this.shot(), matching: undefined, total: 0, loading: 0, facets: null, failure: null };
    this.columns = open({
      onChanged: (rows, isLoading) => (isLoading ? this.change({ loading: rows }) : this.renew()),
      onFirst: (rows) => this.showFirst(rows),
      onFailed: (failure) => this.change({ failure, loading: null }),
    });
  }

  /** The same until something changes. */
  readonly get = (): LibrarySnapshot => this.snapshot;

  /** @returns a function that stops listening */
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks a question, unless it is the last one. The rows on the screen stay until the answer is there. */
  ask(query: LibraryQuery): void {
    const asked = JSON.stringify(query);
    if (asked === this.asked) return;
    this.asked = asked;
    this.columns.query(query);
    this.range = [0, 0];
    this.renew();
  }

  /** Says which rows are in view, so that they and their neighbours are read. */
  readonly show = (start: number, end: number): void => {
    const travel = start - this.range[0];
    this.travel = Math.abs(travel) > JUMP ? 0 : travel;
    this.range = [start, end];
    if (this.snapshot.loading === null) this.readChunks();
  };

  /** Ids of rows `[start, end)`: what Shift or *all that match* chooses. */
  ids(start: number, end: number): Promise<ArticleId[]> {
    return this.columns.ids(start, end);
  }

  /** Where a row stands; -1 when it is gone or does not match. */
  placeOf(id: ArticleId): Promise<number> {
    return this.columns.placeOf(id);
  }

  /** Ends the columns. */
  close(): void {
    this.turn++;
    this.columns.close();
  }

  private renew(): void {
    this.turn++;
    this.reading = new Set();
    void this.refresh();
  }

  /** Reads what is in view anew and swaps it in whole: no row is blank meanwhile. */
  private async refresh(): Promise<void> {
    const { turn } = this;
    const [firstChunk, lastChunk] = this.range.map(chunkOf) as [number, number];
    try {
      const window = await this.columns.window(firstChunk * CHUNK, (lastChunk - firstChunk + 1) * CHUNK);
      if (turn !== this.turn) return;
      this.chunks = new Map();
      this.missed = new Set();
      this.keep(window);
      this.change({ matching: window.matching, total: window.total, loading: null, failure: null });
      if (firstChunk === 0) this.rememberFirst(window);
      const facets = await this.columns.facets();
      if (turn === this.turn) this.change({ facets });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Reads what is in view and beside it, and ahead as far as the next moves of this hand will come. */
  private readChunks(): void {
    const [from, to] = this.range;
    const ahead = (rows: number) => Math.min(Math.max(CHUNK / 2, 4 * rows), MOST_AHEAD);
    const first = chunkOf(Math.max(0, from - ahead(-this.travel)));
    const last = chunkOf(Math.min(Math.max(0, (this.snapshot.matching ?? 0) - 1), to + ahead(this.travel)));
    const wanted = Array.from({ length: last - first + 1 }, (_, at) => (this.travel < 0 ? last - at : first + at));
    for (const chunk of wanted) if (!this.chunks.has(chunk) && !this.reading.has(chunk)) void this.readChunk(chunk);
  }

  private async readChunk(chunk: number): Promise<void> {
    const { turn } = this;
    this.reading.add(chunk);
    try {
      const window = await this.columns.window(chunk * CHUNK, CHUNK);
      if (turn !== this.turn) return;
      this.reading.delete(chunk);
      this.keep(window);
      const { matching, total } = window;
      const isNew = matching !== this.snapshot.matching || total !== this.snapshot.total;
      if (this.missed.delete(chunk) || isNew) this.change({ matching, total });
    } catch (error) {
      this.fail(error);
    }
  }

  private keep({ start, rows }: LibraryWindow): void {
    for (let at = 0; at < rows.length; at += CHUNK) this.chunks.set(chunkOf(start + at), rows.slice(at, at + CHUNK));
    const middle = chunkOf((this.range[0] + this.range[1]) / 2);
    const farthest = [...this.chunks.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const chunk of farthest.slice(0, Math.max(0, farthest.length - MOST_CHUNKS))) this.chunks.delete(chunk);
  }

  private showFirst(rows: readonly LibraryRow[]): void {
    if (!this.first || this.snapshot.matching !== undefined || rows.length !== this.first.ids.length) return;
    this.chunks.set(0, rows);
    this.change({ matching: this.first.matching, total: this.first.total });
  }

  private rememberFirst({ rows, matching, total }: LibraryWindow): void {
    this.keepFirst({ asked: this.asked, ids: rows.slice(0, CHUNK / 2).map((row) => row.articleId), matching, total });
  }

  private fail(error: unknown): void {
    if (error instanceof AppError && error.code === 'cancelled') return;
    this.change({ failure: error instanceof AppError ? error.message : 'The list of articles could not be read.' });
  }

  private change(change: Partial<LibrarySnapshot>): void {
    this.snapshot = { ...this.snapshot, ...this.shot(), ...change };
    for (const listener of this.listeners) listener();
  }

  /** Rows of one answer: what is read later of the same answer is there without another snapshot. */
  private shot(): Pick<LibrarySnapshot, 'rowAt'> {
    const { chunks, missed } = this;
    const rowAt = (index: number) => {
      const rows = chunks.get(chunkOf(index));
      if (!rows) missed.add(chunkOf(index));
      return rows?.[index % CHUNK];
    };
    return { rowAt };
  }
}

function chunkOf(index: number): number {
  return Math.floor(index / CHUNK);
}
