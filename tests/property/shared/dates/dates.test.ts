import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, startOfDay } from '#shared/dates/calendar.ts';
import { dateSortKey } from '#shared/dates/date-order.ts';
import { dateInWords } from '#shared/dates/date-words.ts';
import { boundsOf } from '#shared/dates/edtf-bounds.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { isEdtf } from '#shared/dates/read-edtf.ts';

const two = (number: number) => String(number).padStart(2, '0');
const dayOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
const day = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(2399, 11, 31) }).map(dayOf);
const sorted = fc.tuple(day, day).map((days) => days.sort());

/** Dates of all the forms whose words are read again. */
const sayable = fc.oneof(
  fc.tuple(day, fc.constantFrom('', '~', '?', '%')).map(([date, mark]) => date + mark),
  fc.tuple(day, fc.constantFrom('', '~', '?', '%')).map(([date, mark]) => date.slice(0, 7) + mark),
  day.map((date) => date.slice(0, 4)),
  day.map((date) => `XXXX${date.slice(4)}`),
  day.map((date) => `${date}/..`),
  day.map((date) => `../${date}`),
  sorted.filter(([a, b]) => a !== b).map(([a, b]) => `${a}/${b}`),
  sorted.map(([a, b]) => `[${a},${b}]`),
  sorted.map(([a, b]) => `[${a}..${b}]`),
  sorted.filter(([a, b]) => a !== b).map(([a, b]) => `{${a},${b}}`),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 12 }), fc.integer({ min: 13, max: 28 }))
    .map((days) => `[${days.map((number) => `XXXX-05-${two(number)}`).join(',')}]`),
  fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 15, max: 28 }))
    .map(([from, to]) => `XXXX-02-${two(from)}/XXXX-02-${two(to)}`),
  fc
    .tuple(day, fc.nat(23), fc.nat(59), fc.constantFrom('', 'Z', '+03:00', '-03:30', '+05:45'))
    .map(([date, hour, minute, offset]) => `${date}T${two(hour)}:${two(minute)}:00${offset}`),
);

const digits = (text: string) =>
  fc.tuple(...Array.from(text, (digit) => fc.constantFrom(digit, digit, 'X'))).map((all) => all.join(''));
/** A day and a date that it may be, some digits unknown. */
const masked = day.chain((date) =>
  fc
    .tuple(digits(date.slice(2, 4)), digits(date.slice(5, 7)), digits(date.slice(8)))
    .map(([year, month, rest]) => ({ date, edtf: `${date.slice(0, 2)}${year}-${month}-${rest}` })),
);

describe('dates', () => {
  it('DATES-8 are read again from their words', () => {
    fc.assert(
      fc.property(sayable, (edtf) => {
        expect(readDate(dateInWords(edtf))).toContain(edtf);
      }),
      { numRuns: 1000 },
    );
  });

  it('DATES-6 gives only EDTF, whatever the words', () => {
    const piece = fc.constantFrom(
      '10',
      '2024',
      '31',
      'm11',
      'March',
      'آب',
      '/',
      '-',
      '–',
      '.',
      ',',
      ' ',
      'to',
      'or',
      'between',
      'and',
      'about',
      '?',
      '06:40',
      'pm',
      'X',
      'before',
      '~',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((pieces) => pieces.join(' ')),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (words) => {
          for (const edtf of readDate(words)) expect(isEdtf(edtf)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('DATES-2 bounds hold the day that was meant, and begin and end with one that fits', () => {
    fc.assert(
      fc.property(masked, ({ date, edtf }) => {
        if (!isEdtf(edtf)) return;
        const bounds = boundsOf(edtf);
        const minute = Date.parse(date) / 60_000;
        expect(bounds?.earliest).toBeLessThanOrEqual(minute);
        expect(bounds?.latest).toBeGreaterThanOrEqual(minute + 1439);
        const fits = new RegExp(`^${edtf.replaceAll('X', '\\d')}$`);
        expect(dayOf((bounds?.earliest ?? 0) * 60_000)).toMatch(fits);
        expect(dayOf((bounds?.latest ?? 0) * 60_000)).toMatch(fits);
      }),
      { numRuns: 1000 },
    );
  });

  it('DATES-2 counts minutes as the engine does', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [year = 0, month = 0, number = 0] = date.split('-').map(Number);
        expect(startOfDay(year, month, number)).toBe(Date.parse(date) / 60_000);
        expect(number).toBeLessThanOrEqual(daysInMonth(year, month));
      }),
    );
  });

  it('DATES-5 sorts days as text does, and what has no year behind them', () => {
    fc.assert(
      fc.property(fc.array(day), fc.array(day), (days, others) => {
        const yearless = others.map((date) => `XXXX${date.slice(4)}`);
        const mixed = [null, ...yearless, 'soon', ...days];
        const keys = mixed.map((date) => [date, dateSortKey(date)] as const).sort((a, b) => a[1] - b[1]);
        expect(keys.map(([date]) => date)).toEqual([...days.sort(), ...yearless.sort(), null, 'soon']);
        expect(keys.every(([, key]) => Number.isSafeInteger(key))).toBe(true);
      }),
    );
  });

  it('DATES-5 sorts an open beginning by its end', () => {
    expect(dateSortKey('../2019-11-10')).toBe(boundsOf('2019-11-10')?.latest);
    expect(dateSortKey('XXXX-11-10/XXXX-11-12')).toBe(dateSortKey('XXXX-11-10'));
    expect(dateSortKey('[XXXX-11-10,XXXX-11-12]')).toBe(dateSortKey('XXXX-11-10'));
  });
});
