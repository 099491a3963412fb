import { dateInWords } from './date-words.ts';
import { ENGLISH_MONTHS } from './month-names.ts';

const MONTHS = new RegExp(ENGLISH_MONTHS.join('|'), 'g');

/**
 * Writes EDTF as a column has room for it: days without times, and of a range's end only what its beginning does not say.
 * What only grammarians read (sets, open ends, unknown digits, marks) is in words.
 *
 * @returns `2024-03-14/15` for `2024-03-14/2024-03-15`; `12 or 13 Mar 2024` for `[2024-03-12,2024-03-13]`
 */
export function shortDate(edtf: string): string {
  const bare = edtf.replace(/T[\d:]+(?:Z|[+-][\d:]+)?/g, '');
  if (!/^[\d/-]+$/.test(bare) || /^\/|\/$/.test(bare) || /-(?:2|3|4)\d$/.test(bare.slice(0, 7)))
    return inShortWords(bare);
  const [from = '', to] = bare.split('/');
  if (to === undefined || from === to) return from;
  const [begin, end] = [from.split('-'), to.split('-')];
  if (begin.length !== 3 || end.length !== 3) return `${from}/${to}`;
  const same = begin.findIndex((part, at) => part !== end[at]);
  return `${from}/${end.slice(same).join('-')}`;
}

function inShortWords(edtf: string): string {
  return dateInWords(edtf)
    .replace(MONTHS, (name) => name.slice(0, 3))
    .replace('year unknown', 'no year')
    .replace(/\babout /g, 'c. ')
    .replace(/\bperhaps (.+?)(?= – | or |$)/g, '$1?');
}
