import { liveQuery } from 'dexie';
import type { LibraryRow } from '#shared/contracts/library-query.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import type { RowFeed } from './case-rows.ts';
import type { CopiesDatabase } from './copies-database.ts';
import { readCaseCopies } from './copy-groups.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Counts with each row's duplicates the articles of the case that are copies of it, as found and as judged. */
export async function withCopies(
  feed: RowFeed,
  db: WorkbenchDatabase,
  copies: CopiesDatabase,
  caseId: CaseId,
): Promise<RowFeed> {
  let counts = await countsOf(db, copies, caseId);
  const counted = (rows: readonly LibraryRow[]) =>
    counts.size === 0
      ? rows
      : rows.map((row) => ({ ...row, duplicates: row.duplicates + (counts.get(row.articleId) ?? 0) }));
  return {
    readAll: (onRows) => feed.readAll((rows) => onRows(counted(rows))),
    read: async (ids) => counted(await feed.read(ids)),
    watch(onChange) {
      feed.watch((rows, removed) => onChange(counted(rows), removed));
      liveQuery(() => countsOf(db, copies, caseId)).subscribe((now) => {
        const changed = [...new Set([...counts.keys(), ...now.keys()])].filter((id) => counts.get(id) !== now.get(id));
        counts = now;
        if (changed.length === 0) return;
        feed.read(changed).then(
          (rows) => onChange(counted(rows), []),
          (error: unknown) => console.error(error),
        );
      });
    },
  };
}

async function countsOf(
  db: WorkbenchDatabase,
  copies: CopiesDatabase,
  caseId: CaseId,
): Promise<ReadonlyMap<ArticleId, number>> {
  const { groups } = await readCaseCopies(db, copies, caseId);
  return new Map([...groups].map(([id, group]) => [id, group.length - 1]));
}
