/** One cell of a table. */
export type CsvCell = string | number;

/**
 * Writes rows as CSV (RFC 4180) that spreadsheets open as it is meant: with the mark of UTF-8, lines ended by CR LF, and an apostrophe
 * before whatever a spreadsheet would run as a formula.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.map(cellWords).join(',')}\r\n`).join('')}`;
}

function cellWords(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
