import { describe, expect, it } from 'vitest';
import type { EventRow } from '#renderer/services/events/event-list.ts';
import { type WrittenCell, withWritten } from '#renderer/services/events-editing/written-cells.ts';
import { type Event, eventSchema } from '#shared/domain/event.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import { elementIdSchema } from '#shared/domain/ids.ts';
import { idFrom } from '#tests/support/marks.ts';

const event: Event = eventSchema.parse({
  id: idFrom('event'),
  caseId: idFrom('case'),
  type: 'strike',
  title: '',
  when: '2024-03-14',
  placeId: null,
  placePrecision: 'unknown',
  participants: [],
  counts: [],
  fields: [],
  bases: [],
  note: '',
  confidence: null,
  status: 'coded',
  mergedInto: null,
});
const row: EventRow = {
  id: event.id,
  label: 'E1',
  title: 'Strike, 14 March 2024',
  typeName: 'Strike',
  when: event.when,
  place: '',
  actors: [],
  killed: null,
  injured: null,
  casualties: null,
  articles: 1,
  claims: 1,
  denials: 0,
  confidence: null,
  event,
};
const count = {
  id: elementIdSchema.parse(idFrom('count')),
  effect: 'injured' as const,
  whom: null,
  min: 3,
  max: null,
  words: '',
};
const cell = (column: string, fields: Partial<Event>, words = ''): WrittenCell => ({
  eventId: event.id,
  column,
  event: { ...event, ...fields },
  words,
  isStored: false,
});
const shown = (...written: WrittenCell[]) => withWritten(row, written, generalCodebook);

describe('withWritten', () => {
  it.each([
    ['a title', cell('title', { title: 'Market hit' }), { title: 'Market hit' }],
    ['no title: what the event is called then', cell('title', { title: '' }), { title: 'Strike, 14 March 2024' }],
    ['a type by its name', cell('type', { type: 'clash' }), { typeName: 'Clash' }],
    ['a date', cell('when', { when: '2024-03' }), { when: '2024-03' }],
    ['a place by its name', cell('place', {}, 'Dervah bridge'), { place: 'Dervah bridge' }],
    ['a count', cell('injured', { counts: [count] }), { injured: count }],
  ])('shows %s', (_, written, wanted) => {
    expect(shown(written)).toEqual({ ...row, ...wanted });
  });

  it('shows the last of what was written in one cell, and what was written in others', () => {
    expect(
      shown(cell('when', { when: '2024-03' }), cell('type', { type: 'clash' }), cell('when', { when: '2024' })),
    ).toMatchObject({ when: '2024', typeName: 'Clash' });
  });

  it('leaves the row of another event as it is', () => {
    expect(shown({ ...cell('when', { when: '2024' }), eventId: idFrom('another') as EventRow['id'] })).toEqual(row);
  });
});
