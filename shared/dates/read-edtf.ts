import { parse } from 'edtf';
import { isDay } from './calendar.ts';
import type { DatePart, EdtfForm, SetMember, StatedTime } from './edtf-form.ts';

/** Longer strings are no dates, and the grammar's cost grows with them. */
const LONGEST = 120;
const PART =
  /^([?~%]?)(-?[\dX]{4})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:T([\d:]+)(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/;
const SIGNIFICANT = /^(-?\d{4})S([1-3])$/;

/**
 * Reads an EDTF string of level 2 or below; null if it is none, or one that nobody writes of news: years beyond 9999,
 * bare decades and centuries (`201`, `20`).
 *
 * The package knows the grammar; what it lets through or counts wrongly is settled here: it takes 29 February of any
 * year, ends before their beginning, and gives `{a..b}` the bounds of `a`.
 *
 * @see https://www.loc.gov/standards/datetime/
 */
export function readEdtf(text: string): EdtfForm | null {
  if (text.length > LONGEST || !isGrammatical(text)) return null;
  const isSet = /^[[{].*[\]}]$/.test(text);
  if (isSet) return readSet(text);
  const ends = text.split('/');
  if (ends.length === 2) return readInterval(ends[0] ?? '', ends[1] ?? '');
  const date = readPart(text);
  return date === null ? null : { kind: 'date', date };
}

/** Whether `readEdtf` can read it. */
export function isEdtf(text: string): boolean {
  return readEdtf(text) !== null;
}

/** What nearly every page writes for machines; and what no date has that could be read here. */
const PLAIN =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|\+(?:0\d|1[0-3]):[0-5]\d|-(?:0[1-9]|1[01]):[0-5]\d)?)?)?)?$/;
const NEVER = /[^\dXSTZ?~%:+\-/.,[\]{}]/;

/** The package takes a millisecond to say no: it is asked where its grammar matters. */
function isGrammatical(text: string): boolean {
  if (NEVER.test(text)) return false;
  if (PLAIN.test(text)) return true;
  try {
    parse(text, { level: 2 });
    return true;
  } catch {
    // The package's only way to say no; the words it says it with are for grammarians.
    return false;
  }
}

function readInterval(start: string, end: string): EdtfForm | null {
  const isMissing = (side: string) => side === '' || side === '..';
  const from = isMissing(start) ? null : readPart(start);
  const to = isMissing(end) ? null : readPart(end);
  if ((from === null && !isMissing(start)) || (to === null && !isMissing(end))) return null;
  if (from === null && to === null) return null;
  if (from !== null && to !== null && !isInOrder({ from, to })) return null;
  return { kind: 'interval', from, to, isOpen: start === '..' || end === '..' };
}

function readSet(text: string): EdtfForm | null {
  const items = text.slice(1, -1).split(',');
  const isEarlier = items[0]?.startsWith('..') ?? false;
  const isLater = items.at(-1)?.endsWith('..') ?? false;
  const members = items.map((item) => readMember(item.replace(/^\.\.|\.\.$/g, '')));
  if (members.some((member) => member === null || !isInOrder(member))) return null;
  const known = members.filter((member) => member !== null);
  return { kind: 'set', isAll: text.startsWith('{'), members: known, isEarlier, isLater };
}

function readMember(item: string): SetMember | null {
  const [start = '', end] = item.split('..');
  const from = readPart(start);
  const to = end === undefined ? from : readPart(end);
  return from === null || to === null ? null : { from, to };
}

function readPart(text: string): DatePart | null {
  const found = PART.exec(withUnknownDigits(text));
  if (found === null) return null;
  const [, mark1, year = '', mark2, mark3, month, mark4, mark5, day, mark6, clock, offset] = found;
  const marks = [mark1, mark2, mark3, mark4, mark5, mark6].join('');
  const time = clock === undefined ? null : readTime(clock, offset);
  if (time === undefined || !isOnCalendar(year, month, day)) return null;
  return {
    year,
    month: month ?? null,
    day: day ?? null,
    time,
    isApproximate: /[~%]/.test(marks),
    isUncertain: /[?%]/.test(marks),
  };
}

/** `1950S2` says that the last two digits are an estimate: any year from 1900 to 1999. */
function withUnknownDigits(text: string): string {
  const found = SIGNIFICANT.exec(text);
  if (found === null) return text;
  const kept = (found[1] ?? '').length - 4 + Number(found[2]);
  return (found[1] ?? '').slice(0, kept).padEnd((found[1] ?? '').length, 'X');
}

/** @returns undefined when it is no time */
function readTime(clock: string, offset: string | undefined): StatedTime | undefined {
  const found = /^(\d\d):(\d\d)(?::(\d\d))?$/.exec(clock);
  if (found === null) return undefined;
  return { minutes: Number(found[1]) * 60 + Number(found[2]), offset: offset === undefined ? null : minutesOf(offset) };
}

function minutesOf(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', '') || 0);
  return offset.startsWith('-') ? -minutes : minutes;
}

function isOnCalendar(year: string, month: string | undefined, day: string | undefined): boolean {
  if (month === undefined || day === undefined || /X/.test(month + day)) return true;
  return isDay(/X/.test(year) ? null : Number(year), Number(month), Number(day));
}

/** Compares what is known on both sides; unknown digits prove nothing. */
function isInOrder({ from, to }: SetMember): boolean {
  const start = `${from.year}-${from.month ?? ''}-${from.day ?? ''}`;
  const end = `${to.year}-${to.month ?? ''}-${to.day ?? ''}`;
  if (/X/.test(start + end)) return true;
  if (from.year !== to.year) return Number(from.year) < Number(to.year);
  if (from.month === null || to.month === null || from.month !== to.month)
    return (from.month ?? '') <= (to.month ?? '99');
  if (from.day === null || to.day === null || from.day !== to.day) return (from.day ?? '') <= (to.day ?? '99');
  return utcOf(from.time) <= utcOf(to.time);
}

function utcOf(time: StatedTime | null): number {
  return time === null ? 0 : time.minutes - (time.offset ?? 0);
}
