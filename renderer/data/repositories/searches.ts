import { creation } from '#shared/custody/make-change.ts';
import type { CaseId, SavedSearchId } from '#shared/domain/ids.ts';
import type { SavedSearch } from '#shared/domain/saved-search.ts';
import { editRows } from '../edit-rows.ts';
import type { SearchLogRow } from '../stored-rows.ts';
import { writeTransaction } from '../transaction/write-transaction.ts';
import { freshId, moment, type WorkspaceCore } from '../workspace-core.ts';

/** A search as it was asked and answered, before it has a place in the log. */
export type LoggedSearch = Omit<SearchLogRow, 'id' | 'at'>;

/** Reads and writes searches worth keeping, and the log of all that was searched. */
export class SearchRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** The saved searches of a case, in the order in which they were saved. */
  async saved(caseId: CaseId): Promise<SavedSearch[]> {
    return this.core.writer.db.savedSearches.where('caseId').equals(caseId).sortBy('id');
  }

  /** Keeps a search. What it finds now counts as read. */
  async save(caseId: CaseId, query: string, scope: SavedSearch['scope']): Promise<SavedSearchId> {
    const row: SavedSearch = { id: freshId(this.core), caseId, query, scope, readUpTo: moment(this.core) };
    await this.core.commit({
      caseId,
      action: 'search:save',
      words: `Save the search "${shortened(query)}"`,
      changes: [creation('savedSearches', row)],
    });
    return row.id;
  }

  /**
   * Notes that all that a search finds now was read.
   *
   * @throws {AppError} `not-found`
   */
  async markRead({ id, caseId, query }: Pick<SavedSearch, 'id' | 'caseId' | 'query'>): Promise<void> {
    const readUpTo = moment(this.core);
    await editRows(this.core, [id], {
      caseId,
      action: 'search:read',
      words: `Read what "${shortened(query)}" finds`,
      table: 'savedSearches',
      edit: (row) => ({ ...row, readUpTo }),
    });
  }

  /** Notes a search in the log of its case. */
  async log(search: LoggedSearch): Promise<void> {
    const row: SearchLogRow = { ...search, id: freshId(this.core), at: moment(this.core) };
    const { db } = this.core.writer;
    await writeTransaction(db, async () => {
      await db.searchLog.add(row);
    });
  }

  /** Everything that was searched from a case, the latest first. */
  async logOf(caseId: CaseId): Promise<SearchLogRow[]> {
    return (await this.core.writer.db.searchLog.where('caseId').equals(caseId).sortBy('id')).reverse();
  }
}

/** Code units of a query in the words of a step. */
const MOST_WORDS = 80;

function shortened(query: string): string {
  return query.length > MOST_WORDS ? `${query.slice(0, MOST_WORDS)}…` : query;
}
