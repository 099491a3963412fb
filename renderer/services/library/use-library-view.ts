import { useEffect, useState, useSyncExternalStore } from 'react';
import { ColumnsClient } from '#renderer/workers/columns-client.ts';
import type { LibraryQuery } from '#shared/contracts/library-query.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { type FirstScreen, type LibrarySnapshot, LibraryView } from './library-view.ts';

const nothingYet: LibrarySnapshot = {
  matching: undefined,
  total: 0,
  loading: 0,
  facets: null,
  failure: null,
  rowAt: () => undefined,
};

/**
 * The articles of a case as a query sees them, kept current.
 *
 * @param database - name of the workspace's database
 * @param first - the beginning of the last answer; null when there is none
 */
export function useLibraryView(
  database: string,
  caseId: CaseId,
  query: LibraryQuery,
  first: FirstScreen | null,
  keepFirst: (first: FirstScreen) => void,
): { readonly view: LibraryView | null; readonly snapshot: LibrarySnapshot } {
  const [view, setView] = useState<LibraryView | null>(null);
  const [begin] = useState({ query, first, keepFirst });
  useEffect(() => {
    const opened = new LibraryView(
      (listener) => new ColumnsClient({ database, caseId }, begin.query, begin.first?.ids ?? [], listener),
      begin.query,
      begin.first,
      begin.keepFirst,
    );
    setView(opened);
    return () => opened.close();
  }, [database, caseId, begin]);
  useEffect(() => view?.ask(query), [view, query]);
  const snapshot = useSyncExternalStore(view?.listen ?? listenToNothing, view?.get ?? getNothing);
  return { view, snapshot };
}

const listenToNothing = () => () => {};
const getNothing = () => nothingYet;
