import { daysInMonth } from './calendar.ts';
import { neighbour } from './date-neighbour.ts';
import { type PartialDate, type Readings, readFigures, readPieces } from './date-pieces.ts';

const BEFORE = /^(?:before|avant|vor|antes de|до)\s+/u;
const UNTIL = /^(?:until|till|by|up to|no later than|bis|jusqu'au|hasta|по)\s+/u;
const AFTER = /^(?:after|nach|apres|despues de|после)\s+/u;
const SINCE = /^(?:since|from|seit|depuis|desde|с)\s+/u;
const BETWEEN = /^(?:between|zwischen|entre|между)\s+(.+?)\s+(?:and|und|et|y|и)\s+(.+)$/u;
/** `12/13 March 2024`, `12, 13 or 14 March 2024`: days of one month, of which it was one. */
const SOME_DAYS = /^(\d{1,2}(?: \d{1,2})*)(?:\/| (?:or|oder|ou|o|или) )(\d{1,2} m\d+(?: \d{4})?)$/u;
const EITHER = /^(?:either |entweder |soit )?(.+?)\s+(?:or|oder|ou|o|или)\s+(.+)$/u;
const BOTH = /^(.+?)\s+(?:and|und|et|y|и)\s+(.+)$/u;
const PART_OF_MONTH = /^(early|mid|late)-? ?(m(\d+)(?: \d{4})?)$/u;
const WORD_RANGE = /^(?:from\s+|von\s+|с\s+)?(.+?)\s*(?:\s(?:to|until|till|through|bis|au|al|по|-)\s|—)\s*(.+)$/u;
/** A hyphen without spaces joins days of one month only: `2019-11` and `10-11-2019` are figures. */
const DAY_RANGE = /^((?:m\d+ )?\d{1,2})\s*-\s*(\d{1,2}(?:\s.*)?)$/u;
const YEARS = /^(\d{4})\s*-\s*(\d{4})$/u;
const DECADE = /^(\d{3})0\s*'?s$/u;
const SEASON = /^(spring|summer|autumn|fall|winter)\s+(\d{4})$/u;
/** Days of a list that EDTF strings of readable length have room for. */
const MOST_DAYS = 10;
const SEASON_CODES: ReadonlyMap<string, number> = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
]);

/**
 * Reads one date, two dates or an open end.
 *
 * @param words - folded, months as signs (`m11`), without filler words
 * @returns EDTF, not yet checked against the calendar; several readings where figures can be read both ways
 */
export function readExpression(words: string): string[] {
  const between = BETWEEN.exec(words);
  if (between !== null) return pairs(between, oneOfRange);
  const some = SOME_DAYS.exec(words);
  if (some !== null) return oneOfDays(some);
  const either = EITHER.exec(words);
  if (either !== null) return pairs(either, (a, b) => `[${a},${b}]`);
  const both = BOTH.exec(words);
  if (both !== null) return pairs(both, (a, b) => `{${a},${b}}`);
  const single = readSingle(words);
  if (single.length > 0) return single.flatMap(writeDate);
  const range = WORD_RANGE.exec(words) ?? DAY_RANGE.exec(words) ?? YEARS.exec(words);
  const ranges = range === null ? [] : pairs(range, (from, to) => `${from}/${to}`);
  return ranges.length > 0 ? ranges : [...readPartOfMonth(words), ...readPartOfTime(words), ...readOpenEnd(words)];
}

/** Days of an unknown year make no range that the grammar knows: they are named one by one, as many as have room. */
function oneOfRange(from: string, to: string): string[] {
  const [first, last] = [from, to].map((date) => /^(XXXX-\d\d)-(\d\d)$/.exec(date));
  if (!first || !last) return [`[${from}..${to}]`];
  const [begin, end] = [Number(first[2]), Number(last[2])];
  if (first[1] !== last[1] || begin >= end || end - begin >= MOST_DAYS) return [];
  const days = Array.from({ length: end - begin + 1 }, (_, at) => `${first[1]}-${twoDigits(begin + at)}`);
  return [`[${days.join(',')}]`];
}

