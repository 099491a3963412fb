import { type ByteSource, readRange } from '../byte-source.ts';
import { type DetectedForm, detectForm } from './csv-form.ts';
import { guessMapping } from './guess-mapping.ts';
import type { TableForm, TableGuess } from './table-mapping.ts';

/** Bytes of the beginning that are looked at. */
const HEAD_BYTES = 256 * 1024;
const MOST_SHOWN = 20;
/** Code units of a cell that is shown. */
const LONGEST_SHOWN = 2000;

/**
 * Looks at the beginning of a CSV: for the preview, and to propose a mapping.
 *
 * @param wanted - what the analyst has chosen otherwise than it was detected
 * @throws {AppError} `unreadable` when the file has gone
 */
export async function guessCsv(source: ByteSource, wanted: Partial<TableForm> = {}): Promise<TableGuess> {
  const head = await readRange(source, 0, HEAD_BYTES);
  return guessOfForm(detectForm(head, head.length === source.size, wanted));
}

/** What is proposed for a table that was detected. */
export function guessOfForm({ form, rows, columns: count }: DetectedForm): TableGuess {
  const columns = columnsOf(form, rows[0] ?? [], count);
  const shown = (form.hasHeader ? rows.slice(1) : rows).slice(0, MOST_SHOWN);
  const samples = columns.map((column, at) => ({
    column,
    values: shown.flatMap((row) => (row[at]?.trim() ? [row[at]] : [])),
  }));
  return {
    form,
    columns,
    rows: shown.map((row) => columns.map((_, at) => (row[at] ?? '').slice(0, LONGEST_SHOWN))),
    mapping: { ...guessMapping(samples), form },
  };
}

/** The names of columns: as the first row or the mapping has them, else by their number. A name that stands twice gets its number too. */
export function columnsOf({ hasHeader, columns }: TableForm, first: readonly string[], count: number): string[] {
  if (columns !== undefined) return [...columns];
  const names: string[] = [];
  for (let at = 0; at < Math.max(count, hasHeader ? first.length : 0); at++) {
    const name = hasHeader ? (first[at] ?? '').trim() : '';
    const isFree = name !== '' && !names.includes(name);
    names.push(isFree ? name : name === '' ? numberedColumn(at) : `${name} (column ${at + 1})`);
  }
  return names;
}

/** What a column without a name is called. */
export function numberedColumn(at: number): string {
  return `column ${at + 1}`;
}
