import { liveQuery } from 'dexie';
import { AppError } from '#shared/kernel/app-error.ts';
import type { SearchChangeRow } from '../stored-rows.ts';
import { writeTransaction } from '../transaction/write-transaction.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';

/** How far an index has heard of changes, and of which store. */
export type Watermark = {
  readonly store: string;
  readonly seq: number;
  /** False while it is being built: documents may be missing that no change speaks of. */
  readonly isWhole: boolean;
};

const KEY = '[seq+part]';
const LAST = Number.POSITIVE_INFINITY;

/** What the store has to tell the search index: changes in the order in which they were committed. */
export class ChangeQueue {
  private readonly db: WorkbenchDatabase;
  /** Names this store; another one, or one that was begun anew, has another name. */
  readonly store: string;
  private forgotten: number;

  private constructor(db: WorkbenchDatabase, store: string, forgotten: number) {
    this.db = db;
    this.store = store;
    this.forgotten = forgotten;
  }

  /** @param freshName - taken when the store has none yet */
  static async open(db: WorkbenchDatabase, freshName: string): Promise<ChangeQueue> {
    const standing = await db.searchState.get('index');
    if (standing) return new ChangeQueue(db, standing.store, standing.forgotten);
    return writeTransaction(db, async () => {
      const known = await db.searchState.get('index');
      const row = known ?? { id: 'index' as const, store: freshName, forgotten: 0 };
      if (!known) await db.searchState.add(row);
      return new ChangeQueue(db, row.store, row.forgotten);
    });
  }

  /**
   * Whether an index that stands at a watermark can be brought up to date by what is listed: the change it stands at is the last
   * that was forgotten, or still listed. Else the store lost that change, and with it what the index took in.
   */
  async reaches(mark: Watermark): Promise<boolean> {
    if (mark.store !== this.store) return false;
    return mark.seq === this.forgotten || (await this.partsOf(mark.seq).count()) > 0;
  }

  /** The number of the last change; of what was forgotten when nothing is listed. */
  async last(): Promise<number> {
    const [last] = await this.db.searchChanges.orderBy(KEY).reverse().limit(1).primaryKeys();
    return last?.[0] ?? this.forgotten;
  }

  /** Changes after a number, the earliest first: all parts of each, so that it may be a few more than the limit. */
  async since(seq: number, limit: number): Promise<SearchChangeRow[]> {
    const some = await this.db.searchChanges.where(KEY).above([seq, LAST]).limit(limit).toArray();
    const end = some.length < limit ? undefined : some.at(-1);
    if (!end) return some;
    return [...some, ...(await this.partsOf(end.seq).toArray()).filter(({ part }) => part > end.part)];
  }

  /** Calls whenever changes were listed, whoever committed them; what is returned ends that. */
  watch(onChange: () => void): () => void {
    const subscription = liveQuery(() => this.last()).subscribe(() => onChange());
    return () => subscription.unsubscribe();
  }

  /** Takes changes off the list that the index holds on the disk. */
  async forget(upTo: number): Promise<void> {
    if (upTo <= this.forgotten) return;
    await writeTransaction(this.db, async () => {
      const state = await this.db.searchState.get('index');
      if (state?.store !== this.store) throw new AppError('conflict', 'The store was begun anew.');
      await this.db.searchChanges.where(KEY).belowOrEqual([upTo, LAST]).delete();
      await this.db.searchState.put({ ...state, forgotten: Math.max(state.forgotten, upTo) });
    });
    this.forgotten = upTo;
  }

  private partsOf(seq: number) {
    return this.db.searchChanges.where(KEY).between([seq, -LAST], [seq, LAST]);
  }
}

/** Writes a watermark as the index keeps it. */
export function writeWatermark(mark: Watermark): string {
  return JSON.stringify([mark.store, mark.seq, mark.isWhole]);
}

/** Reads a watermark; null for anything else. */
export function readWatermark(words: string | null): Watermark | null {
  const parts: unknown = words === null ? null : JSON.parse(words);
  if (!Array.isArray(parts)) return null;
  const [store, seq, isWhole] = parts as unknown[];
  if (typeof store !== 'string' || typeof seq !== 'number' || typeof isWhole !== 'boolean') return null;
  return { store, seq, isWhole };
}
