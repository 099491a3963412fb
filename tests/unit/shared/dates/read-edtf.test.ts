import { describe, expect, it } from 'vitest';
import { isEdtf, readEdtf } from '#shared/dates/read-edtf.ts';

describe('isEdtf', () => {
  it.each([
    ['DATES-1 a day', '2019-11-10'],
    ['DATES-1 a month', '2019-11'],
    ['DATES-1 a year', '2019'],
    ['DATES-1 an unknown year', 'XXXX-11-10'],
    ['DATES-1 29 February of an unknown year', 'XXXX-02-29'],
    ['DATES-1 about', '2019-11-10~'],
    ['DATES-1 perhaps', '2019-11-10?'],
    ['DATES-1 both', '2019-11-10%'],
    ['DATES-1 marks on single parts', '2019~-11-?10'],
    ['DATES-1 an interval', '2019-11-09/2019-11-10'],
    ['DATES-1 an interval of one day', '2019-11-10/2019-11-10'],
    ['DATES-1 an open interval', '2019-11-09/..'],
    ['DATES-1 an interval without beginning', '/2019-11-09'],
    ['DATES-1 a time with offset', '2019-11-10T21:30:00+03:00'],
    ['DATES-1 a set of alternatives', '[2019-11-09,2019-11-11..2019-11-12]'],
    ['DATES-1 a set of all', '{2019-11-09,2019-11-10}'],
    ['DATES-1 unknown digits', '201X-1X'],
    ['DATES-1 a season', '2019-21'],
    ['DATES-1 an estimated year', '1950S2'],
  ])('takes %s', (_, text) => {
    expect(isEdtf(text)).toBe(true);
  });

  it.each([
    ['DATES-1 nothing', ''],
    ['DATES-1 words', '10 November'],
    ['DATES-1 a day that is none', '2019-02-30'],
    ['DATES-1 29 February of a common year', '2023-02-29'],
    ['DATES-1 29 February of a century', '1900-02-29'],
    ['DATES-1 a month that is none', '2019-13'],
    ['DATES-1 an end before its beginning', '2019-11-10/2019-11-09'],
    ['DATES-1 an end before its beginning in a set', '[2019-11-10..2019-11-09]'],
    ['DATES-1 an end before its beginning by the hour', '2019-11-10T10:00:00Z/2019-11-10T09:00:00Z'],
    ['DATES-1 years far off', 'Y170000002'],
    ['DATES-1 a bare century', '19'],
    ['DATES-1 a bare decade', '201'],
    ['DATES-1 two open ends', '../..'],
    ['DATES-1 an hour that is none', '2019-11-10T25:00:00Z'],
    ['DATES-1 a level beyond 2', '2019-24~'],
    ['DATES-1 a string too long to be one', `[${'2019,'.repeat(60)}2019]`],
  ])('refuses %s', (_, text) => {
    expect(isEdtf(text)).toBe(false);
  });
});

describe('readEdtf', () => {
  it('DATES-4 keeps time and offset as they were stated', () => {
    expect(readEdtf('2019-11-10T21:30:00-03:30')).toMatchObject({ date: { time: { minutes: 1290, offset: -210 } } });
  });

  it('DATES-4 knows a time without offset from one in UTC', () => {
    expect(readEdtf('2019-11-10T21:30:00')).toMatchObject({ date: { time: { offset: null } } });
    expect(readEdtf('2019-11-10T21:30:00Z')).toMatchObject({ date: { time: { offset: 0 } } });
  });

  it('DATES-1 knows an open end from an unknown one', () => {
    expect(readEdtf('2019/..')).toMatchObject({ to: null, isOpen: true });
    expect(readEdtf('2019/')).toMatchObject({ to: null, isOpen: false });
  });
});
