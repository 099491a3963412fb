import { throwIfCancelled } from '#shared/kernel/job-control.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundContainer, LeftOut, ReadingContext, ReadOutcome } from '../format-reader.ts';
import { wholeFile } from '../format-reader.ts';
import { unpackedHead } from '../packed/gzip-head.ts';
import { isGzip } from '../packed/unpack-gzip.ts';
import type { ReadingHints } from '../reader.ts';
import { type ArchiveDamage, type ArchiveRecord, isRecord } from './archive-record.ts';
import { ArchiveStream } from './archive-stream.ts';
import { headerLines, headerOf, headerText } from './header-lines.ts';
import { type ArchiveKind, placeOf, recordOutcomes } from './record-outcomes.ts';
import { KnownRecords } from './revisits.ts';
import { warcRecords } from './warc-records.ts';

const MEDIA_TYPE = 'application/warc';
const SIGNATURE = /^\s*WARC\/\d\.\d/i;

/** Reads crawls: WARC 1.0 and 1.1, plain or packed by record or as a whole. */
export const warcFormat: FormatReader = {
  name: 'warc',
  mediaType: MEDIA_TYPE,
  fits: ({ bytes }) => SIGNATURE.test(String.fromCharCode(...unpackedHead(bytes).subarray(0, 64))),
  read: readWarc,
};

async function* readWarc(
  source: ByteSource,
  _hints: ReadingHints,
  context: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const { job } = context;
  const isPacked = isGzip(new Uint8Array(await source.slice(0, 4).arrayBuffer()));
  const stream = new ArchiveStream(source, job, isPacked);
  const known = new KnownRecords(stream);
  let archive: ArchiveKind | null = null;
  for await (const read of warcRecords(stream)) {
    if (archive === null) {
      archive = archiveKind(read);
      yield containerOf(read);
    }
    if (!isRecord(read)) {
      yield damaged(read);
      continue;
    }
    yield* read.kind === 'revisit' ? revisited(read, known, archive, context) : taken(read, known, archive, context);
    throwIfCancelled(job);
    if (read.offset !== null) job.onProgress(read.offset, source.size);
  }
  job.onProgress(source.size, source.size);
}

async function* taken(
  record: ArchiveRecord,
  known: KnownRecords,
  archive: ArchiveKind,
  context: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  for await (const outcome of recordOutcomes(record, archive, context)) {
    if (outcome.kind === 'article') known.add(record);
    yield outcome;
  }
}

/** A capture of what had been captured before: the article it was then, at another time. */
async function* revisited(
  record: ArchiveRecord,
  known: KnownRecords,
  archive: ArchiveKind,
  context: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const place = placeOf(record);
  const original = await known.originalOf(record);
  if (original === null) {
    const when = headerOf(record.headers, 'WARC-Refers-To-Date');
    const words = `The same as was captured before${when === null ? '' : ` (${when})`}; its bytes are not in this file as an article.`;
    yield { kind: 'left-out', place, mediaType: null, code: 'not-found', reason: words };
    return;
  }
  const remark = { code: 'no-article', words: `The same bytes as record ${original.number}, captured again.` } as const;
  for await (const outcome of recordOutcomes(original, archive, context)) {
    if (outcome.kind !== 'article') continue;
    const origin = { ...outcome.origin, url: record.address ?? outcome.origin.url, capturedAt: record.date };
    yield { ...outcome, place, origin, remarks: [...outcome.remarks, ...record.remarks, remark] };
  }
}

function archiveKind(first: ArchiveRecord | ArchiveDamage): ArchiveKind {
  const said = saidBy(first);
  return { mediaType: MEDIA_TYPE, software: headerOf(said, 'software'), operator: headerOf(said, 'operator') };
}

function containerOf(first: ArchiveRecord | ArchiveDamage): FoundContainer {
  const facts = saidBy(first).map(([name, value]) => ({ name, value }));
  return { kind: 'container', place: wholeFile, format: 'warc', mediaType: MEDIA_TYPE, facts, remarks: [] };
}

/** What a crawler says of itself in the first record. */
function saidBy(first: ArchiveRecord | ArchiveDamage): ReturnType<typeof headerLines> {
  if (!isRecord(first) || first.kind !== 'warcinfo' || first.block === null) return [];
  return headerLines(headerText(first.block));
}

function damaged({ offset, size, code, words }: ArchiveDamage): LeftOut {
  const at = offset === null ? 'damaged part' : `from byte ${offset.toLocaleString('en')}`;
  const place = { path: [at], offset, size, hash: null, name: null };
  return { kind: 'left-out', place, mediaType: null, code, reason: words };
}
