import { allPlaces } from '#renderer/data/search/corpus-places.ts';
import { DocumentReader } from '#renderer/data/search/document-reader.ts';
import type { WorkbenchDatabase } from '#renderer/data/workbench-database.ts';
import { type OpenSearch, openSearch } from '#renderer/workers/search/open-search.ts';
import type { IndexState, SearchQuestion } from '#shared/contracts/search-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import type { IndexDocument } from '#shared/search/model/index-document.ts';
import { MemoryStore } from '#shared/search/model/memory-store.ts';

/** A store in memory that can be let go of and opened again, as files can. */
export class LastingStore extends MemoryStore {
  close(): void {
    // what was written stays
  }
}

/** The search of a test's workspace, and everything it has said of itself. */
export type TestSearch = OpenSearch & { readonly states: IndexState[] };

/** Opens the search of a workspace on a store. */
export async function searchOf(db: WorkbenchDatabase, store: LastingStore, name = 'this store'): Promise<TestSearch> {
  const states: IndexState[] = [];
  const search = await openSearch({
    db,
    files: { store, place: 'files' },
    freshName: () => name,
    now: () => Date.parse('2026-03-14T06:40:00.000Z'),
    pause: () => new Promise((resume) => setTimeout(resume)),
    onState: (state) => states.push(state),
  });
  return { ...search, states };
}

/** A question as it is typed. */
export function asked(typed: string, caseId: CaseId | null = null, more: Partial<SearchQuestion> = {}): SearchQuestion {
  return { typed, caseId, narrowed: [], sort: 'score', ...more };
}

/** Articles that a question finds, shown and only hidden. */
export async function countsOf(search: OpenSearch, question: SearchQuestion): Promise<[number, number]> {
  const answer = await search.answer({ type: 'search', question, limit: 1, withHidden: false }, unattended);
  const { articles, hiddenArticles } = answer as { articles: number; hiddenArticles: number };
  return [articles, hiddenArticles];
}

/** Every document as the store has it now: what the index has to agree with. */
export async function documentsOf(db: WorkbenchDatabase): Promise<IndexDocument[]> {
  return new DocumentReader(db).read(await allPlaces(db));
}
