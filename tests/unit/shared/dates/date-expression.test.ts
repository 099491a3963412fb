import { describe, expect, it } from 'vitest';
import { readExpression } from '#shared/dates/date-expression.ts';

describe('readExpression', () => {
  it.each([
    ['DATES-6 one date', '10 m11 2019', ['2019-11-10']],
    ['DATES-7 one date both ways', '3/4/2024', ['2024-04-03', '2024-03-04']],
    ['DATES-6 days of a month', '14-15 m3 2024', ['2024-03-14/2024-03-15']],
    ['DATES-6 days behind their month', 'm3 14-15 2024', ['2024-03-14/2024-03-15']],
    ['DATES-6 days with a dash', '14 m3 — 2 m4 2024', ['2024-03-14/2024-04-02']],
    ['DATES-6 the year of the first', 'm3 14 2024 to m4 2', ['2024-03-14/2024-04-02']],
    ['DATES-6 months', 'm3 - m4 2024', ['2024-03/2024-04']],
    ['DATES-6 over the new year', 'm12 - m1 2024', ['2023-12/2024-01']],
    ['DATES-6 years', '2019-2020', ['2019/2020']],
    ['DATES-7 no year on either side', '14-15 m3', ['XXXX-03-14/XXXX-03-15']],
    [
      'DATES-7 ranges of figures, every way',
      '3/4/2024 to 5/6/2024',
      ['2024-04-03/2024-06-05', '2024-04-03/2024-05-06', '2024-03-04/2024-06-05', '2024-03-04/2024-05-06'],
    ],
    ['DATES-6 one of two', '14 or 15 m3 2024', ['[2024-03-14,2024-03-15]']],
    ['DATES-6 one of a range', 'between 14 and 16 m3 2024', ['[2024-03-14..2024-03-16]']],
    ['DATES-6 a decade', '2010s', ['201X']],
    ['DATES-6 a season', 'winter 2019', ['2019-24']],
    ['DATES-6 autumn by its other name', 'fall 2019', ['2019-23']],
    ['DATES-10 before a day', 'before 14 m3 2024', ['../2024-03-13']],
    ['DATES-10 until a day', 'until 14 m3 2024', ['../2024-03-14']],
    ['DATES-10 after a month', 'after m3 2024', ['2024-04/..']],
    ['DATES-10 since a year', 'since 2024', ['2024/..']],
    ['DATES-6 nothing in a day alone', '14', []],
    ['DATES-6 nothing in two days alone', '14-15', []],
    ['DATES-6 nothing before nothing', 'before x', []],
    ['DATES-6 nothing in no words', '', []],
  ])('reads %s', (_, words, wanted) => {
    expect(readExpression(words)).toEqual(wanted);
  });
});
