import type { Article } from '#shared/domain/article.ts';
import type { TextVersion } from '#shared/domain/text-version.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import type { TableMapping } from './tables/table-mapping.ts';

/** What is known of a file besides its bytes; none of it is trusted over them. */
export type ReadingHints = {
  /** With its extension; null for pasted text. */
  readonly fileName: string | null;
  /** As a server or a container stated it: `text/html; charset=windows-1256`. */
  readonly mediaType: string | null;
  /** Where it was captured, to make its links whole. */
  readonly address: string | null;
  /** What its container says of it (a server's headers, a scraper's fields): observed after all that the bytes say themselves. */
  readonly observed?: readonly ObservedValue[];
  /** What is said of it by whoever took it out of a page already, a scraper's fields or a feed's: observed before anything else. */
  readonly trusted?: readonly ObservedValue[];
  /** As the analyst gave it when the file was `locked`. */
  readonly password?: string;
  /** As the analyst chose it when the file was `unmapped`, or as a file of the same columns was read before. */
  readonly mapping?: TableMapping;
};

/** Hints of a file that nothing is known of. */
export const noHints: ReadingHints = { fileName: null, mediaType: null, address: null };

/** One observed value, with the rule that read it and where it stood. */
export type ObservedValue = {
  /** The article's field that it speaks of. */
  readonly field: ObservedField;
  /** Dates as EDTF where they can be read one way only, else as they stand. */
  readonly value: string;
  /** `meta`, `title`, `heading`, `link`, `html`, `time`, `front-matter`, `first-line`, `file-name`, `words`. */
  readonly rule: string;
  /** Where it stood: `meta[property="og:title"]`. */
  readonly place: string;
};

/** Fields that readers observe. */
export type ObservedField =
  | 'title'
  | 'byline'
  | 'published'
  | 'modified'
  | 'url'
  | 'canonicalUrl'
  | 'siteName'
  | 'language'
  | 'section'
  | 'keywords'
  | 'description'
  /** Anything else that was said of it, kept under the name that `place` gives it. */
  | 'other';

type ChosenFields =
  | 'title'
  | 'byline'
  | 'url'
  | 'canonicalUrl'
  | 'language'
  | 'script'
  | 'published'
  | 'modified'
  | 'section'
  | 'keywords'
  | 'words';

/** What a reader makes of bytes: the words, how they are laid out, and what was chosen among what is said about them. */
export type ReadArticle = Pick<Article, ChosenFields> &
  Pick<TextVersion, 'blocks' | 'folds' | 'links' | 'pages' | 'extractor' | 'extractorVersion'> & {
    /** NFC-normalised: blocks joined by an empty line, list items and table rows by a line break. */
    readonly text: string;
    /** The publisher as the page names itself; null when it does not. */
    readonly siteName: string | null;
    readonly observed: readonly ObservedValue[];
  };

/** Everything that one file holds. */
export type ReadFile = {
  /** What the bytes are, whatever the file is called. */
  readonly mediaType: string;
  /** The charset the bytes were read in, by its name in the Encoding standard. */
  readonly charset: string;
  readonly articles: readonly ReadArticle[];
};

/** A text that was decoded, with what is known of it. */
export type DecodedFile = { readonly text: string; readonly charset: string; readonly hints: ReadingHints };

/** Reads one format of text that is an article alone; `textFormat` makes a `FormatReader` of it. */
export type Reader = {
  readonly mediaType: string;
  /** Whether a text is of this format, by its content; a hint may decide between two that fit. */
  readonly fits: (text: string, hints: ReadingHints) => boolean;
  /**
   * @throws {AppError} `too-large` for a text over 32 MB, `cancelled` when the analyst stops it
   */
  readonly read: (file: DecodedFile, job: JobControl) => Promise<readonly ReadArticle[]>;
};
