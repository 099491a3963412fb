import { AppError } from '#shared/kernel/app-error.ts';
import { throwIfCancelled } from '#shared/kernel/job-control.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatHead } from '../format-head.ts';
import type { FormatReader, FoundContainer, LeftOut, ReadingContext, ReadOutcome, Remark } from '../format-reader.ts';
import { noOrigin, wholeFile } from '../format-reader.ts';
import { captureOf } from '../found-article.ts';
import { noHints, type ReadingHints } from '../reader.ts';
import { detectForm } from './csv-form.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import { columnsOf, guessCsv, guessOfForm, numberedColumn } from './guess-csv.ts';
import { mappedArticle } from './mapped-article.ts';
import type { TableForm, TableGuess, TableMapping } from './table-mapping.ts';

const MEDIA_TYPE = 'text/csv';
/** Without a name that says so, only what is cut very much alike is a table: prose has commas too. */
const SURE = { rows: 3, columns: 3, share: 0.95 } as const;
const OTHER_FORMAT = /^[\s\uFEFF]*[<{[]/;

/** Reads tables: CSV, TSV and their kin, each row an article by the mapping that the analyst has chosen. */
export const csvFormat: FormatReader = { name: 'csv', mediaType: MEDIA_TYPE, fits: isTable, read: readTable };

function isTable({ text, bytes }: FormatHead, hints: ReadingHints, source: ByteSource): boolean {
  if (hints.mapping?.form !== undefined) return true;
  if (text === null || OTHER_FORMAT.test(text)) return false;
  const isNamed =
    /\.(?:csv|tsv|tab|psv)$/i.test(hints.fileName ?? '') ||
    /^\s*text\/(?:csv|tab-separated-values)/i.test(hints.mediaType ?? '');
  const detected = detectForm(bytes, bytes.length === source.size);
  const { columns, share, rows, form } = detected;
  if (isNamed) return columns >= 2 && share >= 0.3;
  return (
    rows.length >= SURE.rows &&
    columns >= SURE.columns &&
    share >= SURE.share &&
    form.hasHeader &&
    guessOfForm(detected).mapping.fields.length >= 2
  );
}

async function* readTable(
  source: ByteSource,
  hints: ReadingHints,
  { job }: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const guess = await guessCsv(source, hints.mapping?.form);
  if (hints.mapping === undefined || guess.form === null) {
    yield container(guess);
    yield unmapped(guess);
    return;
  }
  const mapping: TableMapping = hints.mapping;
  const form = guess.form;
  yield container(guess);
  const quiet = { ...job, pause: () => job.pause(), onProgress: () => {} };
  let columns: readonly string[] | null = form.hasHeader ? null : columnsOf(form, [], guess.columns.length);
  let number = 0;
  for await (const row of csvRecords(source, form, job)) {
    if (columns === null) {
      columns = columnsOf(form, row.cells, row.cells.length);
      continue;
    }
    yield await rowOutcome({ row, number: ++number, columns, form, mapping, hints }, quiet);
    throwIfCancelled(job);
  }
}

type RowOf = {
  readonly row: CsvRecord;
  readonly number: number;
  readonly columns: readonly string[];
  readonly form: TableForm;
  readonly mapping: TableMapping;
  readonly hints: ReadingHints;
};

async function rowOutcome(
  { row, number, columns, form, mapping, hints }: RowOf,
  job: ReadingContext['job'],
): Promise<ReadOutcome> {
  const place = { ...row.place, path: [`row ${number}`] };
  const leftOut = (code: LeftOut['code'], reason: string): LeftOut => ({
    kind: 'left-out',
    place,
    mediaType: MEDIA_TYPE,
    code,
    reason,
  });
  if (row.bytes === null) return leftOut('too-large', 'It has over 64 MB: a quote before it may never be closed.');
  const names = row.cells.map((_, at) => columns[at] ?? numberedColumn(at));
  const values = new Map(
    names.flatMap((name, at) => (row.cells[at]?.trim() ? [[name, [row.cells[at] ?? '']] as const] : [])),
  );
  const source = { rule: 'csv', charset: row.charset, hints: { ...noHints, address: hints.address } };
  try {
    const { article, url, capturedAt } = await mappedArticle(values, mapping, source, job);
    if (article === null) return leftOut('no-text', 'There are no words in the columns that should hold them.');
    const remarks = [...row.remarks, ...raggedness(row.cells.length, columns.length)];
    const alone = { fields: mapping.fields, form: { ...form, hasHeader: false, columns } };
    const capture = captureOf(row.bytes, MEDIA_TYPE);
    const origin = { ...noOrigin, url, capturedAt };
    return {
      kind: 'article',
      place,
      capture,
      within: '',
      article,
      charset: row.charset,
      origin,
      hints: { ...noHints, mapping: alone },
      remarks,
    };
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-large') return leftOut('too-large', error.message);
    throw error;
  }
}

function raggedness(cells: number, columns: number): Remark[] {
  return cells === columns
    ? []
    : [{ code: 'bad-input', words: `It has ${cells} cells, the table ${columns} columns.` }];
}

function container({ form, columns }: TableGuess): FoundContainer {
  const delimiter = form?.delimiter === '\t' ? 'tab' : (form?.delimiter ?? '');
  const facts = [
    { name: 'delimiter', value: delimiter },
    { name: 'charset', value: form?.charset ?? '' },
    { name: 'header', value: form?.hasHeader ? 'first row' : 'none' },
    { name: 'columns', value: columns.join(', ').slice(0, 2000) },
  ];
  return { kind: 'container', place: wholeFile, format: 'csv', mediaType: MEDIA_TYPE, facts, remarks: [] };
}

function unmapped(guess: TableGuess): LeftOut {
  const reason = 'A table. Say which of its columns holds the words, the title and the date, then it is read.';
  return { kind: 'left-out', place: wholeFile, mediaType: MEDIA_TYPE, code: 'unmapped', reason, guess };
}
