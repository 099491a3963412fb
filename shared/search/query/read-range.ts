import type { NumberRange } from '#shared/search/model/query.ts';

const DAY_MS = 86_400_000;
const COMPARED = /^(>=|<=|>|<|=)?(.+)$/u;
const DATE = /^(-?\d{4,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u;
const NUMBER = /^\d{1,12}$/u;

/** A value of a range as the first and the last whole number that it stands for. */
type Reader = (text: string) => { readonly first: number; readonly last: number } | null;

/**
 * Reads `5`, `>=5`, `<5`, `2..5`, `2..`, `..5`.
 *
 * @returns null when it cannot be read
 */
export function readNumberRange(text: string): NumberRange | null {
  return readRange(text, readNumber);
}

/** Reads days: `2019-11-10`, `2019-11`, `2019`, with the comparisons and ranges of numbers; null when it cannot be read. */
export function readDayRange(text: string): NumberRange | null {
  return readRange(text, readDays);
}

function readRange(text: string, read: Reader): NumberRange | null {
  const parted = text.split('..');
  if (parted.length > 2) return null;
  if (parted.length === 1) return readCompared(text, read);
  const [from = '', to = ''] = parted;
  const [first, last] = [from === '' ? null : read(from), to === '' ? null : read(to)];
  if ((from !== '' && first === null) || (to !== '' && last === null) || (first === null && last === null)) return null;
  return { min: first?.first ?? null, max: last?.last ?? null };
}

function readCompared(text: string, read: Reader): NumberRange | null {
  const [, sign = '=', value = ''] = COMPARED.exec(text) ?? [];
  const found = read(value);
  if (found === null) return null;
  switch (sign) {
    case '>=':
      return { min: found.first, max: null };
    case '>':
      return { min: found.last + 1, max: null };
    case '<=':
      return { min: null, max: found.last };
    case '<':
      return { min: null, max: found.first - 1 };
    default:
      return { min: found.first, max: found.last };
  }
}

function readNumber(text: string): { first: number; last: number } | null {
  const digits = text.replaceAll(',', '');
  return NUMBER.test(digits) ? { first: Number(digits), last: Number(digits) } : null;
}

function readDays(text: string): { first: number; last: number } | null {
  const found = DATE.exec(text);
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? '1'), Number(found[3] ?? '1')];
  const first = dayOf(year, month, day);
  if (first === null) return null;
  if (found[3] !== undefined) return { first, last: first };
  const next =
    found[2] === undefined ? dayOf(year + 1, 1, 1) : dayOf(year + Math.floor(month / 12), (month % 12) + 1, 1);
  return next === null ? null : { first, last: next - 1 };
}

/** Days since 1970-01-01; null for a day that is in no calendar. */
function dayOf(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? Math.floor(date.getTime() / DAY_MS) : null;
}
