import { boundsOf } from '#shared/dates/edtf-bounds.ts';

/**
 * The first minute that a date may mean, in UTC since 1970, or the last when its beginning is open; null when the year is
 * unknown or the date cannot be read.
 */
export function firstMinute(date: string | null): number | null {
  const bounds = date === null ? null : boundsOf(date);
  if (bounds === null) return null;
  return [bounds.earliest, bounds.latest].find(Number.isFinite) ?? null;
}
