import type { CaptureId, Hash } from '#shared/domain/ids.ts';
import type { ErrorCode } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import type { ByteSource, Bytes } from './byte-source.ts';
import type { FormatHead } from './format-head.ts';
import type { ReadArticle, ReadingHints } from './reader.ts';
import type { TableGuess } from './tables/table-mapping.ts';

/**
 * One format, in one file beside its test. To add one: export a `FormatReader` and put it into the list of `formats.ts` (or of
 * the folder's own list that stands there). Nothing else knows of formats.
 *
 * A reader turns bytes into a stream of outcomes, in the order of the file. Its duties:
 *
 * - **It never throws for what is in the file.** What it cannot take it yields as `left-out`, with a code and words, and goes on
 *   where it can. It may throw `AppError` when nothing more can be read: `readSource` makes the last `left-out` of it. `cancelled` it
 *   lets through.
 * - **It leaves nothing out in silence.** Every record of a container gives at least one outcome: `article` or `left-out`.
 * - **It holds one record at a time.** It reads `source` in ranges (`readRange`, `piecesOf`), yields each outcome before it
 *   reads the next record, and bounds every record that it takes into memory. Whoever takes the outcomes stores them as they come.
 * - **It lets itself be stopped**: it awaits `context.job.pause()` and looks at `throwIfCancelled(job)` at least each mebibyte and each 200
 *   records, and tells `job.onProgress(bytes done, bytes of all)`.
 * - **Captures are bytes as they stand in the input**, not decoded nor encoded again; only the packing of a container (gzip, zip) is
 *   undone. `readSource(memorySource(capture.bytes), article.hints)` gives the same article again: the capture alone proves it.
 * - **What lies within is read by whoever reads it alone**: `context.readPart` reads an attachment, a member, a payload.
 */
export type FormatReader = {
  /** Short and stable, for tests and logs: `warc`. */
  readonly name: string;
  readonly mediaType: string;
  /**
   * Whether the bytes are of this format, by their content; a hint may decide only between formats that both fit. Formats are asked in
   * the order of the list, and the first that fits reads. Look at `head` before reading more of `source`.
   */
  readonly fits: (head: FormatHead, hints: ReadingHints, source: ByteSource) => boolean | Promise<boolean>;
  /** @throws {AppError} `cancelled`; anything else when no more of the file can be read */
  readonly read: (source: ByteSource, hints: ReadingHints, context: ReadingContext) => AsyncIterable<ReadOutcome>;
};

/** What a reader is handed besides the bytes. */
export type ReadingContext = {
  readonly job: JobControl;
  /** Containers around this one: 0 for a file that was chosen. */
  readonly depth: number;
  /**
   * Reads what lies within, by its content. `place` comes before the place of each outcome. Containers that lie too deep in others are
   * left out as `refused`.
   */
  readonly readPart: (part: ByteSource, hints: ReadingHints, place: RecordPlace) => AsyncIterable<ReadOutcome>;
};

/** What became of one part of a file. */
export type ReadOutcome = FoundContainer | FoundArticle | LeftOut;

/** Where a record stands in its file, and which bytes it is. */
export type RecordPlace = {
  /** From outside inwards, in words that an analyst finds it by: `2019/crawl.warc.gz`, `record 12`. Empty for a whole file. */
  readonly path: readonly string[];
  /** Bytes from the beginning of the innermost container, as that container lies packed; null where that says nothing. */
  readonly offset: number | null;
  /** Bytes, unpacked; null when unknown. */
  readonly size: number | null;
  /** SHA-256 of these bytes; null when they could not be read to their end. */
  readonly hash: Hash | null;
  /** What its container calls it: a WARC-Record-ID, a Message-ID, a guid; null for none. */
  readonly name: string | null;
};

/** Said of something that was taken although it is not as it should be. */
export type Remark = { readonly code: LeftOutCode; readonly words: string };

/** A file of several records. Comes before any of them, once for each container. */
export type FoundContainer = {
  readonly kind: 'container';
  readonly place: RecordPlace;
  readonly format: string;
  readonly mediaType: string;
  /** What it says of itself and how it is read: software, title, charset, delimiter, heads of columns. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly remarks: readonly Remark[];
};

/** An article, with the bytes it was read from. */
export type FoundArticle = {
  readonly kind: 'article';
  readonly place: RecordPlace;
  readonly capture: FoundCapture;
  /** Where in the capture it stands, `item 3` of a feed; empty when the capture is the article alone. Its id is made of capture and this. */
  readonly within: string;
  readonly article: ReadArticle;
  /** By its name in the Encoding standard. */
  readonly charset: string;
  /** For the acquisition. */
  readonly origin: Origin;
  /** With these the capture alone is read again as this article. */
  readonly hints: ReadingHints;
  readonly remarks: readonly Remark[];
};

/** Bytes as they stand in the input. Several articles may share one (the items of a feed): it is then the very same object. */
export type FoundCapture = { readonly id: CaptureId; readonly mediaType: string; readonly bytes: Bytes };

/** When and how bytes were captured, as their container states it; null for what it does not state. */
export type Origin = {
  readonly url: string | null;
  /** The `Date` header as it stood. */
  readonly httpDate: string | null;
  readonly capturedAt: string | null;
  readonly capturedBy: string | null;
  readonly capturedWith: string | null;
};

/** An origin that says nothing. */
export const noOrigin: Origin = { url: null, httpDate: null, capturedAt: null, capturedBy: null, capturedWith: null };

/** The place of a file that was chosen itself. */
export const wholeFile: RecordPlace = { path: [], offset: 0, size: null, hash: null, name: null };

/** Why a record was not taken as an article. */
export type LeftOutCode =
  /** Whole and understood, but not what an article is made of: an image, a script, a request, a redirect. */
  | 'no-article'
  /** An article would stand here, but there is no text in it: a page of images, a row without words. */
  | 'no-text'
  /** Bytes of no format that is read here. */
  | 'unknown-format'
  /** It ends before it says it does. */
  | 'truncated'
  /** Needs a password: ask, then read again with `hints.password`. */
  | 'locked'
  /** Columns or fields without known names: ask, then read again with `hints.mapping`. */
  | 'unmapped'
  | Extract<ErrorCode, 'bad-input' | 'unreadable' | 'too-large' | 'altered' | 'refused' | 'not-found' | 'internal'>;

/** A record that was not taken, and why. */
export type LeftOut = {
  readonly kind: 'left-out';
  readonly place: RecordPlace;
  /** What it is, as far as known. */
  readonly mediaType: string | null;
  readonly code: LeftOutCode;
  /** What it is and what to do, in words for the analyst. */
  readonly reason: string;
  /** With `unmapped`: what to show, and the mapping to propose. */
  readonly guess?: TableGuess;
  /** With `internal`: for the log. */
  readonly cause?: unknown;
};
