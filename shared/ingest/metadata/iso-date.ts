import { isDay } from '#shared/dates/calendar.ts';

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/i;
const LONGEST_OFFSET_HOURS = 14;

/**
 * Reads what nearly every page writes for machines, `2019-11-10T21:30:00+03:00`: a hundred times faster than reading it
 * as people's words.
 *
 * @returns EDTF; null for anything else, and for days and hours that there are not
 */
export function isoDate(written: string): string | null {
  const found = ISO.exec(written);
  if (found === null) return null;
  const [, year = '', month = '', day = '', hour, minute, second = '00', offset = ''] = found;
  if (Number(year) === 0 || !isDay(Number(year), Number(month), Number(day))) return null;
  if (hour === undefined) return `${year}-${month}-${day}`;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  if (sign !== undefined && (Number(hours) > LONGEST_OFFSET_HOURS || Number(minutes) > 59)) return null;
  const zone = sign === undefined ? offset.toUpperCase() : `${sign}${hours}:${minutes}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}
