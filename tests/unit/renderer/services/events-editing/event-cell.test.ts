import { describe, expect, it } from 'vitest';
import { cellWords, isTypedCell, readCell } from '#renderer/services/events-editing/event-cell.ts';
import { eventOf, formOf } from '#renderer/services/events-editing/event-form.ts';
import { type Event, eventSchema } from '#shared/domain/event.ts';
import { elementIdSchema } from '#shared/domain/ids.ts';
import { idFrom } from '#tests/support/marks.ts';

const coded: Event = eventSchema.parse({
  id: idFrom('event'),
  caseId: idFrom('case'),
  type: 'shelling',
  title: 'Market',
  when: '2024-03-14',
  placeId: null,
  placePrecision: 'unknown',
  participants: [],
  counts: [
    {
      id: idFrom('kill'),
      effect: 'killed',
      whom: { entityId: null, words: 'traders' },
      min: 7,
      max: 9,
      words: 'seven',
    },
  ],
  fields: [],
  bases: [],
  note: '',
  confidence: null,
  status: 'coded',
  mergedInto: null,
});
let made = 0;
const form = formOf(
  coded,
  () => '',
  () => elementIdSchema.parse(idFrom(`el${made++}`)),
);
const stored = (cell: Parameters<typeof readCell>[2], words: string): Event => {
  const read = readCell(form, coded, cell, words);
  if (!('form' in read)) throw new RangeError(read.fault);
  return eventOf(read.form, coded, new Set());
};

describe('cellWords', () => {
  it('opens a cell with what it says in words', () => {
    expect(cellWords(coded, 'title')).toBe('Market');
    expect(cellWords(coded, 'type')).toBe('shelling');
    expect(cellWords(coded, 'when')).toBe('14 March 2024');
    expect(cellWords(coded, 'killed')).toBe('7–9');
    expect(cellWords(coded, 'injured')).toBe('');
    expect(cellWords({ ...coded, when: null }, 'when')).toBe('');
  });
});

describe('readCell', () => {
  it('changes the one field and leaves the rest of the event as it was', () => {
    expect(stored('title', ' Market hit ')).toEqual({ ...coded, title: 'Market hit' });
    expect(stored('type', 'strike')).toEqual({ ...coded, type: 'strike' });
    expect(stored('when', '15 March 2024')).toEqual({ ...coded, when: '2024-03-15' });
    expect(stored('when', '')).toEqual({ ...coded, when: null });
  });

  it('keeps whom a count is of and what its source said, while its numbers change', () => {
    expect(stored('killed', 'at least 8').counts).toEqual([{ ...coded.counts[0], min: 8, max: null }]);
    expect(stored('injured', '12–22').counts[1]).toMatchObject({ effect: 'injured', min: 12, max: 22, whom: null });
  });

  it('changes nothing when a cell is left as it was opened', () => {
    for (const cell of ['title', 'type', 'when', 'killed', 'injured'] as const) {
      expect(stored(cell, cellWords(coded, cell))).toEqual(coded);
    }
  });

  it.each([
    ['killed', 'many', /5–9/],
    ['killed', '9–5', /more than/],
    ['when', 'some day', /Not read as a date/],
  ] as const)('refuses %s "%s", saying what to write', (cell, words, fault) => {
    expect(readCell(form, coded, cell, words)).toMatchObject({ fault: expect.stringMatching(fault), choices: [] });
  });

  it('offers the days that a date can mean', () => {
    expect(readCell(form, coded, 'when', '03/04/2024')).toMatchObject({
      fault: expect.stringMatching(/several days/),
      choices: [
        { value: '2024-04-03', words: '3 April 2024' },
        { value: '2024-03-04', words: '4 March 2024' },
      ],
    });
  });
});

describe('isTypedCell', () => {
  it('tells the cells that are typed from those that are chosen or counted', () => {
    expect(['title', 'type', 'when', 'killed', 'injured', 'killed-or-injured'].every(isTypedCell)).toBe(true);
    expect(['place', 'label', 'actors', 'articles'].some(isTypedCell)).toBe(false);
  });
});
