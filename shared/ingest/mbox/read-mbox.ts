import { throwIfCancelled } from '#shared/kernel/job-control.ts';
import { type ByteSource, memorySource, piecesOf } from '../byte-source.ts';
import type { FormatHead } from '../format-head.ts';
import {
  type FormatReader,
  type ReadingContext,
  type ReadOutcome,
  type RecordPlace,
  wholeFile,
} from '../format-reader.ts';
import { captureOf } from '../found-article.ts';
import type { ReadingHints } from '../reader.ts';

const MEDIA_TYPE = 'application/mbox';
const OF_ONE = 'message/rfc822';
/** Bytes of one mail with all that is attached. */
const MOST_MAIL = 256 * 2 ** 20;
/** What mail programs write before each mail: `From ada@example.org Sun Nov 10 21:30:00 2019`. */
const SEPARATOR = /^From [^\n]{1,200}\b\d{1,2}:\d\d(?::\d\d)?\b[^\n]{0,40}\r?$/;
const LINE_FEED = 10;
const LONGEST_SEPARATOR = 300;

/** Reads a mailbox mail by mail, with one of them in memory. */
export const mboxFormat: FormatReader = { name: 'mbox', mediaType: MEDIA_TYPE, fits: isMailbox, read: readMailbox };

/** One mail that was saved with the line before it is a mail. */
function isMailbox({ bytes }: FormatHead, { fileName, mediaType }: ReadingHints, source: ByteSource): boolean {
  if (mediaType === OF_ONE || /\.eml$/i.test(fileName ?? '')) return false;
  const [first = '', ...rest] = new TextDecoder('windows-1252').decode(bytes).split('\n');
  if (!SEPARATOR.test(first) || !/^[!-9;-~]+:/.test(rest[0] ?? '')) return false;
  return (
    /\.mbo?x$/i.test(fileName ?? '') ||
    source.size > bytes.length ||
    rest.some((line, at) => isStart(line, rest[at - 1]))
  );
}

function isStart(line: string, before: string | undefined): boolean {
  return before?.trim() === '' && SEPARATOR.test(line);
}

async function* readMailbox(source: ByteSource, _: ReadingHints, context: ReadingContext): AsyncGenerator<ReadOutcome> {
  yield { kind: 'container', place: wholeFile, format: 'mbox', mediaType: MEDIA_TYPE, facts: [], remarks: [] };
  let number = 0;
  for await (const mail of mailsOf(source, context)) {
    number++;
    const place = { ...wholeFile, path: [`mail ${number}`], offset: mail.offset, size: mail.size };
    if (mail.bytes === null) {
      const reason = 'The mail is over 256 MB. Save it alone, without what is attached, and import that.';
      yield { kind: 'left-out', place, mediaType: OF_ONE, code: 'too-large', reason };
      continue;
    }
    const hash = captureOf(mail.bytes, MEDIA_TYPE).id as string as RecordPlace['hash'];
    const hints = { fileName: `mail-${number}.eml`, mediaType: OF_ONE, address: null };
    yield* context.readPart(memorySource(mail.bytes), hints, { ...place, hash });
    throwIfCancelled(context.job);
  }
}

/** A mail as it stands in its mailbox, with the line before it; its bytes are null where there are too many. */
type StoredMail = { readonly offset: number; readonly size: number; readonly bytes: Uint8Array<ArrayBuffer> | null };

async function* mailsOf(source: ByteSource, { job }: ReadingContext): AsyncGenerator<StoredMail> {
  let held: Uint8Array<ArrayBuffer>[] = [];
  let [offset, size] = [0, 0];
  let rest = new Uint8Array(0);
  let isAfterEmpty = false;
  const take = (bytes: Uint8Array) => {
    size += bytes.length;
    if (size <= MOST_MAIL) held.push(bytes.slice());
    else held = [];
  };
  const finished = (): StoredMail => ({ offset, size, bytes: size > MOST_MAIL ? null : joined(held, size) });
  for await (const piece of piecesOf(source, job)) {
    const bytes = joined([rest, piece], rest.length + piece.length);
    const { starts, end, isEmpty } = separatorsIn(bytes, isAfterEmpty);
    let from = 0;
    for (const start of starts) {
      take(bytes.subarray(from, start));
      if (size > 0) yield finished();
      [offset, size, held, from] = [offset + size, 0, [], start];
    }
    take(bytes.subarray(from, end));
    rest = bytes.slice(end);
    isAfterEmpty = isEmpty;
    job.onProgress(offset + size, source.size);
  }
  take(rest);
  if (size > 0) yield finished();
}

/** Where mails begin among whole lines; the last line, not yet whole, is left for the next piece unless it is too long to be a separator. */
function separatorsIn(bytes: Uint8Array, wasEmpty: boolean) {
  const latin = new TextDecoder('windows-1252');
  const starts: number[] = [];
  let isEmpty = wasEmpty;
  let at = 0;
  for (let feed = bytes.indexOf(LINE_FEED); feed >= 0; feed = bytes.indexOf(LINE_FEED, at)) {
    if (
      isEmpty &&
      bytes[at] === 70 &&
      SEPARATOR.test(latin.decode(bytes.subarray(at, Math.min(feed, at + LONGEST_SEPARATOR))))
    )
      starts.push(at);
    isEmpty = feed === at || (feed === at + 1 && bytes[at] === 13);
    at = feed + 1;
  }
  const isLong = bytes.length - at > LONGEST_SEPARATOR;
  return { starts, end: isLong ? bytes.length : at, isEmpty: isLong ? false : isEmpty };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
