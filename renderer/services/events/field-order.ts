import type { EventType } from '#shared/domain/codebook.ts';
import { type Count, effects, type Participant } from '#shared/domain/event.ts';

/** Sorts counts as forms show them; an event keeps them as a set, in no order of its own. */
export function inOrderOfEffects<T extends Pick<Count, 'effect'>>(counts: readonly T[]): T[] {
  return [...counts].sort((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect));
}

/** Sorts actors by the roles of the event's type, the first role first; a role that the type does not have comes last. */
export function inOrderOfRoles<T extends Pick<Participant, 'role'>>(
  participants: readonly T[],
  type: Pick<EventType, 'roles'> | undefined,
): T[] {
  const placeOf = ({ role }: T) => {
    const at = type?.roles.findIndex(({ id }) => id === role) ?? -1;
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return [...participants].sort((a, b) => placeOf(a) - placeOf(b));
}
