import { dateInWords } from '#shared/dates/date-words.ts';
import type { Event } from '#shared/domain/event.ts';
import { countWords, readRange } from '../events/count-range.ts';
import { COUNTED, type Counted, datesOf, type EventForm, faultsOf } from './event-form.ts';

/** A field of an event that can be typed in the list. */
export type TypedCell = 'title' | 'type' | 'when' | Counted;

/** The field of the event with what was typed in its cell; or why it cannot be kept, and what the words may mean. */
export type CellReading =
  | { readonly form: EventForm }
  | { readonly fault: string; readonly choices: readonly { readonly value: string; readonly words: string }[] };

/** What stands in a cell when it is opened. */
export function cellWords(event: Event, cell: TypedCell): string {
  if (cell === 'title' || cell === 'type') return event[cell];
  if (cell === 'when') return event.when === null ? '' : dateInWords(event.when);
  return countWords(event.counts.find(({ effect }) => effect === cell) ?? null);
}

/** Puts what was typed in a cell into the event's form, by the form's own rules. */
export function readCell(form: EventForm, before: Event, cell: TypedCell, words: string): CellReading {
  if (cell === 'title' || cell === 'type') return { form: { ...form, [cell]: words } };
  if (cell === 'when') {
    const dated = { ...form, date: words };
    const dates = datesOf(dated, before);
    const choices = dates.length > 1 ? dates.map((edtf) => ({ value: edtf, words: dateInWords(edtf) })) : [];
    return checked(dated, before, 'date', choices);
  }
  if (words === cellWords(before, cell)) return { form };
  const range = readRange(words);
  if (!range)
    return {
      fault: 'Not read as a number. Write it as “5”, “5–9”, “at least 5”, “up to 9” or “about 5”.',
      choices: [],
    };
  const { least, most } = range.words === '' ? range : { least: range.words, most: '' };
  const line = { ...form.counts[cell], least, most };
  return checked({ ...form, counts: { ...form.counts, [cell]: line } }, before, cell, []);
}

/** Whether a column of the list is a field that can be typed. */
export function isTypedCell(column: string): column is TypedCell {
  return ['title', 'type', 'when', ...COUNTED].includes(column);
}

function checked(
  form: EventForm,
  before: Event,
  field: 'date' | Counted,
  choices: Extract<CellReading, { fault: string }>['choices'],
): CellReading {
  const fault = faultsOf(form, before)[field];
  return fault === undefined ? { form } : { fault, choices };
}
