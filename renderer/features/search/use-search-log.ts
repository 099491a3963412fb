import { useCallback, useEffect, useRef } from 'react';
import { useServices } from '#renderer/services/services.ts';
import type { SearchQuestion } from '#shared/contracts/search-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Found } from './use-found.ts';

/** What stands so long was meant: a query on the way to another is not logged. */
const MEANT_MS = 2000;

/**
 * Logs each search that was meant: whose answer stood for a while, or was acted upon.
 *
 * @returns logs what is shown at once, because it is acted upon
 */
export function useSearchLog(caseId: CaseId, question: SearchQuestion | null, found: Found): () => void {
  const { workspace } = useServices();
  const logged = useRef('');
  const { answer, isCurrent } = found;
  const log = useCallback(() => {
    if (!answer || !question || !isCurrent) return;
    const { articles, hiddenArticles, searched, corpus, facets } = answer;
    const label = ({ name, key }: SearchQuestion['narrowed'][number]) =>
      `${name}: ${facets[name]?.find((one) => one.key === key)?.label ?? key}`;
    const search = {
      caseId,
      query: question.typed,
      narrowed: question.narrowed.map(label).join('; '),
      scope: question.caseId === null ? ('all-cases' as const) : ('case' as const),
      articles,
      hiddenArticles,
      searched,
      isWhole: corpus.isWhole,
      state: corpus.seq,
    };
    const words = JSON.stringify(search);
    if (words === logged.current) return;
    logged.current = words;
    workspace.searches.log(search).catch((error: unknown) => console.error(error));
  }, [workspace, caseId, question, answer, isCurrent]);
  useEffect(() => {
    const timer = setTimeout(log, MEANT_MS);
    return () => clearTimeout(timer);
  }, [log]);
  return log;
}
