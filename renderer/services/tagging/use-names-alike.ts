import { useMemo } from 'react';
import { useAnswer } from '#renderer/services/search/use-answer.ts';
import type { EntityIndex, EntityMatch } from './use-entity-index.ts';

/** Shorter words are too alike for a typo to say anything. */
const SHORTEST = 4;
const MOST = 5;

/** Entities that go by a name with a typo or two of these words, beside those that match without one. */
export function useNamesAlike(
  index: EntityIndex | undefined,
  words: string,
  matches: readonly EntityMatch[],
): readonly EntityMatch[] {
  const isAsked = index !== undefined && words.length >= SHORTEST;
  const question = isAsked ? ({ type: 'names', typed: words, limit: MOST } as const) : null;
  const { value, asked } = useAnswer(question, 'names');
  // what fits the words before says nothing of these
  const isCurrent = question !== null && asked === JSON.stringify(question);
  return useMemo(() => {
    const known = new Set(matches.map(({ entity }) => entity.id));
    return (isCurrent && value ? value : []).flatMap(({ entityId, name, typos }): EntityMatch[] => {
      const entity = index?.entities.get(entityId);
      return entity && typos > 0 && !known.has(entityId) ? [{ entity, name, how: 'alike' }] : [];
    });
  }, [value, isCurrent, index, matches]);
}
