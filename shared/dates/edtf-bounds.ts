import { daysInMonth, isDay, MINUTES_PER_DAY, startOfDay, type UtcMinutes } from './calendar.ts';
import type { DatePart, EdtfForm } from './edtf-form.ts';
import { readEdtf } from './read-edtf.ts';

/** The first and the last minute that a date may mean, both included; an open side is infinite. */
export type DateBounds = { readonly earliest: UtcMinutes; readonly latest: UtcMinutes };

type Day = { readonly year: number; readonly month: number; readonly day: number };

/** The first of the codes that EDTF gives to seasons and other parts of a year. */
const FIRST_SEASON = 21;
/** First month and length of each: seasons (northern where no hemisphere is stated), quarters, thirds, halves. */
const SEASONS: readonly (readonly [number, number])[] = [
  ...([
    [3, 3],
    [6, 3],
    [9, 3],
    [12, 3],
  ] as const),
  ...([
    [3, 3],
    [6, 3],
    [9, 3],
    [12, 3],
  ] as const),
  ...([
    [9, 3],
    [12, 3],
    [3, 3],
    [6, 3],
  ] as const),
  ...([
    [1, 3],
    [4, 3],
    [7, 3],
    [10, 3],
  ] as const),
  ...([
    [1, 4],
    [5, 4],
    [9, 4],
    [1, 6],
    [7, 6],
  ] as const),
];

/**
 * The minutes between which a date lies; null when the year is unknown, or when it cannot be read. A day and a time
 * without offset count as UTC: their zone was not stated, and the bounds of the day are what people compare.
 */
export function boundsOf(edtf: string): DateBounds | null {
  const form = readEdtf(edtf);
  return form === null ? null : boundsOfForm(form);
}

function boundsOfForm(form: EdtfForm): DateBounds | null {
  switch (form.kind) {
    case 'date':
      return boundsOfPart(form.date);
    case 'interval': {
      const from = form.from === null ? null : boundsOfPart(form.from);
      const to = form.to === null ? null : boundsOfPart(form.to);
      if ((form.from !== null && from === null) || (form.to !== null && to === null)) return null;
      return { earliest: from?.earliest ?? -Infinity, latest: to?.latest ?? Infinity };
    }
    case 'set': {
      const bounds = form.members.flatMap(({ from, to }) => [boundsOfPart(from), boundsOfPart(to)]);
      const known = bounds.filter((bound) => bound !== null);
      if (known.length < bounds.length || known.length === 0) return null;
      return {
        earliest: form.isEarlier ? -Infinity : Math.min(...known.map(({ earliest }) => earliest)),
        latest: form.isLater ? Infinity : Math.max(...known.map(({ latest }) => latest)),
      };
    }
  }
}

function boundsOfPart(part: DatePart): DateBounds | null {
  if (/XXXX/.test(part.year)) return null;
  const first = extremeDay(part, 'first');
  const last = extremeDay(part, 'last');
  if (first === null || last === null) return null;
  if (part.time !== null) {
    const minute = startOfDay(first.year, first.month, first.day) + part.time.minutes - (part.time.offset ?? 0);
    return { earliest: minute, latest: minute };
  }
  return {
    earliest: startOfDay(first.year, first.month, first.day),
    latest: startOfDay(last.year, last.month, last.day) + MINUTES_PER_DAY - 1,
  };
}

/** The first or last day of the calendar that fits what is known; null if none does (`19X1-02-29`). */
function extremeDay(part: DatePart, which: 'first' | 'last'): Day | null {
  const order = <T>(items: T[]) => (which === 'first' ? items : items.reverse());
  const years = numbersLike(part.year);
  // Before the year 0 the greater number is the earlier year; `numbersLike` has sorted them.
  for (const year of order(years)) {
    for (const [month, length] of order(monthsOf(part))) {
      const [lastYear, lastMonth] = monthsLater(year, month, length - 1);
      if (length > 1) return which === 'first' ? { year, month, day: 1 } : endOfMonth(lastYear, lastMonth);
      const days = order(daysOf(part, year, month));
      const day = days[0];
      if (day !== undefined) return { year, month, day };
    }
  }
  return null;
}

/** First months and lengths, in order. */
function monthsOf({ month }: DatePart): (readonly [number, number])[] {
  if (month === null) return [[1, 12]];
  const season = SEASONS[Number(month) - FIRST_SEASON];
  if (season !== undefined) return [season];
  return numbersLike(month)
    .filter((number) => number >= 1 && number <= 12)
    .map((number) => [number, 1]);
}

function daysOf({ day }: DatePart, year: number, month: number): number[] {
  const all = day === null ? 'XX' : day;
  return numbersLike(all).filter((number) => isDay(year, month, number));
}

function endOfMonth(year: number, month: number): Day {
  return { year, month, day: daysInMonth(year, month) };
}

function monthsLater(year: number, month: number, count: number): readonly [number, number] {
  const index = month - 1 + count;
  return [year + Math.floor(index / 12), (index % 12) + 1];
}

/** Every number that digits with `X` for the unknown may be, in order. */
function numbersLike(digits: string): number[] {
  const grow = (numbers: string[], digit: string) =>
    numbers.flatMap((start) => (digit === 'X' ? Array.from('0123456789') : [digit]).map((next) => start + next));
  return Array.from(digits)
    .reduce(grow, [''])
    .map(Number)
    .sort((a, b) => a - b);
}
