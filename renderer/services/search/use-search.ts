import { useEffect, useRef, useState } from 'react';
import { SearchClient } from '#renderer/workers/search-client.ts';
import type { SearchAnswer } from '#shared/contracts/search-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { ErrorPayload } from '#shared/kernel/app-error.ts';
import { useServices } from '../services.ts';
import { useLive } from '../use-live.ts';

/** What a search has come to. */
export type SearchState = {
  /** Null before the first answer, and when nothing is asked. */
  readonly answer: SearchAnswer | null;
  /** The words that were answered; null while there is no answer. */
  readonly answered: string | null;
  /** Articles read so far; null when nothing has to be read first. */
  readonly reading: { readonly done: number; readonly total: number } | null;
  readonly error: ErrorPayload | null;
};

const nothing: SearchState = { answer: null, answered: null, reading: null, error: null };

/**
 * Searches the open case as one types, and again when the case changes. The last answer stays until the next one is there.
 *
 * @param limit - results to describe; all are counted
 */
export function useSearch(caseId: CaseId, typed: string, limit: number): SearchState {
  const { workspace } = useServices();
  const [state, setState] = useState(nothing);
  const client = useRef<SearchClient | null>(null);
  const asked = useRef('');
  const database = workspace.db.name;
  const changes = useLive(() => workspace.articles.lastRevision(caseId), [workspace, caseId]);

  useEffect(() => {
    const opened = new SearchClient(
      { database, caseId },
      {
        onReading: (done, total) => setState((before) => ({ ...before, reading: { done, total } })),
        onAnswer: (answer) => setState({ answer, answered: asked.current, reading: null, error: null }),
        onFailed: (error) => setState({ ...nothing, error }),
      },
    );
    client.current = opened;
    return () => {
      client.current = null;
      opened.close();
    };
  }, [database, caseId]);

  useEffect(() => {
    // an answer is asked for again whenever the case has changed
    if (changes !== undefined) client.current?.tellChanged();
    asked.current = typed;
    if (typed.trim() === '') setState(nothing);
    else client.current?.search(typed, limit);
  }, [typed, limit, changes]);

  return state;
}
