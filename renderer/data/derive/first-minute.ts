import { boundsOf } from '#shared/dates/edtf-bounds.ts';

/** Whole days and moments with their zone, of days that every month has: nearly every date of an import. */
const PLAIN = /^\d{4}-\d\d-(?:0[1-9]|1\d|2[0-8])(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/;

/**
 * The first minute that a date may mean, in UTC since 1970, or the last when its beginning is open; null when the year is
 * unknown or the date cannot be read.
 */
export function firstMinute(date: string | null): number | null {
  if (date === null) return null;
  // the reader of EDTF takes a third of a millisecond a date, half of an import's time
  const milliseconds = PLAIN.test(date) ? Date.parse(date) : Number.NaN;
  if (!Number.isNaN(milliseconds)) return Math.floor(milliseconds / 60_000);
  const bounds = boundsOf(date);
  if (bounds === null) return null;
  return [bounds.earliest, bounds.latest].find(Number.isFinite) ?? null;
}
