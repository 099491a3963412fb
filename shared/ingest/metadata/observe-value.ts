import { normaliseText } from '#shared/text/normalise-text.ts';
import type { ObservedField, ObservedValue } from '../reader.ts';

/** Longer values are no titles or names but mistakes, or attacks. */
const LONGEST = 2000;

/** One observed value, in one line; none where nothing stands, or far too much. */
export function observeValue(field: ObservedField, written: string, rule: string, place: string): ObservedValue[] {
  if (written.length > LONGEST * 4) return [];
  const value = normaliseText(written).replace(/\s+/g, ' ').trim();
  return value === '' || value.length > LONGEST ? [] : [{ field, value, rule, place }];
}