function oneOfDays([, others = '', last = '']: RegExpExecArray): string[] {
  return readSingle(last).flatMap((date) => {
    const days = [...others.split(' ').map((day) => ({ ...date, day: Number(day) })), date];
    return days.length > MOST_DAYS ? [] : [`[${days.flatMap(writeDate).join(',')}]`];
  });
}

/** By thirds, as the words are mostly meant: the 1st to 10th, the 11th to 20th, the rest. */
function readPartOfMonth(words: string): string[] {
  const [, part, month = ''] = PART_OF_MONTH.exec(words) ?? [];
  if (part === undefined) return [];
  return readSingle(month).flatMap((date) => {
    const length = daysInMonth(date.year ?? 2000, date.month ?? 1);
    const [from, to] = part === 'early' ? [1, 10] : part === 'mid' ? [11, 20] : [21, length];
    const [first, last] = [from, to].map((day) => writeDate({ ...date, day })[0] ?? '');
    return oneOfRange(first ?? '', last ?? '');
  });
}

function readPartOfTime(words: string): string[] {
  const decade = DECADE.exec(words);
  if (decade !== null) return [`${decade[1]}X`];
  const season = SEASON.exec(words);
  return season === null ? [] : [`${season[2]}-${SEASON_CODES.get(season[1] ?? '')}`];
}

/** "Before" and "after" leave the named day, month or year out; "until" and "since" do not. */
function readOpenEnd(words: string): string[] {
  const ends: readonly [RegExp, -1 | 0 | 1, (date: string) => string][] = [
    [BEFORE, -1, (date) => `../${date}`],
    [UNTIL, 0, (date) => `../${date}`],
    [AFTER, 1, (date) => `${date}/..`],
    [SINCE, 0, (date) => `${date}/..`],
  ];
  const found = ends.find(([word]) => word.test(words));
  if (found === undefined) return [];
  const [word, step, write] = found;
  const readings = readSingle(words.replace(word, ''));
  return readings.flatMap((date) => writeDate(neighbour(date, step))).map(write);
}

function readSingle(words: string): Readings {
  const figures = readFigures(words);
  return figures.length > 0 ? figures : readPieces(words.split(' '));
}

/** What one of two dates leaves out is the other's: `14–15 March 2024`, `28 December – 2 January 2024`. */
function pairs(
  [, left = '', right = '']: RegExpExecArray,
  write: (from: string, to: string) => string | string[],
): string[] {
  return readSingle(left).flatMap((from) =>
    readSingle(right).flatMap((to) => {
      const [first, second] = share(from, to);
      return writeDate(first).flatMap((start) => writeDate(second).flatMap((end) => write(start, end)));
    }),
  );
}

function share(from: PartialDate, to: PartialDate): readonly [PartialDate, PartialDate] {
  const isDayAlone = (date: PartialDate) => date.day !== null && date.month === null;
  const first = { ...from, month: isDayAlone(from) ? to.month : from.month, year: from.year ?? to.year };
  const second = { ...to, month: isDayAlone(to) ? from.month : to.month, year: to.year ?? from.year };
  const isOverNewYear = from.year === null && first.year !== null && (first.month ?? 0) > (second.month ?? 12);
  return [isOverNewYear ? { ...first, year: (first.year ?? 0) - 1 } : first, second];
}

/** None when only a day is known. */
function writeDate({ year, month, day }: PartialDate): string[] {
  if (month === null && (day !== null || year === null)) return [];
  const digits = [year === null ? 'XXXX' : String(year).padStart(4, '0')];
  if (month !== null) digits.push(twoDigits(month));
  if (day !== null) digits.push(twoDigits(day));
  return [digits.join('-')];
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
