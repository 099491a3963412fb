import { describe, expect, it } from 'vitest';
import { findTime } from '#shared/dates/clock-time.ts';

describe('findTime', () => {
  it.each([
    ['DATES-7 hours and minutes', 'x, 06:40', 'T06:40:00'],
    ['DATES-7 seconds', 'x 06:40:59', 'T06:40:59'],
    ['DATES-7 parts of seconds, which are dropped', 'x 06:40:59.123', 'T06:40:59'],
    ['DATES-7 one digit', 'x at 6:40', 'T06:40:00'],
    ['DATES-7 the forenoon', 'x 12:05 am', 'T00:05:00'],
    ['DATES-7 the afternoon', 'x 12:05 p.m.', 'T12:05:00'],
    ['DATES-7 the evening', 'x 11:05pm', 'T23:05:00'],
    ['DATES-7 an hour alone', 'x 3 pm', 'T15:00:00'],
    ['DATES-7 a French hour', 'x a 6h40', 'T06:40:00'],
    ['DATES-7 a German hour', 'x um 6.40 uhr', 'T06:40:00'],
    ['DATES-7 UTC', 'x 06:40 utc', 'T06:40:00Z'],
    ['DATES-7 Z', 'x 06:40z', 'T06:40:00Z'],
    ['DATES-7 an offset', 'x 06:40 +03:00', 'T06:40:00+03:00'],
    ['DATES-7 an offset without colon', 'x 06:40+0330', 'T06:40:00+03:30'],
    ['DATES-7 an offset of whole hours', 'x 06:40 gmt-5', 'T06:40:00-05:00'],
    ['DATES-7 an offset in brackets', 'x 06:40 (utc+3)', 'T06:40:00+03:00'],
    ['DATES-7 none in a date', '10.11.2019', null],
    ['DATES-7 none in words', 'a lorry', null],
  ])('finds %s', (_, words, wanted) => {
    expect(findTime(words)?.time).toBe(wanted);
  });

  it.each([
    ['DATES-7 an hour beyond the day', 'x 25:10'],
    ['DATES-7 a minute beyond the hour', 'x 06:60'],
    ['DATES-7 an hour of the afternoon beyond twelve', 'x 13:00 pm'],
    ['DATES-7 an offset beyond all zones', 'x 06:40 +15:00'],
    ['DATES-7 an offset with minutes beyond the hour', 'x 06:40 +03:60'],
  ])('refuses %s', (_, words) => {
    expect(findTime(words)).toBeUndefined();
  });

  it('DATES-7 leaves the words without the time', () => {
    expect(findTime('10 march 2024, 06:40 utc, x')?.rest.replace(/\s+/g, ' ')).toBe('10 march 2024 , x');
  });
});
