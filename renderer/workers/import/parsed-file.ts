import type { Container, ContainerRecord } from '#shared/domain/container.ts';
import type { CaptureId, Hash } from '#shared/domain/ids.ts';
import type { Origin } from '#shared/ingest/format-reader.ts';
import type { TableGuess } from '#shared/ingest/tables/table-mapping.ts';
import type { ReadRows } from './article-rows.ts';

/** Bytes that are a part of a pack: the buffer beneath is as large as all the parts together. */
export type PackedBytes = Uint8Array<ArrayBuffer>;

/** What an article of a file was made of. */
export type ParsedArticle = {
  readonly captureId: CaptureId;
  readonly mediaType: string;
  /** The bytes as they came; null where an earlier record of this file brought the same. */
  readonly bytes: PackedBytes | null;
  readonly origin: Origin;
  readonly rows: ReadRows;
};

/** Why a record gave no article. */
export type LeftRecord = {
  readonly code: string;
  readonly reason: string;
  readonly guess: TableGuess | null;
};

/** One record of a file, or the whole file where it is no container. */
export type ParsedRecord = Omit<ContainerRecord, 'articleId'> & {
  /** Null for a container within, and for what was left out. */
  readonly article: ParsedArticle | null;
  readonly left: LeftRecord | null;
};

/** What a file of many records says of itself. */
export type ParsedContainer = Pick<Container, 'format' | 'mediaType' | 'facts' | 'remarks'>;

/** What is known of a file once it was read to its end. */
export type ParsedEnd = {
  /** Null when it could not be read to its end, or is too large to be read twice for it. */
  readonly sha256: Hash | null;
  /** Null for a file that is an article alone. */
  readonly container: ParsedContainer | null;
  /** The whole file, where the analyst chose to keep it. */
  readonly whole: PackedBytes | null;
};

/** What a parser says of the file in its hands. */
export type ParserEvent =
  /** Bytes that were read so far. */
  | { readonly type: 'progress'; readonly read: number }
  | { readonly type: 'records'; readonly records: readonly ParsedRecord[] }
  | { readonly type: 'ended'; readonly end: ParsedEnd };
