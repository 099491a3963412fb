import { sha256Hex } from '#shared/custody/sha256.ts';
import type { Remark } from '../format-reader.ts';
import { type ByteQueue, concatenated } from '../packed/byte-queue.ts';
import type { ArchiveDamage, ArchiveRecord } from './archive-record.ts';
import type { ArchiveStream } from './archive-stream.ts';
import { headerText } from './header-lines.ts';
import { skipBlankLines } from './record-start.ts';
import { MOST_BLOCK } from './take-block.ts';

/** Bytes of the line before a record: an address may be long. */
const MOST_LINE = 64 * 1024;
/** Address, host, moment, kind, length; version 2 has more between kind and length. Addresses may have blanks. */
const LINE = /^([a-z][a-z0-9+.-]*:\S.*?) (\S*) (\d{8,18}) (\S+)(?: \S+)*? (-?\w+)\r?\n?$/i;

/**
 * Reads the records of an ARC one after another. What is no record, or states no length, is damage.
 *
 * @see https://archive.org/web/researcher/ArcFileFormat.php
 */
export async function* arcRecords(stream: ArchiveStream): AsyncGenerator<ArchiveRecord | ArchiveDamage> {
  const { queue } = stream;
  for (let number = 1; ; ) {
    await skipBlankLines(queue);
    const offset = stream.offsetOf(queue.position);
    const line = await queue.line(MOST_LINE);
    if (line.length === 0) break;
    const [, address, , moment = '', mediaType = '', stated = ''] = LINE.exec(headerText(line)) ?? [];
    const length = /^\d{1,12}$/.test(stated) ? Number(stated) : null;
    if (address === undefined || length === null || length > MOST_BLOCK) {
      if (length !== null) await skip(queue, length);
      const words =
        address === undefined
          ? 'A line here is no record: damaged or cut off.'
          : 'A record here states no length that can be believed.';
      yield { kind: 'damage', code: 'unreadable', words, offset, size: line.length };
    } else {
      const block = await queue.take(length);
      const bytes = concatenated([line, block]);
      const isHttp = /^HTTP\//.test(String.fromCharCode(...block.subarray(0, 5)));
      const cut: Remark = { code: 'truncated', words: `It was cut off: of ${length} bytes there are ${block.length}.` };
      yield {
        kind: /^filedesc:/i.test(address) ? 'warcinfo' : 'response',
        number: number++,
        offset,
        headers: [['Content-Type', isHttp ? 'application/http' : mediaType]],
        address,
        date: instantIn(moment),
        bytes,
        block: bytes.subarray(line.length),
        size: bytes.length,
        hash: sha256Hex(bytes),
        remarks: block.length < length ? [cut] : [],
      };
    }
    for (const { at, fault } of stream.faultsBefore(queue.position)) {
      yield {
        kind: 'damage',
        code: fault === 'truncated' ? 'truncated' : 'unreadable',
        words: 'Its packed data are damaged or cut off here.',
        offset: at,
        size: null,
      };
    }
  }
}

/** Whether a text begins with the line of a record. */
export function beginsLikeArc(text: string): boolean {
  return LINE.test(text.slice(0, text.indexOf('\n') + 1));
}

async function skip(queue: ByteQueue, length: number): Promise<void> {
  for (let left = length; left > 0; ) {
    const { length: passed } = await queue.some(left);
    if (passed === 0) return;
    left -= passed;
  }
}

/** `20140216050221` as ISO 8601; as it stands where it is shorter or longer. */
function instantIn(moment: string): string {
  return /^\d{14}$/.test(moment) ? moment.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z') : moment;
}
