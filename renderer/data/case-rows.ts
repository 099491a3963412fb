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
  let since = await lastRevision(db, caseId);
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
      liveQuery(() => changesSince(db, caseId, since)).subscribe(({ revision, rows, removed }) => {
        if (revision === since) return;
        since = revision;
        onChange(rows, removed);
      });
    },
  };
}

/** What came, changed or went in a case after a revision, and the revision that this leads to. */
export async function changesSince(db: WorkbenchDatabase, caseId: CaseId, since: number) {
  // what one transaction wrote is read by one: rows and their changes stand at the same moment
  return db.transaction('r', db.columnChanges, db.articleColumns, async () => {
    const changes = await revisionsOf(db, caseId, since).toArray();
    const ids = [...new Set(changes.flatMap(({ articleIds }) => articleIds))];
    const rows = await db.articleColumns.bulkGet(ids.map((id): [string, string] => [caseId, id]));
    return {
      revision: changes.at(-1)?.revision ?? since,
      rows: present(rows),
      removed: ids.filter((_, at) => rows[at] === undefined),
    };
  });
}

/** The highest revision of a case's rows, 0 for none. */
export async function lastRevision(db: WorkbenchDatabase, caseId: CaseId): Promise<number> {
  const last = await revisionsOf(db, caseId, 0).last();
  return last?.revision ?? 0;
}

function revisionsOf(db: WorkbenchDatabase, caseId: CaseId, since: number) {
  return db.columnChanges
    .where('[caseId+revision+part]')
    .between([caseId, since, Dexie.maxKey], [caseId, Dexie.maxKey, Dexie.maxKey]);
}

function present(rows: readonly (ArticleColumnsRow | undefined)[]): ArticleColumnsRow[] {
  return rows.filter((row): row is ArticleColumnsRow => row !== undefined);
}
