/** The cells of one row. */
export type CsvRow = {
  readonly cells: readonly string[];
  /** Whether its quotes do not match: then its line breaks may not be its own. */
  readonly isBroken: boolean;
  /** Whether a quote is never closed. */
  readonly isOpen: boolean;
};

/** Takes a row apart as RFC 4180 has it: quotes around a cell, a quote doubled within. Other quotes are words. */
export function csvRow(text: string, delimiter: string): CsvRow {
  const cells: string[] = [];
  let isBroken = false;
  let isOpen = false;
  for (let at = 0; ; ) {
    const quoted = text[at] === '"' ? quotedCell(text, at + 1) : null;
    const after = quoted === null ? at : quoted.end;
    const next = text.indexOf(delimiter, after);
    const end = next < 0 ? text.length : next;
    const rest = text.slice(after, end);
    if (quoted === null) {
      cells.push(rest);
    } else {
      isOpen ||= quoted.isOpen;
      isBroken ||= quoted.isOpen || rest.trim() !== '';
      cells.push(quoted.words + rest.trimEnd());
    }
    if (next < 0) return { cells, isBroken, isOpen };
    at = next + 1;
  }
}

/** A row whose quotes mean nothing. */
export function plainRow(text: string, delimiter: string): CsvRow {
  return { cells: text.split(delimiter), isBroken: true, isOpen: true };
}

function quotedCell(text: string, start: number): { words: string; end: number; isOpen: boolean } {
  for (let at = start; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { words: text.slice(start).replaceAll('""', '"'), end: text.length, isOpen: true };
    if (text[quote + 1] !== '"')
      return { words: text.slice(start, quote).replaceAll('""', '"'), end: quote + 1, isOpen: false };
    at = quote + 2;
  }
}
