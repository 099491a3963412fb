import type { Event } from '#shared/domain/event.ts';
import type { EventId } from '#shared/domain/ids.ts';

/** How events of one case are called beside passages and in lists: `E1` is the first that was made. */
export function eventLabels(events: readonly Pick<Event, 'id'>[]): ReadonlyMap<EventId, string> {
  // ids are UUIDv7: they sort as they were made
  const ids = [...new Set(events.map(({ id }) => id))].sort();
  return new Map(ids.map((id, at) => [id, `E${at + 1}`]));
}
