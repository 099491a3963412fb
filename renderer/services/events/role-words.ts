import type { EventType } from '#shared/domain/codebook.ts';

/** How a role of an event is called; "took part" where it is not stated. */
export function roleWords(role: string, type: Pick<EventType, 'roles'> | undefined): string {
  if (role === '') return 'Took part';
  return type?.roles.find(({ id }) => id === role)?.name ?? (role === 'other' ? 'Other role' : role);
}
