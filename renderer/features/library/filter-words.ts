import type { LibraryFilter } from '#shared/contracts/library-query.ts';
import { gridColumnOf } from './grid-columns.ts';
import { columnOf } from './query-edits.ts';

/** A filter as its chip says it: `Words 500 to 900`, `Publisher is Corvane Wire or 2 others`. */
export function filterWords(filter: LibraryFilter, valueWords: (value: string) => string = (value) => value): string {
  const name = gridColumnOf(columnOf(filter))?.name ?? columnOf(filter);
  switch (filter.kind) {
    case 'contains':
      return `${name} has “${filter.words}”`;
    case 'chosen':
      return `${name} is ${valuesInWords(filter.values, valueWords)}`;
    case 'between':
      return `${name} ${rangeInWords(filter.least, filter.most, (count) => count.toLocaleString('en'))}`;
    case 'published': {
      const range = rangeInWords(filter.from, filter.to, dayOf);
      return filter.alsoUnknown ? `${name} ${range}, or year unknown` : `${name} ${range}`;
    }
  }
}

/** The day in UTC that a minute lies in: `2024-03-14`. */
export function dayOf(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 10);
}

const MINUTES_OF_A_DAY = 1440;
const DAY = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/**
 * The first and the last minute in UTC of what is typed as a day, a month or a year.
 *
 * @returns null for anything else, a 30 February among it
 */
export function minutesOf(text: string): { readonly first: number; readonly last: number } | null {
  const [, year, month, day] = DAY.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const first = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (month !== undefined && first.getUTCMonth() !== Number(month) - 1) return null;
  const next = new Date(first);
  if (day !== undefined) next.setUTCMinutes(MINUTES_OF_A_DAY);
  else if (month !== undefined) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return { first: first.getTime() / 60_000, last: next.getTime() / 60_000 - 1 };
}

function valuesInWords(values: readonly string[], valueWords: (value: string) => string): string {
  const [first = '', ...others] = values;
  const words = first === '' ? 'not known' : valueWords(first);
  if (others.length === 0) return words;
  return others.length === 1
    ? `${words} or ${others[0] === '' ? 'not known' : valueWords(others[0] ?? '')}`
    : `${words} or ${others.length} others`;
}

function rangeInWords(from: number | null, to: number | null, words: (value: number) => string): string {
  if (from !== null && to !== null) return words(from) === words(to) ? words(from) : `${words(from)} to ${words(to)}`;
  if (from !== null) return `from ${words(from)}`;
  return to === null ? 'any' : `up to ${words(to)}`;
}
