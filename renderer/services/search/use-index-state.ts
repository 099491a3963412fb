import { useCallback, useSyncExternalStore } from 'react';
import type { IndexState } from '#shared/contracts/search-messages.ts';
import { useServices } from '../services.ts';

/** How the search index stands; null until it is known. */
export function useIndexState(): IndexState | null {
  const { search } = useServices();
  const listen = useCallback((onChange: () => void) => search.listen(onChange), [search]);
  return useSyncExternalStore(listen, () => search.state);
}

/** Steps of a build after which an answer is asked for again: more often than anybody reads. */
const BUILD_STEPS = 20;

/** Changes whenever what the index answers may have changed. */
export function useIndexRevision(): string {
  const state = useIndexState();
  if (state === null) return '';
  if (state.isWhole) return `whole ${state.corpus.seq}`;
  return `building ${Math.floor((state.documents * BUILD_STEPS) / Math.max(1, state.articles))}`;
}
