import { fitsDigest } from '#shared/custody/stated-digest.ts';
import type { Bytes } from '../byte-source.ts';
import type { Remark } from '../format-reader.ts';
import { decodeCodings } from '../packed/decode-coding.ts';
import type { ArchiveRecord } from './archive-record.ts';
import { type HeaderLines, headerOf } from './header-lines.ts';
import { httpMessage } from './http-message.ts';
import { joinChunks } from './join-chunks.ts';

/** What a record holds once the ways it was sent and packed are undone. */
export type Payload = {
  /** As it was stated, with its charset; null when nothing was. */
  readonly mediaType: string | null;
  readonly bytes: Bytes;
  /** The server's answer; null for what no server sent. */
  readonly status: number | null;
  readonly httpHeaders: HeaderLines;
  readonly remarks: readonly Remark[];
};

/**
 * Takes the payload out of a record, and compares it with the digests that are stated.
 *
 * @throws {AppError} `too-large` or `unreadable` for a payload that cannot be unpacked
 */
export function payloadOf(record: ArchiveRecord, block: Bytes): Payload {
  const message = isHttp(record) ? httpMessage(block) : null;
  const digests = digestRemarks(record, block, message?.body ?? block);
  if (message === null) {
    const mediaType = headerOf(record.headers, 'Content-Type');
    return { mediaType, bytes: block, status: null, httpHeaders: [], remarks: digests };
  }
  const { status, headers, body } = message;
  const isChunked = /\bchunked\b/i.test(headerOf(headers, 'Transfer-Encoding') ?? '');
  const joined = isChunked ? joinChunks(body) : { bytes: body, isCut: false };
  const decoded = decodeCodings(joined.bytes, headerOf(headers, 'Content-Encoding'));
  const remarks = [...digests];
  if (joined.isCut || decoded.isCut) {
    remarks.push({ code: 'truncated', words: 'The answer was cut off: it ends before its packing does.' });
  }
  return { mediaType: headerOf(headers, 'Content-Type'), bytes: decoded.bytes, status, httpHeaders: headers, remarks };
}

function isHttp({ kind, headers, address }: ArchiveRecord): boolean {
  const type = headerOf(headers, 'Content-Type');
  if (type !== null) return /^application\/http\b/i.test(type);
  return kind === 'response' && /^https?:/i.test(address ?? '');
}

/** Whether the digest of a payload covers the chunks or what they join to is not said, and both are found. */
function digestRemarks({ headers }: ArchiveRecord, block: Bytes, body: Bytes): Remark[] {
  const remarks: Remark[] = [];
  const ofBlock = headerOf(headers, 'WARC-Block-Digest');
  if (ofBlock !== null && fitsDigest(block, ofBlock) === false) {
    remarks.push({ code: 'altered', words: 'The record is not what its digest stands for.' });
  }
  const ofPayload = headerOf(headers, 'WARC-Payload-Digest');
  const isRevisit = /revisit/i.test(headerOf(headers, 'WARC-Type') ?? '');
  if (ofPayload !== null && !isRevisit && fitsDigest(body, ofPayload) === false) {
    if (fitsDigest(joinChunks(body).bytes, ofPayload) === false) {
      remarks.push({ code: 'altered', words: 'The page is not what its digest stands for.' });
    }
  }
  const reason = headerOf(headers, 'WARC-Truncated');
  if (reason !== null) remarks.push({ code: 'truncated', words: `The crawler cut it off (${reason.slice(0, 60)}).` });
  return remarks;
}
