import { useAnswer } from '#renderer/services/search/use-answer.ts';
import type { SearchAnswer, SearchQuestion } from '#shared/contracts/search-messages.ts';
import type { ErrorPayload } from '#shared/kernel/app-error.ts';

/** What was found, and whether that is the answer to what is asked now. */
export type Found = {
  readonly answer: SearchAnswer | null;
  /** Null until they are counted, and where there are too many articles to count them. */
  readonly hits: number | null;
  readonly isCurrent: boolean;
  readonly error: ErrorPayload | null;
};

/** Asks for articles, and then for the number of places in them. */
export function useFound(question: SearchQuestion | null, limit: number, withHidden: boolean): Found {
  const asked = question && { type: 'search' as const, question, limit, withHidden };
  const { value: answer, asked: answered, error } = useAnswer(asked, 'search');
  const isCurrent = asked !== null && answered === JSON.stringify(asked);
  const uncounted = answer?.hits === null && isCurrent ? question : null;
  const { value: counted } = useAnswer(uncounted && { type: 'hits', question: uncounted }, 'hits');
  return { answer, hits: answer?.hits ?? counted, isCurrent, error };
}
