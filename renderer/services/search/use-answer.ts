import { useEffect, useState } from 'react';
import type { IndexAnswers, IndexQuestion, QuestionOf } from '#shared/contracts/search-messages.ts';
import { type ErrorPayload, toPayload } from '#shared/kernel/app-error.ts';
import { useServices } from '../services.ts';
import { useIndexRevision } from './use-index-state.ts';

/** What the index has said to a question. The last answer stays until the next one is there. */
export type Answered<Kind extends IndexQuestion['type']> = {
  readonly value: IndexAnswers[Kind] | null;
  /** What was asked when that was answered, as JSON; empty while there is no answer. */
  readonly asked: string;
  readonly error: ErrorPayload | null;
};

const nothing = { value: null, asked: '', error: null };

/**
 * Asks the index, and again whenever what it holds has changed. A newer question of the slot takes the place of the one before.
 *
 * @param question - null asks nothing, and forgets what was answered
 */
export function useAnswer<Kind extends IndexQuestion['type']>(
  question: QuestionOf<Kind> | null,
  slot: string,
): Answered<Kind> {
  const { search } = useServices();
  const [state, setState] = useState<Answered<Kind>>(nothing);
  const revision = useIndexRevision();
  const asked = question === null ? '' : JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` asks the same question of a changed index
  useEffect(() => {
    if (asked === '') {
      setState(nothing);
      return;
    }
    let isWanted = true;
    search.ask<Kind>(JSON.parse(asked) as QuestionOf<Kind>, slot).then(
      (value) => {
        if (isWanted) setState({ value, asked, error: null });
      },
      (error: unknown) => {
        const payload = toPayload(error);
        if (isWanted && payload.code !== 'cancelled') setState({ ...nothing, error: payload });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [search, asked, slot, revision]);
  return state;
}
