import { describe, expect, it } from 'vitest';
import { boundsOf } from '#shared/dates/edtf-bounds.ts';

const at = (minutes: number) =>
  Number.isFinite(minutes) ? new Date(minutes * 60_000).toISOString().slice(0, 16) : '…';
const between = (edtf: string) => {
  const bounds = boundsOf(edtf);
  return bounds === null ? null : `${at(bounds.earliest)} ${at(bounds.latest)}`;
};

describe('boundsOf', () => {
  it.each([
    ['DATES-2 a day', '2019-11-10', '2019-11-10T00:00 2019-11-10T23:59'],
    ['DATES-2 a month', '2019-02', '2019-02-01T00:00 2019-02-28T23:59'],
    ['DATES-2 a month of a leap year', '2020-02', '2020-02-01T00:00 2020-02-29T23:59'],
    ['DATES-2 a year', '2019', '2019-01-01T00:00 2019-12-31T23:59'],
    ['DATES-2 a decade', '201X', '2010-01-01T00:00 2019-12-31T23:59'],
    ['DATES-2 a year with an estimate', '1950S2', '1900-01-01T00:00 1999-12-31T23:59'],
    ['DATES-2 days that may be', '2019-11-1X', '2019-11-10T00:00 2019-11-19T23:59'],
    ['DATES-2 a day of an unknown month', '2019-XX-31', '2019-01-31T00:00 2019-12-31T23:59'],
    ['DATES-2 29 February of unknown years', '19XX-02-29', '1904-02-29T00:00 1996-02-29T23:59'],
    ['DATES-2 a winter, over the new year', '2019-24', '2019-12-01T00:00 2020-02-29T23:59'],
    ['DATES-2 a southern summer', '2019-30', '2019-12-01T00:00 2020-02-29T23:59'],
    ['DATES-2 a quarter', '2019-34', '2019-04-01T00:00 2019-06-30T23:59'],
    ['DATES-2 a half', '2019-41', '2019-07-01T00:00 2019-12-31T23:59'],
    ['DATES-2 about a day, which widens nothing', '2019-11-10~', '2019-11-10T00:00 2019-11-10T23:59'],
    ['DATES-2 an interval', '2019-11-09/2019-11-10', '2019-11-09T00:00 2019-11-10T23:59'],
    ['DATES-2 a set of all, to its last day', '{2018-01-20..2018-01-24}', '2018-01-20T00:00 2018-01-24T23:59'],
    ['DATES-2 a set out of order', '[2019-11-12,2019-11-09]', '2019-11-09T00:00 2019-11-12T23:59'],
    ['DATES-4 a time with offset', '2019-11-10T21:30:00+03:00', '2019-11-10T18:30 2019-11-10T18:30'],
    ['DATES-4 a time with an offset over midnight', '2019-11-10T01:30:00+05:45', '2019-11-09T19:45 2019-11-09T19:45'],
    ['DATES-4 a time in UTC', '2019-11-10T21:30:59Z', '2019-11-10T21:30 2019-11-10T21:30'],
    ['DATES-4 a time without offset', '2019-11-10T21:30:00', '2019-11-10T21:30 2019-11-10T21:30'],
    ['DATES-4 the end of a day', '2019-11-10T24:00:00Z', '2019-11-11T00:00 2019-11-11T00:00'],
    ['DATES-4 an open end', '2019-11-10/..', '2019-11-10T00:00 …'],
    ['DATES-4 an unknown beginning', '/2019-11-10', '… 2019-11-10T23:59'],
    ['DATES-4 a set with all before', '[..2019-11-10]', '… 2019-11-10T23:59'],
    ['DATES-2 a year below 100', '0044-03-15', '0044-03-15T00:00 0044-03-15T23:59'],
    ['DATES-3 an unknown year', 'XXXX-11-10', null],
    ['DATES-3 an interval of an unknown year', 'XXXX-11-10/XXXX-11-12', null],
    ['DATES-3 a set with an unknown year in it', '[2019-11-10,XXXX-11-12]', null],
    ['DATES-3 what is no date', 'soon', null],
    ['DATES-2 a day that no year of them has', '19X1-02-29', null],
  ])('bounds %s', (_, edtf, wanted) => {
    expect(between(edtf)).toBe(wanted);
  });
});
