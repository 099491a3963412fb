/** What was said of a date; null = not said. */
export type PartialDate = { readonly year: number | null; readonly month: number | null; readonly day: number | null };

/** One way to read numbers and month names that stand together, or several where people write them both ways. */
export type Readings = readonly PartialDate[];

/** Two-digit years up to this one are of this century, as POSIX has it. */
const LAST_SHORT_YEAR = 68;

const YEAR_FIRST = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/;
const YEAR_LAST = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})\.?$/;
const NO_YEAR = /^(\d{1,2})([./])(\d{1,2})\.?$/;
const MONTH_AND_YEAR = /^(\d{1,2})[./](\d{4})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** Reads a date in figures: `10.11.2019`, `2019-11`; `03/04/2024` both ways; none if it is no date. */
export function readFigures(figures: string): Readings {
  const first = YEAR_FIRST.exec(figures) ?? COMPACT.exec(figures);
  if (first !== null) return possible([dateOf(first[1], first[2], first[3])]);
  const short = MONTH_AND_YEAR.exec(figures);
  if (short !== null) return possible([dateOf(short[2], short[1], undefined)]);
  const last = YEAR_LAST.exec(figures) ?? NO_YEAR.exec(figures);
  if (last === null) return [];
  const [, a, separator, b, year] = last;
  const dayFirst = dateOf(year, b, a);
  // Dots are written by those who put the day first; strokes and hyphens by both.
  return possible(separator === '.' || a === b ? [dayFirst] : [dayFirst, dateOf(year, a, b)]);
}

/**
 * Reads numbers and month signs: `10 m11 2019`, `m11 10`, `2019`; null if they make no date.
 *
 * @param words - without anything else between them
 */
export function readPieces(words: readonly string[]): Readings {
  const months = words.filter((word) => /^m\d+$/.test(word));
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const small = words.filter((word) => /^\d{1,2}$/.test(word));
  if (months.length > 1 || years.length > 1 || months.length + years.length + small.length < words.length) return [];
  const month = months[0]?.slice(1);
  const [first, second] = small;
  if (small.length > 2 || (second !== undefined && (month === undefined || years.length > 0))) return [];
  // "10 November 19": the number behind the month's is a year, said short.
  return possible([dateOf(years[0] ?? second, month, first)]);
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): PartialDate {
  return { year: yearOf(year), month: numberOf(month), day: numberOf(day) };
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function yearOf(digits: string | undefined): number | null {
  if (digits === undefined) return null;
  if (digits.length > 2) return Number(digits);
  return Number(digits) + (Number(digits) <= LAST_SHORT_YEAR ? 2000 : 1900);
}

function possible(dates: readonly PartialDate[]): Readings {
  return dates.filter(
    ({ month, day }) => (month === null || (month >= 1 && month <= 12)) && (day === null || (day >= 1 && day <= 31)),
  );
}
