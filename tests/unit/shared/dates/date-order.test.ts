import { describe, expect, it } from 'vitest';
import { dateSortKey } from '#shared/dates/date-order.ts';

const sorted = (...dates: (string | null)[]) => dates.sort((a, b) => dateSortKey(a) - dateSortKey(b));

describe('dateSortKey', () => {
  it.each([
    ['DATES-5 days', ['2019-11-09', '2019-11-10', '2020-01-01']],
    ['DATES-5 a month with its first day, before the others', ['2019-10-31', '2019-11', '2019-11-02']],
    ['DATES-5 hours, by UTC', ['2019-11-10T01:00:00+03:00', '2019-11-10T00:00:00Z', '2019-11-10T00:00:00-03:00']],
    ['DATES-5 intervals by their beginning', ['2019-11-09/2019-11-20', '2019-11-10/..', '2019-11-11']],
    ['DATES-5 an open beginning by its end', ['2019-11-09', '../2019-11-09', '2019-11-10']],
    ['DATES-5 sets by their first day', ['[2019-11-01,2020]', '2019-11-02', '{2019-11-03..2019-11-04}']],
    ['DATES-5 years before 0', ['-0044-03-15', '0001', '2019']],
    ['DATES-5 no year behind all years', ['9999-12-31', 'XXXX-01-01', 'XXXX-11-10', 'XXXX-12']],
    ['DATES-5 no year, open at its beginning', ['XXXX-01-01', '../XXXX-11-10', 'XXXX-11-11']],
    ['DATES-5 no date last', ['2019', 'XXXX-11-10', null]],
    ['DATES-5 what cannot be read last', ['2019', 'XXXX-11-10', 'soon']],
  ])('sorts %s', (_, dates) => {
    expect(sorted(...[...dates].reverse())).toEqual(dates);
  });

  it('DATES-5 is a number that can be stored and compared', () => {
    const keys = ['2019', 'XXXX-11-10', '../2019', '2019/..', null, 'soon'].map(dateSortKey);

    expect(keys.every(Number.isSafeInteger)).toBe(true);
  });
});
