import { describe, expect, it } from 'vitest';
import {
  datesOf,
  type EventForm,
  eventOf,
  faultsOf,
  fieldOfPath,
  formOf,
  nameOfEvent,
  pathOf,
} from '#renderer/services/events-editing/event-form.ts';
import { eventLabels } from '#renderer/services/events-editing/event-labels.ts';
import { type Event, eventSchema } from '#shared/domain/event.ts';
import { elementIdSchema, entityIdSchema, eventIdSchema } from '#shared/domain/ids.ts';
import { idFrom } from '#tests/support/marks.ts';

let made = 0;
const newId = () => elementIdSchema.parse(idFrom(`el${made++}`));
const named = () => 'Marjouna';

const empty: Event = eventSchema.parse({
  id: idFrom('event'),
  caseId: idFrom('case'),
  type: 'shelling',
  title: '',
  when: null,
  placeId: null,
  placePrecision: 'unknown',
  participants: [],
  counts: [],
  fields: [],
  bases: [],
  note: '',
  confidence: null,
  status: 'draft',
  mergedInto: null,
});

const coded: Event = eventSchema.parse({
  ...empty,
  title: 'Market',
  when: '2024-03-14~',
  placeId: idFrom('place'),
  participants: [{ id: idFrom('part'), entityId: idFrom('army'), role: 'attacker' }],
  counts: [
    {
      id: idFrom('kill'),
      effect: 'killed',
      whom: { entityId: null, words: 'civilians' },
      min: 5,
      max: null,
      words: 'at least five',
    },
    { id: idFrom('miss'), effect: 'missing', whom: null, min: 1, max: 2, words: '' },
  ],
  status: 'coded',
});

const typed = (fields: Partial<EventForm>): EventForm => ({ ...formOf(empty, named, newId), ...fields });
const counted = (form: EventForm, effect: keyof EventForm['counts'], fields: object): EventForm => ({
  ...form,
  counts: { ...form.counts, [effect]: { ...form.counts[effect], ...fields } },
});

describe('the form of an event', () => {
  it('gives back the event that it was filled from when nothing was typed', () => {
    expect(eventOf(formOf(coded, named, newId), coded, new Set())).toEqual({
      ...coded,
      counts: [coded.counts[1], coded.counts[0]],
    });
  });

  it('keeps what it has no field for', () => {
    const changed = eventOf({ ...formOf(coded, named, newId), note: 'Seen again.' }, coded, new Set());

    expect(changed.counts.find(({ effect }) => effect === 'missing')).toEqual(coded.counts[1]);
    expect(changed.note).toBe('Seen again.');
  });

  it('reads dates as people write them, without a year too', () => {
    expect(eventOf(typed({ date: '10 November, year unknown' }), empty, new Set()).when).toBe('XXXX-11-10');
    expect(eventOf(typed({ date: 'about 14 March 2024' }), empty, new Set()).when).toBe('2024-03-14~');
    expect(eventOf(typed({ date: '2024-03' }), empty, new Set()).when).toBe('2024-03');
    expect(eventOf(typed({ date: '' }), coded, new Set()).when).toBeNull();
  });

  it('leaves a stored date as it is when its words were not touched', () => {
    const before: Event = { ...empty, when: '2024-03-14T06:40:00+03:00' };

    expect(datesOf(formOf(before, named, newId), before)).toEqual([before.when]);
  });

  it('says what is wrong with a date and offers no guess', () => {
    expect(faultsOf(typed({ date: 'the day of the rain' }), empty).date).toContain('Not read as a date');
    expect(faultsOf(typed({ date: '03/04/2024' }), empty).date).toContain('several days');
    expect(faultsOf(typed({ date: '14 March 2024' }), empty)).toEqual({});
  });

  it.each([
    [{ least: '9', most: '5' }, 'more than'],
    [{ least: 'many', most: '' }, 'Not read as a number'],
    [{ least: '-1', most: '' }, 'Not read as a number'],
    [{ least: '1.5', most: '' }, 'Not read as a number'],
  ])('refuses the counts %j', (fields, words) => {
    expect(faultsOf(counted(typed({}), 'injured', fields), empty).injured).toContain(words);
  });

  it('takes counts as people write them, keeps how vague they are, and gives them back', () => {
    const form = counted(counted(typed({}), 'killed', { least: 'about 5' }), 'injured', { least: '5-7' });
    expect(faultsOf(form, empty)).toEqual({});
    const event = eventOf(form, empty, new Set());
    expect(event.counts).toMatchObject([
      { effect: 'killed', min: 5, max: 5, words: 'about 5' },
      { effect: 'injured', min: 5, max: 7, words: '' },
    ]);
    const again = formOf(event, named, newId);
    expect(again.counts).toMatchObject({ killed: { least: 'about 5', most: '' }, injured: { least: '5', most: '7' } });
    expect(eventOf(again, event, new Set()).counts).toEqual(event.counts);
    expect(eventOf(counted(again, 'killed', { least: '6' }), event, new Set()).counts).toMatchObject([
      { effect: 'killed', min: 6, max: null, words: '' },
      { effect: 'injured' },
    ]);
  });

  it('takes figures with thousands, and an open end', () => {
    const form = counted(typed({}), 'killed-or-injured', { least: '1,300', most: '' });

    expect(faultsOf(form, empty)).toEqual({});
    expect(eventOf(form, empty, new Set()).counts).toMatchObject([
      { effect: 'killed-or-injured', min: 1300, max: null, whom: null },
    ]);
  });

  it('keeps a count that nothing is typed for as long as a passage speaks of it', () => {
    const form = typed({});
    const path = pathOf('killed', form);

    expect(eventOf(form, empty, new Set()).counts).toEqual([]);
    expect(eventOf(form, empty, new Set([path])).counts).toMatchObject([{ effect: 'killed', min: null, max: null }]);
  });

  it('finds the field of a path and the path of a field', () => {
    const form = formOf(coded, named, newId);
    for (const field of [
      'type',
      'when',
      'placeId',
      'participants',
      'killed',
      'injured',
      'killed-or-injured',
    ] as const) {
      expect(fieldOfPath(pathOf(field, form), form)).toBe(field);
    }
    expect(fieldOfPath('', form)).toBeNull();
    expect(fieldOfPath(`counts[${idFrom('miss')}]`, form)).toBeNull();
  });

  it('takes a draft for coded once it is saved, and leaves a checked event checked', () => {
    expect(eventOf(typed({}), empty, new Set()).status).toBe('coded');
    expect(eventOf(typed({}), { ...coded, status: 'checked' }, new Set()).status).toBe('checked');
  });
});

describe('how an event is called', () => {
  it('is its title, else what, where and when', () => {
    expect(nameOfEvent(' Market ', 'Shelling', 'Marjouna', '2024-03-14')).toBe('Market');
    expect(nameOfEvent('', 'Shelling', 'Marjouna', '2024-03-14')).toBe('Shelling, Marjouna, 14 March 2024');
    expect(nameOfEvent('', 'Shelling', null, null)).toBe('Shelling');
  });

  it('is its number within the case in the order in which events were made, each once', () => {
    const ids = ['c', 'a', 'b', 'a'].map((seed) => ({ id: eventIdSchema.parse(idFrom(seed)) }));

    expect([...eventLabels(ids)].map(([id, label]) => [id.slice(-2), label])).toEqual([
      ['61', 'E1'],
      ['62', 'E2'],
      ['63', 'E3'],
    ]);
    expect(entityIdSchema.safeParse(ids[0]?.id).success).toBe(true);
  });
});
