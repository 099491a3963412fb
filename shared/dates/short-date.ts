/**
 * Writes EDTF as a column has room for it: days without times, and of a range's end only what its beginning does not say.
 *
 * @returns `2024-03-14/15` for `2024-03-14/2024-03-15`; what is no range of days stays as it is, without its time
 */
export function shortDate(edtf: string): string {
  const [from = '', to] = edtf.split('/').map((part) => part.replace(/T.*$/, ''));
  if (to === undefined || from === to) return from;
  const [begin, end] = [from.split('-'), to.split('-')];
  if (begin.length !== 3 || end.length !== 3) return `${from}/${to}`;
  const same = begin.findIndex((part, at) => part !== end[at]);
  return `${from}/${end.slice(same).join('-')}`;
}
