import { MINUTES_PER_DAY } from './calendar.ts';
import { boundsOf } from './edtf-bounds.ts';
import type { DatePart, EdtfForm } from './edtf-form.ts';
import { readEdtf } from './read-edtf.ts';

/** Behind every minute of the years that can be read: dates without a year are drawn apart, last. */
const AFTER_ALL_YEARS = 10_000_000_000;
const NO_DATE = Number.MAX_SAFE_INTEGER;

/**
 * A number to sort by: the earliest minute, or the latest if the beginning is open; dates without a year come behind
 * all others, by month and day among themselves; no date and what cannot be read come last.
 */
export function dateSortKey(edtf: string | null): number {
  const form = edtf === null ? null : readEdtf(edtf);
  if (edtf === null || form === null) return NO_DATE;
  const bounds = boundsOf(edtf);
  if (bounds === null) return AFTER_ALL_YEARS + placeInYear(form);
  return Number.isFinite(bounds.earliest) ? bounds.earliest : bounds.latest;
}

function placeInYear(form: EdtfForm): number {
  const first = firstPart(form);
  const month = Number(first?.month?.replaceAll('X', '0') ?? 0);
  const day = Number(first?.day?.replaceAll('X', '0') ?? 0);
  return (month * 31 + day) * MINUTES_PER_DAY;
}

function firstPart(form: EdtfForm): DatePart | null {
  if (form.kind === 'date') return form.date;
  return form.kind === 'interval' ? (form.from ?? form.to) : (form.members[0]?.from ?? null);
}
