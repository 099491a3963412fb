import type { DateInterval, DatePart, DateSet, SetMember } from './edtf-form.ts';
import { ENGLISH_MONTHS } from './month-names.ts';
import { readEdtf } from './read-edtf.ts';

const SEASONS: readonly string[] = [
  ...['spring', 'summer', 'autumn', 'winter'],
  ...['northern spring', 'northern summer', 'northern autumn', 'northern winter'],
  ...['southern spring', 'southern summer', 'southern autumn', 'southern winter'],
  ...['first quarter of', 'second quarter of', 'third quarter of', 'fourth quarter of'],
  ...['first third of', 'second third of', 'last third of', 'first half of', 'second half of'],
];

/** A date in the words of prose: `14 March 2024, 06:40`; as it is written if it is no EDTF. */
export function dateInWords(edtf: string): string {
  const form = readEdtf(edtf);
  if (form === null) return edtf;
  if (form.kind === 'date') return wordsOf(form.date);
  return form.kind === 'interval' ? intervalWords(form) : setWords(form);
}

function wordsOf(part: DatePart): string {
  const about = part.isApproximate ? 'about ' : '';
  const perhaps = part.isUncertain ? 'perhaps ' : '';
  return `${perhaps}${about}${dayWords(part)}${timeWords(part)}`;
}

function dayWords({ year, month, day }: DatePart): string {
  const isYearKnown = !/XXXX/.test(year);
  if (month === null) return yearWords(year);
  const ofYear = isYearKnown ? ` ${yearWords(year)}` : ', year unknown';
  const season = SEASONS[Number(month) - 21];
  if (season !== undefined) return `${season}${ofYear}`;
  const name = ENGLISH_MONTHS[Number(month) - 1];
  if (name === undefined) return unknownMonthWords(month, day, isYearKnown ? ` of ${yearWords(year)}` : ofYear);
  if (day === null) return `${name}${ofYear}`;
  if (day === 'XX') return `a day in ${name}${ofYear}`;
  return /X/.test(day) ? `one of the days ${likely(day, 1, 31)} ${name}${ofYear}` : `${Number(day)} ${name}${ofYear}`;
}

function unknownMonthWords(month: string, day: string | null, ofYear: string): string {
  const which = month === 'XX' ? 'an unknown month' : `one of the months ${likely(month, 1, 12)}`;
  if (day === null || day === 'XX') return `${which}${ofYear}`;
  const number = /X/.test(day) ? `one of the days ${likely(day, 1, 31)}` : `day ${Number(day)}`;
  return `${number} of ${which}${ofYear}`;
}

function yearWords(year: string): string {
  if (/XXXX/.test(year)) return 'year unknown';
  if (year.startsWith('-')) return `${String(1 + Number(year.slice(1).replaceAll('X', '0')))} BC`;
  if (!/X/.test(year)) return String(Number(year));
  if (/^\d{3}X$/.test(year)) return `${Number(year.replace('X', '0'))}s`;
  return `${Number(year.replaceAll('X', '0'))}–${Number(year.replaceAll('X', '9'))}`;
}

function likely(digits: string, least: number, most: number): string {
  const first = Math.max(least, Number(digits.replaceAll('X', '0')));
  const last = Math.min(most, Number(digits.replaceAll('X', '9')));
  return `${first}–${last}`;
}

function timeWords({ time }: DatePart): string {
  if (time === null) return '';
  const clock = `${twoDigits(Math.floor(time.minutes / 60))}:${twoDigits(time.minutes % 60)}`;
  return `, ${clock}${time.offset === null ? '' : ` ${offsetWords(time.offset)}`}`;
}

function offsetWords(offset: number): string {
  if (offset === 0) return 'UTC';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `UTC${offset < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${twoDigits(minutes)}`}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function intervalWords({ from, to, isOpen }: DateInterval): string {
  if (from === null) return `until ${to === null ? '' : wordsOf(to)}${isOpen ? '' : ', beginning unknown'}`;
  if (to === null) return `from ${wordsOf(from)}${isOpen ? '' : ', end unknown'}`;
  return spanWords({ from, to });
}

/** `14–15 March 2024`: what both ends share is said once, where no end has a mark or a time of its own. */
function spanWords({ from, to }: SetMember): string {
  const [first, last] = shared([from, to]);
  return `${first}${from.month === to.month && first !== wordsOf(from) ? '–' : ' – '}${last}`;
}

/** Days in words; what several plain days of one year share is said with the last of them alone. */
function shared(days: readonly DatePart[]): string[] {
  const [first] = days;
  const isPlain = (part: DatePart) =>
    /^(?:-?\d+|XXXX)$/.test(part.year) &&
    part.month !== null &&
    /^(?:0\d|1[0-2])$/.test(part.month) &&
    part.day !== null &&
    !/X/.test(part.day) &&
    part.time === null &&
    !part.isApproximate &&
    !part.isUncertain;
  const areShared = days.every((part) => isPlain(part) && part.year === first?.year);
  if (!areShared) return days.map(wordsOf);
  const isOneMonth = days.every(({ month }) => month === first?.month);
  return days.map((part, at) => {
    if (at === days.length - 1) return dayWords(part);
    return isOneMonth ? `${Number(part.day)}` : `${Number(part.day)} ${ENGLISH_MONTHS[Number(part.month) - 1]}`;
  });
}

function setWords({ isAll, members, isEarlier, isLater }: DateSet): string {
  const areDays = members.every(({ from, to }) => from === to);
  const words = areDays
    ? shared(members.map(({ from }) => from))
    : members.map((member) => (member.from === member.to ? wordsOf(member.from) : rangeWords(member, isAll)));
  const choices = [...words, ...(isEarlier ? ['before'] : []), ...(isLater ? ['after'] : [])];
  const joint = isAll ? ' and ' : ' or ';
  return choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')}${joint}${choices.at(-1)}`;
}

function rangeWords(member: SetMember, isAll: boolean): string {
  if (isAll) return `every day of ${spanWords(member)}`;
  const [first, last] = shared([member.from, member.to]);
  return `between ${first} and ${last}`;
}
