import { Dexie, liveQuery } from 'dexie';
import type { LibraryRow } from '#shared/contracts/library-query.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import type { ArticleColumnsRow } from './stored-rows.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Where the library's rows of a case come from. */
export type RowFeed = {
  /** Hands over every row of the case, some at a time. */
  readAll(onRows: (rows: readonly LibraryRow[]) => void): Promise<void>;
  /** Rows by their ids, in that order; those that are gone are left out. */
  read(ids: readonly ArticleId[]): Promise<readonly LibraryRow[]>;
  /** Hands over what came, changed or went since the feed was opened, and from now on. */
  watch(onChange: (rows: readonly LibraryRow[], removed: readonly ArticleId[]) => void): void;
};

/** Rows of one read: some ten milliseconds, so that a first screen is not kept waiting. */
const CHUNK = 4000;

/** Reads the library's rows of a case from the store, and everything that changes since. */
export async function openCaseRows(db: WorkbenchDatabase, caseId: CaseId): Promise<RowFeed> {
  const table = db.articleColumns;
  const latest = await table
    .where('[caseId+revision]')
    .between([caseId, Dexie.minKey], [caseId, Dexie.maxKey])
    .reverse()
    .limit(1)
    .primaryKeys();
  const [newest] = latest.length > 0 ? await table.bulkGet(latest) : [];
  let since = newest?.revision ?? 0;
  return {
    async readAll(onRows) {
      let after: string | typeof Dexie.minKey = Dexie.minKey;
      for (;;) {
        const rows: ArticleColumnsRow[] = await table
          .where('[caseId+articleId]')
          .between([caseId, after], [caseId, Dexie.maxKey], false, true)
          .limit(CHUNK)
          .toArray();
        onRows(present(rows));
        const last = rows.at(-1);
        if (!last || rows.length < CHUNK) return;
        after = last.articleId;
      }
    },
    async read(ids) {
      return present(await table.bulkGet(ids.map((id): [string, string] => [caseId, id])));
    },
    watch(onChange) {
      const newer = () =>
        table.where('[caseId+revision]').between([caseId, since], [caseId, Dexie.maxKey], false, true).toArray();
      liveQuery(newer).subscribe((rows) => {
        if (rows.length === 0) return;
        since = Math.max(since, ...rows.map((row) => row.revision));
        onChange(present(rows), gone(rows));
      });
    },
  };
}

function present(rows: readonly (ArticleColumnsRow | undefined)[]): LibraryRow[] {
  return rows.filter((row): row is ArticleColumnsRow => row !== undefined && !row.isRemoved);
}

function gone(rows: readonly ArticleColumnsRow[]): ArticleId[] {
  return rows.filter((row) => row.isRemoved).map((row) => row.articleId);
}
