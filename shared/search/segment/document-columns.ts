import type { CountName, IndexDocument } from '#shared/search/model/index-document.ts';
import { checksum } from './checksum.ts';

/** Stands in a column of days where there is none. */
export const NO_DAY = -0x80000000;
/** Stands for an open end of a count. */
export const NO_COUNT = -1;

/** What is kept of each document beside its words, in typed arrays; of counts one row per count. */
export type DocumentColumns = {
  /** Case and article id, 16 bytes each, as the ids read in hex. */
  readonly keys: Uint8Array;
  /** Checks of the keys, to look for one without reading all. */
  readonly keyChecks: Uint32Array;
  /** Places in the segment's list of cases. */
  readonly caseNumbers: Uint16Array;
  readonly lengths: Uint8Array;
  /** Days since 1970-01-01 or `NO_DAY`. */
  readonly publishedFirst: Int32Array;
  readonly publishedLast: Int32Array;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly imported: Float64Array;
  readonly words: Uint32Array;
  readonly countDocs: Int32Array;
  readonly countNames: Uint8Array;
  readonly countMins: Float64Array;
  readonly countMaxes: Float64Array;
};

/** Every column, in the order in which they are written; the widest first, so that each is aligned. */
export const columnNames = [
  'imported',
  'countMins',
  'countMaxes',
  'publishedFirst',
  'publishedLast',
  'words',
  'keyChecks',
  'countDocs',
  'caseNumbers',
  'keys',
  'lengths',
  'countNames',
] as const satisfies readonly (keyof DocumentColumns)[];

/** Names of counts as numbers of a column. */
export const countNames: readonly CountName[] = ['killed', 'injured', 'casualties'];
/** Bytes of a document's key. */
export const KEY = 32;

/** A row of columns, before it is put among others. */
export type DocumentRow = Pick<
  IndexDocument,
  'caseId' | 'articleId' | 'published' | 'imported' | 'words' | 'counts'
> & {
  readonly length: number;
};

/** Puts rows into columns. */
export function columnsOf(rows: readonly DocumentRow[], cases: readonly string[]): DocumentColumns {
  const counts = rows.flatMap((row, doc) => row.counts.map((count) => ({ doc, ...count })));
  const keys = new Uint8Array(rows.length * KEY);
  for (const [doc, { caseId, articleId }] of rows.entries()) keys.set(keyBytes(caseId, articleId), doc * KEY);
  return {
    keys,
    keyChecks: Uint32Array.from(rows, (_, doc) => checksum(keys.subarray(doc * KEY, (doc + 1) * KEY), 0)),
    caseNumbers: Uint16Array.from(rows, ({ caseId }) => cases.indexOf(caseId)),
    lengths: Uint8Array.from(rows, ({ length }) => length),
    publishedFirst: Int32Array.from(rows, ({ published }) => published?.first ?? NO_DAY),
    publishedLast: Int32Array.from(rows, ({ published }) => published?.last ?? NO_DAY),
    imported: Float64Array.from(rows, ({ imported }) => imported),
    words: Uint32Array.from(rows, ({ words }) => words),
    countDocs: Int32Array.from(counts, ({ doc }) => doc),
    countNames: Uint8Array.from(counts, ({ name }) => countNames.indexOf(name)),
    countMins: Float64Array.from(counts, ({ min }) => min ?? NO_COUNT),
    countMaxes: Float64Array.from(counts, ({ max }) => max ?? NO_COUNT),
  };
}

/** The bytes of a document's key. */
export function keyBytes(caseId: string, articleId: string): Uint8Array {
  const bytes = new Uint8Array(KEY);
  writeId(bytes, 0, caseId);
  writeId(bytes, KEY / 2, articleId);
  return bytes;
}

function writeId(bytes: Uint8Array, start: number, id: string): void {
  let digits = start * 2;
  for (let at = 0; at < id.length && digits < start * 2 + KEY; at++) {
    const unit = id.charCodeAt(at);
    if (unit === HYPHEN) continue;
    // 0-9, then a-f or A-F
    const digit = unit < 0x3a ? unit - 0x30 : (unit | 0x20) - 0x57;
    bytes[digits >> 1] = (digits & 1) === 0 ? digit << 4 : (bytes[digits >> 1] as number) | digit;
    digits++;
  }
}

const HYPHEN = 0x2d;

/** The ids of a document, back from its key. */
export function idsOf(keys: Uint8Array, doc: number): { readonly caseId: string; readonly articleId: string } {
  return { caseId: idOf(keys, doc * KEY), articleId: idOf(keys, doc * KEY + KEY / 2) };
}

function idOf(keys: Uint8Array, start: number): string {
  let hex = '';
  for (let at = start; at < start + KEY / 2; at++) hex += (keys[at] as number).toString(16).padStart(2, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The bytes of all columns, one behind the other. */
export function columnBytes(columns: DocumentColumns): Uint8Array[] {
  return columnNames.map((name) => {
    const column = columns[name];
    return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  });
}

/** Where a column lies in its file. */
export function columnRange(name: keyof DocumentColumns, documents: number, counts: number) {
  let offset = 0;
  for (const one of columnNames) {
    const length = columnLength(one, documents, counts);
    if (one === name) return { offset, length };
    offset += length;
  }
  return { offset, length: 0 };
}

function columnLength(name: keyof DocumentColumns, documents: number, counts: number): number {
  switch (name) {
    case 'imported':
      return documents * 8;
    case 'countMins':
    case 'countMaxes':
      return counts * 8;
    case 'publishedFirst':
    case 'publishedLast':
    case 'words':
    case 'keyChecks':
      return documents * 4;
    case 'caseNumbers':
      return documents * 2;
    case 'countDocs':
      return counts * 4;
    case 'keys':
      return documents * KEY;
    case 'lengths':
      return documents;
    case 'countNames':
      return counts;
  }
}
