import type { Bytes } from '../byte-source.ts';
import { type ByteQueue, concatenated } from '../packed/byte-queue.ts';
import { type ArchiveDamage, type ArchiveRecord, isRecord } from './archive-record.ts';
import type { ArchiveStream } from './archive-stream.ts';
import { type HeaderLines, headerLines, headerOf, headerText } from './header-lines.ts';
import { findRecordStart, goToRecordStart, START_LENGTH, skipBlankLines } from './record-start.ts';
import { type TakenBlock, takeBlock } from './take-block.ts';

/** Bytes of all headers of a record. */
const MOST_HEADER = 256 * 1024;
/** Tools write addresses between these. */
const BRACKETS = /^<|>$/g;

/**
 * Reads the records of a WARC one after another, whatever their lengths state. What is no record is damage; damage in the packing
 * is told behind the record that it lies in.
 *
 * @see https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
 */
export async function* warcRecords(opened: ArchiveStream): AsyncGenerator<ArchiveRecord | ArchiveDamage> {
  let stream = opened;
  for (let number = 1; ; ) {
    await skipBlankLines(stream.queue);
    const offset = stream.offsetOf(stream.queue.position);
    const ahead = await stream.queue.peek(START_LENGTH);
    if (ahead.length === 0) break;
    if (findRecordStart(ahead) !== 0) {
      yield await passDamage(stream, offset);
    } else {
      const header = await takeHeader(stream.queue);
      const headers = headerLines(headerText(header));
      const stated = statedLength(headers);
      let block = await takeBlock(stream.queue, header, stated);
      if (block === null) {
        stream = await reopenedAt(stream, offset);
        block = await takeBlock(stream.queue, offset === null ? header : await takeHeader(stream.queue), stated, false);
      }
      if (block !== null) yield recordOf({ number, offset, headers, header, ...block });
      number++;
    }
    yield* damages(stream);
  }
  yield* damages(stream);
}

/** One record that is known to begin at a place of the file; null when none does. */
export async function warcRecordAt(stream: ArchiveStream): Promise<ArchiveRecord | null> {
  for await (const record of warcRecords(stream)) return isRecord(record) ? record : null;
  return null;
}

async function reopenedAt(stream: ArchiveStream, offset: number | null): Promise<ArchiveStream> {
  if (offset === null) return stream;
  await stream.queue.close();
  return stream.reopened(offset);
}

async function passDamage(stream: ArchiveStream, offset: number | null): Promise<ArchiveDamage> {
  const { queue } = stream;
  const start = queue.position;
  await goToRecordStart(queue, () => {});
  const size = queue.position - start;
  return {
    kind: 'damage',
    code: 'unreadable',
    words: `${size} bytes here are no record: damaged or cut off.`,
    offset,
    size,
  };
}

function* damages(stream: ArchiveStream): Generator<ArchiveDamage> {
  for (const { at, fault } of stream.faultsBefore(stream.queue.position)) {
    const words =
      fault === 'truncated'
        ? 'The file ends in the midst of its packed data. What could be unpacked was read.'
        : 'Its packed data are damaged here. What could be unpacked was read.';
    yield { kind: 'damage', code: fault === 'truncated' ? 'truncated' : 'unreadable', words, offset: at, size: null };
  }
}

/** All lines to the first empty one, that line included. */
async function takeHeader(queue: ByteQueue): Promise<Bytes> {
  const lines: Bytes[] = [];
  let length = 0;
  while (length < MOST_HEADER) {
    const line = await queue.line(MOST_HEADER - length);
    lines.push(line);
    length += line.length;
    if (line.length === 0 || line[0] === 0x0a || (line[0] === 0x0d && line[1] === 0x0a)) break;
  }
  return concatenated(lines, length);
}

function statedLength(headers: HeaderLines): number | null {
  const stated = headerOf(headers, 'Content-Length') ?? '';
  return /^\d{1,15}$/.test(stated) ? Number(stated) : null;
}

type Parts = Pick<ArchiveRecord, 'number' | 'offset' | 'headers'> & TakenBlock & { readonly header: Bytes };

function recordOf({ number, offset, headers, header, bytes, size, hash, remarks }: Parts): ArchiveRecord {
  const isCut = header.at(-1) !== 0x0a || headerText(header.subarray(-4)).replace(/\r/g, '').slice(-2) !== '\n\n';
  return {
    kind: (headerOf(headers, 'WARC-Type') ?? 'unnamed').toLowerCase(),
    number,
    offset,
    headers,
    address: headerOf(headers, 'WARC-Target-URI')?.replace(BRACKETS, '') ?? null,
    date: headerOf(headers, 'WARC-Date'),
    bytes,
    block: bytes?.subarray(header.length) ?? null,
    size,
    hash,
    remarks: isCut ? [{ code: 'truncated', words: 'It was cut off in the midst of its header.' }] : remarks,
  };
}
