import { throwIfCancelled } from '#shared/kernel/job-control.ts';
import { type ByteSource, wholeOf } from '../byte-source.ts';
import { headOf } from '../format-head.ts';
import type { FormatReader, FoundContainer, LeftOut, ReadingContext, ReadOutcome } from '../format-reader.ts';
import { wholeFile } from '../format-reader.ts';
import { captureOf } from '../found-article.ts';
import type { ReadingHints } from '../reader.ts';
import { MOST_RECORD } from '../tables/cut-records.ts';
import { isSure, isWords } from '../tables/guess-mapping.ts';
import type { TableGuess } from '../tables/table-mapping.ts';
import { guessOf, guessRecords, type RecordGuess } from './guess-records.ts';
import { type JsonForm, jsonFormOf, looksLikeJson } from './json-form.ts';
import { jsonRecords } from './json-records.ts';
import { parseJson } from './parse-json.ts';
import { recordArticle } from './record-article.ts';
import { type FoundObject, listsOf, withoutLists } from './record-lists.ts';

const MEDIA_TYPE = 'application/json';
const LINES_TYPE = 'application/x-ndjson';
const LINE_BREAK = 0x0a;

/** Reads what scrapers write: one object, an object on each line, or a list of them; of unknown fields by a mapping. */
export const jsonFormat: FormatReader = {
  name: 'json',
  mediaType: MEDIA_TYPE,
  fits: ({ text }) => text !== null && looksLikeJson(text),
  read: readJson,
};

async function* readJson(
  source: ByteSource,
  hints: ReadingHints,
  context: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const form = await formOf(source, context);
  if (form === 'single') yield* readSingle(source, hints, context);
  else yield* readMany(source, form, hints, context);
}

/** What begins with a line longer than is looked at may be one value, as interfaces answer, or the first of many. */
async function formOf(source: ByteSource, { job }: ReadingContext): Promise<JsonForm> {
  const head = await headOf(source, 'application/json; charset=utf-8');
  const form = jsonFormOf(head, source.size);
  if (form !== 'lines' || head.bytes.includes(LINE_BREAK) || source.size > MOST_RECORD) return form;
  const bytes = await wholeOf(source, MOST_RECORD, { ...job, pause: () => job.pause(), onProgress: () => {} });
  const first = bytes.indexOf(LINE_BREAK);
  return first < 0 || bytes.subarray(first).every((byte) => byte <= 0x20) ? 'single' : 'lines';
}

async function* readMany(
  source: ByteSource,
  form: Exclude<JsonForm, 'single'>,
  hints: ReadingHints,
  { job }: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const guess = await guessRecords(source, form, job);
  yield container(form, guess);
  if (!guess.isKnown && !hints.mapping && !isSure(guess.table.mapping)) return yield unmapped(guess.table);
  const quiet = { ...job, pause: () => job.pause(), onProgress: () => {} };
  for await (const { place, bytes, parsed } of jsonRecords(source, form, job)) {
    if (parsed.kind === 'fault') {
      yield { kind: 'left-out', place, mediaType: MEDIA_TYPE, code: parsed.code, reason: parsed.reason };
    } else if (
      bytes === null ||
      typeof parsed.value !== 'object' ||
      parsed.value === null ||
      Array.isArray(parsed.value)
    ) {
      yield {
        kind: 'left-out',
        place,
        mediaType: MEDIA_TYPE,
        code: 'no-article',
        reason: 'It is no object with named fields.',
      };
    } else {
      const { value, charset, remarks } = parsed;
      const object = { value, charset, place, capture: captureOf(bytes, MEDIA_TYPE), within: '', remarks };
      yield await recordArticle(object, hints, guess.table.mapping, quiet);
    }
    throwIfCancelled(job);
  }
}

async function* readSingle(
  source: ByteSource,
  hints: ReadingHints,
  { job }: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const bytes = await wholeOf(source, MOST_RECORD, job);
  const parsed = parseJson(bytes);
  if (parsed.kind === 'fault') {
    yield { kind: 'left-out', place: wholeFile, mediaType: MEDIA_TYPE, code: parsed.code, reason: parsed.reason };
    return;
  }
  const capture = captureOf(bytes, MEDIA_TYPE);
  const { charset, remarks } = parsed;
  const found = objectsOf(parsed.value, hints);
  const { table, isKnown } = guessOf(found.map(({ value }) => value));
  if (!isKnown && !hints.mapping && !isSure(table.mapping)) return yield unmapped(table);
  if (found.length > 1 || found[0]?.within !== '') yield container('single', { table, isKnown });
  for (const { value, within } of found) {
    const place =
      within === ''
        ? { ...wholeFile, size: bytes.length }
        : { path: [within], offset: null, size: null, hash: null, name: null };
    yield await recordArticle({ value, charset, place, capture, within, remarks }, hints, table.mapping, job);
    throwIfCancelled(job);
  }
}

/** A value that is read as one article is one, whatever lists it has besides: of pictures, of related pages. */
function objectsOf(value: unknown, { mapping }: ReadingHints): FoundObject[] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) return listsOf(value);
  const { table, isKnown } = guessOf([withoutLists(value)]);
  const isRead = mapping
    ? mapping.fields.some(({ column, field }) => isWords(field) && table.columns.includes(column))
    : isKnown || isSure(table.mapping);
  return isRead ? [{ value, within: '' }] : listsOf(value);
}

function container(form: JsonForm, { table, isKnown }: RecordGuess): FoundContainer {
  const mediaType = form === 'lines' ? LINES_TYPE : MEDIA_TYPE;
  const read = isKnown ? 'by the fields of a known tool' : 'by a mapping';
  const facts = [
    { name: 'read', value: read },
    { name: 'fields', value: table.columns.join(', ').slice(0, 2000) },
  ];
  return { kind: 'container', place: wholeFile, format: 'json', mediaType, facts, remarks: [] };
}

function unmapped(guess: TableGuess): LeftOut {
  const reason =
    'Its fields are of no known tool. Say which of them holds the words, the title and the date, then it is read.';
  return { kind: 'left-out', place: wholeFile, mediaType: MEDIA_TYPE, code: 'unmapped', reason, guess };
}
