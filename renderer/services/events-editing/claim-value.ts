import { dateInWords } from '#shared/dates/date-words.ts';
import { readDate } from '#shared/dates/read-date.ts';
import type { ReadValue } from '#shared/domain/claim.ts';
import { rangeOf, rangeWords } from '../events/count-range.ts';
import { COUNTED, type EvidenceField } from './event-form.ts';

/** A field of which a passage can state a value of its own: a date, a place, how many. */
export type ValuedField = Exclude<EvidenceField, 'type' | 'participants'>;

/** Whether a passage can state a value for the field; null is the event as such. */
export function isValued(field: EvidenceField | null): field is ValuedField {
  return field === 'when' || field === 'placeId' || COUNTED.some((effect) => effect === field);
}

/** What a passage states, in words: `12 or 13 March 2024`, `5–7`; empty where nothing was written down. */
export function valueWords(path: string, read: ReadValue): string {
  if (read === null) return '';
  if (typeof read === 'number') return read.toLocaleString('en');
  if (typeof read === 'object') return rangeWords(read);
  return path === 'when' ? dateInWords(read) : read;
}

/** What was typed as the value of a passage; or what is wrong with it, in words. */
export type TypedValue = { readonly read: ReadValue } | { readonly fault: string };

/** Reads what was typed as the value that a passage states for a field. Nothing typed is no value. */
export function readValue(field: ValuedField, words: string): TypedValue {
  const typed = words.trim();
  if (typed === '') return { read: null };
  if (field === 'placeId') return { read: typed };
  if (field === 'when') return readOneDate(typed);
  const range = rangeOf(typed, '');
  // one figure is what the passage says, no less and no more
  const plain = range && rangeOf(typed, typed);
  const value = plain ?? range;
  if (!value) return { fault: 'Not read as a number: “5”, “5–9”, “at least 5”.' };
  const { min, max } = value;
  return min !== null && max !== null && min > max
    ? { fault: '“At least” is more than “at most”.' }
    : { read: { min, max } };
}

function readOneDate(typed: string): TypedValue {
  const dates = readDate(typed);
  const [date] = dates;
  if (date === undefined) return { fault: 'Not read as a date: “14 March 2024”, “12 or 13 March 2024”.' };
  if (dates.length > 1)
    return { fault: `It can mean ${dates.map(dateInWords).join(' or ')}: write the month in words.` };
  return { read: date };
}

/** The value that a passage states where it is nothing but the value: “at least 12”, “14 March 2024”; else null. */
export function valueOfQuote(field: EvidenceField | null, quote: string): ReadValue {
  if (!isValued(field) || field === 'placeId') return null;
  const typed = readValue(field, quote);
  return 'read' in typed ? typed.read : null;
}
