/**
 * The first minute that a date may mean, in UTC since 1970; null when the year is unknown or the date cannot be read.
 *
 * @param date - EDTF level 2, perhaps with time and offset
 */
export function firstMinute(date: string | null): number | null {
  if (date === null) return null;
  const text = date.startsWith('[') || date.startsWith('{') ? date.slice(1) : date;
  const moment = /^\d{4}-\d\d-\d\dT[\d:]+(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?/.exec(text)?.[0];
  if (moment) return minutes(Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(moment) ? moment : `${moment}Z`));
  const [, year, month, day] = /^(\d[\dX]{3})(?:-([\dX]{2}))?(?:-([\dX]{2}))?/.exec(text) ?? [];
  if (year === undefined) return null;
  return minutes(Date.UTC(least(year), seasonless(month) - 1, Math.max(1, least(day ?? '01'))));
}

function least(digits: string): number {
  return Number(digits.replaceAll('X', '0'));
}

/** Seasons 21 to 24 begin in March, June, September and December. */
function seasonless(month: string | undefined): number {
  const number = Math.max(1, least(month ?? '01'));
  return number > 12 ? (number - 20) * 3 : number;
}

function minutes(milliseconds: number): number | null {
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 60_000);
}
