import { describe, expect, it } from 'vitest';
import { daysInMonth, isDay, startOfDay } from '#shared/dates/calendar.ts';

describe('daysInMonth', () => {
  it.each([
    ['DATES-1 a long month', 2023, 1, 31],
    ['DATES-1 a short month', 2023, 4, 30],
    ['DATES-1 February', 2023, 2, 28],
    ['DATES-1 February of a leap year', 2024, 2, 29],
    ['DATES-1 February of a century', 1900, 2, 28],
    ['DATES-1 February of a fourth century', 2000, 2, 29],
    ['DATES-1 February of the year 0', 0, 2, 29],
    ['DATES-1 February before the year 0', -4, 2, 29],
    ['DATES-1 a month that is none', 2023, 13, 0],
    ['DATES-1 the month 0', 2023, 0, 0],
  ])('counts %s', (_, year, month, wanted) => {
    expect(daysInMonth(year, month)).toBe(wanted);
  });
});

describe('isDay', () => {
  it('DATES-1 takes 29 February of an unknown year', () => {
    expect([isDay(null, 2, 29), isDay(2023, 2, 29), isDay(null, 2, 30)]).toEqual([true, false, false]);
  });

  it('DATES-1 takes no day 0', () => {
    expect([isDay(2023, 1, 0), isDay(2023, 1, 1), isDay(2023, 1, 31), isDay(2023, 1, 32)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('startOfDay', () => {
  it.each([
    ['DATES-2 the first day of all', 1970, 1, 1, 0],
    ['DATES-2 the day before', 1969, 12, 31, -1440],
    ['DATES-2 a year later', 1971, 1, 1, 365 * 1440],
    ['DATES-2 the day behind 29 February', 2024, 3, 1, Date.UTC(2024, 2, 1) / 60_000],
    ['DATES-2 a year below 100, which the engine takes for 1944', 44, 3, 15, Date.parse('0044-03-15') / 60_000],
    ['DATES-2 a year before 0', -44, 3, 15, Date.parse('-000044-03-15') / 60_000],
  ])('counts the minutes to %s', (_, year, month, day, wanted) => {
    expect(startOfDay(year, month, day)).toBe(wanted);
  });
});
