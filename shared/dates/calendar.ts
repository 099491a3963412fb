/** Whole minutes since 1970-01-01T00:00Z; negative before. */
export type UtcMinutes = number;

export const MINUTES_PER_DAY = 1440;

/** Days of each month, February's for a leap year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days of a month of the Gregorian calendar, proleptic before 1582; 0 for a month that is none. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && !isLeap(year)) return 28;
  return DAYS[month - 1] ?? 0;
}

/** Whether there is such a day; a year that is not known (null) may be a leap year. */
export function isDay(year: number | null, month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

/**
 * The minute a day begins, by arithmetic alone: `Date` mistakes the years 0 to 99.
 *
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
export function startOfDay(year: number, month: number, day: number): UtcMinutes {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * MINUTES_PER_DAY;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
