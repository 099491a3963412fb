import type { JobControl } from '#shared/kernel/job-control.ts';
import { type ByteSource, type Bytes, readRange } from '../byte-source.ts';
import type { RecordPlace } from '../format-reader.ts';
import { type CutRecord, cutRecords, hashOfRecord, lineScanner } from '../tables/cut-records.ts';
import { ElementScanner } from './element-scanner.ts';
import type { JsonForm } from './json-form.ts';
import { type ParsedJson, parseJson } from './parse-json.ts';

/** One value of a file: parsed, or why not. */
export type JsonRecord = {
  readonly place: RecordPlace;
  /** As it stands, without what parts it from the next; null when it is too large to be held. */
  readonly bytes: Bytes | null;
  readonly parsed: ParsedJson;
};

const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** The values of a file of several, one after another. Empty lines are no values. */
export async function* jsonRecords(
  source: ByteSource,
  form: Exclude<JsonForm, 'single'>,
  job: JobControl,
): AsyncGenerator<JsonRecord> {
  const isList = form === 'list';
  const start = await firstByte(source, isList);
  let number = 0;
  let line = 0;
  for await (const cut of cutRecords(source, job, isList ? new ElementScanner() : lineScanner, start)) {
    line++;
    const bytes = cut.bytes === null ? null : trimmed(cut.bytes, isList);
    if (bytes !== null && bytes.length === 0) continue;
    number++;
    const offset = cut.offset + (bytes === null ? 0 : leadingSpace(cut.bytes ?? bytes));
    yield {
      place: {
        path: [isList ? `item ${number}` : `line ${line}`],
        offset,
        size: bytes?.length ?? cut.size,
        hash: hashOfRecord(cut, bytes),
        name: null,
      },
      bytes,
      parsed: bytes === null ? tooLarge(cut) : parseJson(bytes),
    };
  }
}

/** Behind a byte-order mark, and behind the bracket that opens a list. */
async function firstByte(source: ByteSource, isList: boolean): Promise<number> {
  const head = await readRange(source, 0, 64 * 1024);
  const mark = head[0] === 0xef && head[1] === 0xbb ? 3 : 0;
  return isList ? Math.max(0, head.indexOf(0x5b)) + 1 : mark;
}

/** Without space around it, and without the comma or bracket behind a member of a list. */
function trimmed(bytes: Bytes, isList: boolean): Bytes {
  const start = leadingSpace(bytes);
  let end = bytes.length;
  const trimEnd = () => {
    while (end > start && SPACE.has(bytes[end - 1] ?? 0)) end--;
  };
  trimEnd();
  const last = bytes[end - 1];
  const isOpen = bytes[start] === 0x5b || bytes[start] === 0x7b;
  const closes = bytes[start] === 0x5b ? 0x5d : 0x7d;
  if (
    isList &&
    end > start &&
    (last === 0x2c || (last === 0x5d && !(isOpen && closes === 0x5d && isClosed(bytes, start, end))))
  ) {
    end--;
    trimEnd();
  }
  return bytes.slice(start, end);
}

/** Whether the last bracket belongs to the member itself, which is a list. */
function isClosed(bytes: Bytes, start: number, end: number): boolean {
  const text = new TextDecoder().decode(bytes.subarray(start, end));
  try {
    JSON.parse(text);
    return true;
  } catch {
    // One bracket too many: it closes the list around.
    return false;
  }
}

function leadingSpace(bytes: Bytes): number {
  let at = 0;
  while (at < bytes.length && SPACE.has(bytes[at] ?? 0)) at++;
  return at;
}

function tooLarge({ size }: CutRecord): ParsedJson {
  const megabytes = Math.ceil(size / 1024 / 1024).toLocaleString('en');
  return { kind: 'fault', code: 'too-large', reason: `It has ${megabytes} MB; 64 MB is the most for one record.` };
}
