import { sha256Hex } from '#shared/custody/sha256.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { type ByteSource, type Bytes, readRange } from '../byte-source.ts';
import type { RecordPlace, Remark } from '../format-reader.ts';
import { SEPARATOR_LINE } from './csv-form.ts';
import { type CsvRow, csvRow, plainRow } from './csv-row.ts';
import { cutRecords } from './cut-records.ts';
import { RowScanner } from './row-scanner.ts';
import type { TableForm } from './table-mapping.ts';

/** One row of a table, as it stands and taken apart. */
export type CsvRecord = {
  readonly place: Omit<RecordPlace, 'path'>;
  /** Without its line break; null when it is too large to be held. */
  readonly bytes: Bytes | null;
  readonly cells: readonly string[];
  readonly charset: string;
  readonly remarks: readonly Remark[];
};

const QUOTES: Remark = {
  code: 'bad-input',
  words: 'Its quotes do not match; it was read as one line, quotes and all.',
};

/** Bytes in which the end of a row is looked for behind one whose quotes do not match. */
const MOST_AGAIN = 256 * 1024;

/** The rows of a table, its header among them. Empty lines are none; a quote that is never closed costs no row but its own. */
export async function* csvRecords(source: ByteSource, form: TableForm, job: JobControl): AsyncGenerator<CsvRecord> {
  const scanner = () => new RowScanner(form.delimiter, form.charset);
  const start = await firstRow(source, form);
  for await (const { offset, bytes, size, hash } of cutRecords(source, job, scanner(), start)) {
    if (bytes === null)
      yield { place: { offset, size, hash, name: null }, bytes, cells: [], charset: form.charset, remarks: [] };
    else yield* rowsIn(bytes, offset, form, scanner);
  }
}

/** One row; where its quotes do not match, its first line alone, and then the rows that the rest of it holds. */
function* rowsIn(whole: Bytes, offset: number, form: TableForm, scanner: () => RowScanner): Generator<CsvRecord> {
  for (let at = 0; at < whole.length; ) {
    const rest = at === 0 ? whole : whole.subarray(at, at + MOST_AGAIN);
    const end = at === 0 ? rest.length : orAll(scanner().next(rest, 0), rest);
    const line = lineEnd(rest.subarray(0, end), form.charset);
    const row = decodeRow(rest.subarray(0, end), form);
    const isBroken = row.isOpen || (row.isBroken && line < end);
    const taken = isBroken ? line : end;
    yield* recordOf(rest.slice(0, taken), offset + at, isBroken ? null : row, form);
    at += taken;
  }
}

/** @param row - null for a line whose quotes mean nothing */
function* recordOf(line: Bytes, offset: number, row: DecodedRow | null, form: TableForm): Generator<CsvRecord> {
  const bytes = line.slice(0, line.length - breakLength(line, form.charset));
  if (bytes.length === 0) return;
  const { text, charset } = row ?? decodeRow(bytes, form);
  if (text.trim() === '') return;
  const { cells, isBroken } = row ?? plainRow(text, form.delimiter);
  const remarks = isBroken ? [QUOTES] : [];
  if (charset !== form.charset)
    remarks.push({
      code: 'bad-input',
      words: `It is not in ${form.charset}, as the table is; it was read as ${charset}.`,
    });
  yield { place: { offset, size: bytes.length, hash: sha256Hex(bytes), name: null }, bytes, cells, charset, remarks };
}

type DecodedRow = CsvRow & { readonly text: string; readonly charset: string };

function decodeRow(bytes: Bytes, { charset, delimiter }: TableForm): DecodedRow {
  const isFatal = charset === 'utf-8';
  let text: string;
  let used = charset;
  try {
    text = new TextDecoder(charset, { fatal: isFatal }).decode(bytes);
  } catch {
    // Rows that were pasted from elsewhere: every byte is a letter of this charset.
    used = 'windows-1252';
    text = new TextDecoder(used).decode(bytes);
  }
  const words = text.replace(/\r?\n$/, '');
  return { ...csvRow(words, delimiter), text: words, charset: used };
}

/** Behind a byte-order mark, and behind the line that Excel writes for itself. */
async function firstRow(source: ByteSource, { charset }: TableForm): Promise<number> {
  const head = await readRange(source, 0, 64);
  const isMarked = (head[0] === 0xef && head[1] === 0xbb) || (charset.startsWith('utf-16') && (head[0] ?? 0) >= 0xfe);
  const mark = isMarked ? (charset.startsWith('utf-16') ? 2 : 3) : 0;
  const text = new TextDecoder(charset).decode(head);
  return SEPARATOR_LINE.test(text) ? lineEnd(head, charset) : mark;
}

/** The place behind the first line break. */
function lineEnd(bytes: Uint8Array, charset: string): number {
  const width = charset.startsWith('utf-16') ? 2 : 1;
  const low = charset === 'utf-16be' ? 1 : 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (width === 1) return at + 1;
    if (at % 2 === low && bytes[low === 0 ? at + 1 : at - 1] === 0) return at + 2 - low;
  }
  return bytes.length;
}

function breakLength(line: Bytes, charset: string): number {
  const width = charset.startsWith('utf-16') ? 2 : 1;
  const tail = new TextDecoder(charset).decode(line.subarray(-2 * width));
  return (/\r?\n$/.exec(tail)?.[0].length ?? 0) * width;
}

function orAll(end: number, bytes: Bytes): number {
  return end < 0 ? bytes.length : end;
}
