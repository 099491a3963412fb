import { daysInMonth } from './calendar.ts';
import type { PartialDate } from './date-pieces.ts';

/** The day, month or year - whichever was named - before or after a date; the date itself for a step of 0. */
export function neighbour({ year, month, day }: PartialDate, step: -1 | 0 | 1): PartialDate {
  if (step === 0) return { year, month, day };
  if (month === null) return { year: year === null ? null : year + step, month, day };
  const moved = month + step;
  const isOverYear = moved < 1 || moved > 12;
  const other = { year: year === null || !isOverYear ? year : year + step, month: ((moved + 11) % 12) + 1 };
  if (day === null) return { ...other, day };
  const nextDay = day + step;
  // February of an unknown year may have a 29th.
  if (nextDay >= 1 && nextDay <= daysInMonth(year ?? 2000, month)) return { year, month, day: nextDay };
  return { ...other, day: step > 0 ? 1 : daysInMonth(other.year ?? 2000, other.month) };
}
