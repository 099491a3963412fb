import { describe, expect, it } from 'vitest';
import { readFigures, readPieces } from '#shared/dates/date-pieces.ts';

const shape = (dates: ReturnType<typeof readFigures>) =>
  dates.map(({ year, month, day }) => [year, month, day].join('-'));

describe('readFigures', () => {
  it.each([
    ['DATES-6 the year first', '2019-11-10', ['2019-11-10']],
    ['DATES-6 year and month', '2019/11', ['2019-11-']],
    ['DATES-6 eight figures', '20191110', ['2019-11-10']],
    ['DATES-6 dots, the day first', '10.11.2019', ['2019-11-10']],
    ['DATES-6 a short year', '10.11.19', ['2019-11-10']],
    ['DATES-6 a short year of the last century', '10.11.69', ['1969-11-10']],
    ['DATES-7 strokes, both ways', '03/04/2024', ['2024-4-3', '2024-3-4']],
    ['DATES-7 strokes, when one way has no such month', '03/14/2024', ['2024-3-14']],
    ['DATES-7 strokes, when both are the same', '04/04/2024', ['2024-4-4']],
    ['DATES-7 no year', '10.11.', ['-11-10']],
    ['DATES-7 no year, both ways', '3/4', ['-4-3', '-3-4']],
    ['DATES-6 month and year', '11/2019', ['2019-11-']],
    ['DATES-6 nothing with two kinds of signs', '03/04-2024', []],
    ['DATES-6 nothing with a month that is none', '2019-13-10', []],
    ['DATES-6 nothing with a day that is none', '32.11.2019', []],
    ['DATES-6 nothing in words', 'm11', []],
  ])('reads %s', (_, figures, wanted) => {
    expect(shape(readFigures(figures))).toEqual(wanted);
  });
});

describe('readPieces', () => {
  it.each([
    ['DATES-6 day, month, year', '10 m11 2019', ['2019-11-10']],
    ['DATES-6 month, day, year', 'm11 10 2019', ['2019-11-10']],
    ['DATES-6 year first', '2019 m11 10', ['2019-11-10']],
    ['DATES-6 a short year behind', '10 m11 19', ['2019-11-10']],
    ['DATES-6 month and year', 'm11 2019', ['2019-11-']],
    ['DATES-6 a year', '2019', ['2019--']],
    ['DATES-7 a day alone, for the other date to complete', '10', ['--10']],
    ['DATES-6 nothing with two months', 'm11 m12', []],
    ['DATES-6 nothing with two years', '2019 2020', []],
    ['DATES-6 nothing with two days and no month', '10 11', []],
    ['DATES-6 nothing with another word', '10 m11 x', []],
    ['DATES-6 nothing with a day that is none', '32 m11 2019', []],
  ])('reads %s', (_, words, wanted) => {
    expect(shape(readPieces(words.split(' ')))).toEqual(wanted);
  });
});
