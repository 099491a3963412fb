import type { Codebook } from '#shared/domain/codebook.ts';
import type { Effect, Event } from '#shared/domain/event.ts';
import type { EventId } from '#shared/domain/ids.ts';
import type { EventRow } from '../events/event-list.ts';
import { nameOfEvent } from './event-form.ts';

/** A cell that was written and that the list, which is read from the store, may not show yet. */
export type WrittenCell = {
  readonly eventId: EventId;
  readonly column: string;
  /** The event with what was written. */
  readonly event: Event;
  /** As typed or chosen: the name of a place. */
  readonly words: string;
  readonly isStored: boolean;
};

/** A row of the list with what was written in it: shown at once, and not what stood there before until it is stored. */
export function withWritten(row: EventRow, written: readonly WrittenCell[], codebook: Codebook | undefined): EventRow {
  const own = written.filter(({ eventId }) => eventId === row.id);
  return Object.assign({}, row, ...own.map((cell) => fieldOf(row, cell, codebook)));
}

function fieldOf(
  row: EventRow,
  { column, event, words }: WrittenCell,
  codebook: Codebook | undefined,
): Partial<EventRow> {
  const countOf = (wanted: Effect) => event.counts.find(({ effect }) => effect === wanted) ?? null;
  const typeName = codebook?.eventTypes.find(({ id }) => id === event.type)?.name ?? '';
  switch (column) {
    case 'title':
      return { title: nameOfEvent(event.title, row.typeName, row.place || null, row.when) };
    case 'type':
      return { typeName };
    case 'when':
      return { when: event.when };
    case 'place':
      return { place: words };
    case 'killed':
      return { killed: countOf('killed') };
    case 'injured':
      return { injured: countOf('injured') };
    case 'killed-or-injured':
      return { casualties: countOf('killed-or-injured') };
    default:
      return {};
  }
}
