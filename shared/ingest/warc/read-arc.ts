import { throwIfCancelled } from '#shared/kernel/job-control.ts';
import { type ByteSource, readRange } from '../byte-source.ts';
import type { FormatReader, ReadingContext, ReadOutcome } from '../format-reader.ts';
import { wholeFile } from '../format-reader.ts';
import { unpackedHead } from '../packed/gzip-head.ts';
import { isGzip } from '../packed/unpack-gzip.ts';
import type { ReadingHints } from '../reader.ts';
import { arcRecords, beginsLikeArc } from './arc-records.ts';
import { isRecord } from './archive-record.ts';
import { ArchiveStream } from './archive-stream.ts';
import { recordOutcomes } from './record-outcomes.ts';

const MEDIA_TYPE = 'application/x-internet-archive';

/** Reads the crawls of old: ARC 1 and 2, plain or packed. One record alone is known by the type that came with it. */
export const arcFormat: FormatReader = {
  name: 'arc',
  mediaType: MEDIA_TYPE,
  fits: ({ bytes }, { mediaType }) => {
    const head = new TextDecoder('windows-1252').decode(unpackedHead(bytes).subarray(0, 64 * 1024));
    return beginsLikeArc(head) && (/^filedesc:/i.test(head) || mediaType === MEDIA_TYPE);
  },
  read: readArc,
};

async function* readArc(
  source: ByteSource,
  _hints: ReadingHints,
  context: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const { job } = context;
  const stream = new ArchiveStream(source, job, isGzip(await readRange(source, 0, 4)));
  yield { kind: 'container', place: wholeFile, format: 'arc', mediaType: MEDIA_TYPE, facts: [], remarks: [] };
  for await (const read of arcRecords(stream)) {
    if (isRecord(read)) {
      yield* recordOutcomes(read, { mediaType: MEDIA_TYPE, software: null, operator: null }, context);
    } else {
      const { code, words, offset, size } = read;
      const path = [offset === null ? 'damaged part' : `from byte ${offset.toLocaleString('en')}`];
      yield {
        kind: 'left-out',
        place: { path, offset, size, hash: null, name: null },
        mediaType: null,
        code,
        reason: words,
      };
    }
    throwIfCancelled(job);
    if (read.offset !== null) job.onProgress(read.offset, source.size);
  }
}
