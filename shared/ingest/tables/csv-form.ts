import type { Bytes } from '../byte-source.ts';
import { decodeText } from '../decode-text.ts';
import { csvRow } from './csv-row.ts';
import { cutRows } from './cut-rows.ts';
import type { TableForm } from './table-mapping.ts';

/** How a table is cut, and how surely it is one. */
export type DetectedForm = {
  readonly form: TableForm;
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
  /** Share of the rows that have as many cells as most have. */
  readonly share: number;
};

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Rows that are looked at. */
const MOST_ROWS = 50;
const LONGEST_NAME = 60;
/** What Excel writes before a table for itself. */
export const SEPARATOR_LINE = /^\uFEFF?sep=([,;\t|])\r?\n/i;

/** Detects charset, delimiter and header by the first bytes of a file; the best of the delimiters that part its rows alike. */
export function detectForm(head: Bytes, isWhole: boolean, wanted: Partial<TableForm> = {}): DetectedForm {
  const charset = wanted.charset ?? decodeText(wholeLines(head, isWhole), 'text/csv').charset;
  const text = new TextDecoder(charset).decode(wholeLines(head, isWhole));
  const stated = SEPARATOR_LINE.exec(text)?.[1];
  const body = text.replace(SEPARATOR_LINE, '');
  const chosen = wanted.delimiter ?? stated;
  const candidates = (chosen === undefined ? DELIMITERS : [chosen]).map((delimiter) => measured(body, delimiter));
  const [best] = candidates.sort((a, b) => scoreOf(b) - scoreOf(a));
  const { delimiter, rows, columns, share } = best ?? measured(body, ',');
  const hasHeader = wanted.hasHeader ?? isHeader(rows);
  return { form: { ...wanted, delimiter, charset, hasHeader }, rows, columns, share };
}

type Measured = Omit<DetectedForm, 'form'> & { readonly delimiter: string };

function measured(text: string, delimiter: string): Measured {
  const rows = cutRows(text, delimiter)
    .slice(0, MOST_ROWS)
    .map((row) => csvRow(row, delimiter).cells);
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [[columns, times] = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return { delimiter, rows, columns, share: rows.length === 0 ? 0 : times / rows.length };
}

/** A delimiter that is in no row parts all of them alike. */
function scoreOf({ columns, share }: Measured): number {
  return columns < 2 ? 0 : share * share * (1 + Math.log2(columns));
}

/** A header has a short name in each cell, none twice, and none that is a number, a date or an address. */
function isHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = []] = rows;
  const names = first.map((cell) => cell.trim());
  const isName = (name: string) =>
    name !== '' && name.length <= LONGEST_NAME && /\p{L}/u.test(name) && !/^https?:|^\d|[.!?]$|\n/i.test(name);
  return names.length > 0 && names.every(isName) && new Set(names).size === names.length;
}

/** Without the last line where it may be cut. */
function wholeLines(head: Bytes, isWhole: boolean): Bytes {
  if (isWhole) return head;
  const end = head.lastIndexOf(0x0a);
  if (end < 0) return head;
  // of UTF-16 little-endian the other byte of the line break follows
  return head.subarray(0, head[end + 1] === 0 && head[end - 1] !== 0 ? end + 2 : end + 1);
}
