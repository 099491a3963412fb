import { AppError } from '#shared/kernel/app-error.ts';
import { memorySource } from '../byte-source.ts';
import type { FoundArticle, LeftOut, Origin, ReadingContext, ReadOutcome, RecordPlace } from '../format-reader.ts';
import { captureOf } from '../found-article.ts';
import { noHints, type ObservedValue, type ReadingHints } from '../reader.ts';
import type { ArchiveRecord } from './archive-record.ts';
import { headerOf } from './header-lines.ts';
import { judgeKind, judgePayload } from './judge-payload.ts';
import { type Payload, payloadOf } from './record-payload.ts';

/** What every record of one archive has in common. */
export type ArchiveKind = {
  readonly mediaType: string;
  /** For hints: with this type a record is read again alone. */
  readonly software: string | null;
  readonly operator: string | null;
};

/** What a server says of a page beside it, as far as it speaks of the page. */
const OBSERVED = ['Last-Modified', 'Date', 'Content-Language', 'Link'] as const;

/** The place of a record in its archive. */
export function placeOf({ number, offset, size, hash, headers }: ArchiveRecord): RecordPlace {
  return { path: [`record ${number}`], offset, size, hash, name: headerOf(headers, 'WARC-Record-ID') };
}

/** Reads what a record holds: its article with the whole record as its capture, or why there is none. */
export async function* recordOutcomes(
  record: ArchiveRecord,
  archive: ArchiveKind,
  { readPart }: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const place = placeOf(record);
  const leave = (refusal: Pick<LeftOut, 'code' | 'reason' | 'mediaType'>): LeftOut => ({
    kind: 'left-out',
    place,
    ...refusal,
    code: record.remarks.some(({ code }) => code === 'truncated') ? 'truncated' : refusal.code,
    reason: [refusal.reason, ...record.remarks.map(({ words }) => words)].join(' '),
  });
  const refused = judgeKind(record);
  if (refused !== null) return yield leave(refused);
  if (record.block === null || record.bytes === null) {
    return yield leave({
      code: 'too-large',
      reason: 'Over 64 MB: no page.',
      mediaType: headerOf(record.headers, 'Content-Type'),
    });
  }
  let payload: Payload;
  try {
    payload = payloadOf(record, record.block);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const code = error.code === 'too-large' ? 'too-large' : 'unreadable';
    return yield leave({ code, reason: error.message, mediaType: null });
  }
  const unfit = judgePayload(record, payload);
  if (unfit !== null) return yield leave(unfit);
  const hints: ReadingHints = {
    fileName: null,
    mediaType: payload.mediaType,
    address: record.address,
    observed: observedOf(payload),
  };
  const capture = captureOf(record.bytes, archive.mediaType);
  const common = {
    capture,
    origin: originOf(record, payload, archive),
    hints: { ...noHints, mediaType: archive.mediaType },
  };
  const remarks = [...record.remarks, ...payload.remarks];
  for await (const outcome of readPart(memorySource(payload.bytes), hints, place)) {
    if (outcome.kind !== 'article')
      yield outcome.kind === 'left-out' ? { ...outcome, mediaType: outcome.mediaType ?? payload.mediaType } : outcome;
    else yield { ...outcome, ...common, within: withinRecord(outcome), remarks: [...remarks, ...outcome.remarks] };
  }
}

/** Of parts that are containers themselves: their place, below the record. */
function withinRecord({ place, within }: FoundArticle): string {
  return [...place.path.slice(1), within].filter((step) => step !== '').join(' › ');
}

function originOf(record: ArchiveRecord, { httpHeaders }: Payload, { software, operator }: ArchiveKind): Origin {
  return {
    url: record.address,
    httpDate: headerOf(httpHeaders, 'Date'),
    capturedAt: record.date,
    capturedBy: operator,
    capturedWith: software,
  };
}

/** Kept as said, chosen for nothing: a server's dates are its own, not the article's. */
function observedOf({ status, httpHeaders }: Payload): ObservedValue[] {
  const values = OBSERVED.flatMap((name) => {
    const value = headerOf(httpHeaders, name);
    return value === null || value === '' ? [] : [{ field: 'other', value, rule: 'http', place: name } as const];
  });
  return status === null
    ? values
    : [{ field: 'other', value: String(status), rule: 'http', place: 'status' }, ...values];
}
