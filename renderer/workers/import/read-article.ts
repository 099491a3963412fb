import type { Article } from '#shared/domain/article.ts';
import type { TextVersion } from '#shared/domain/text-version.ts';

/** One observed value, with the rule that read it and where it stood. */
export type ObservedValue = {
  readonly field: string;
  readonly value: string;
  readonly rule: string;
  readonly place: string;
};

/** What a reader makes of the bytes of one file: the words, how they are laid out, and what is said about them. */
export type ReadArticle = Pick<
  Article,
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
> &
  Pick<TextVersion, 'blocks' | 'folds' | 'links' | 'pages' | 'extractor' | 'extractorVersion'> & {
    readonly mediaType: string;
    readonly text: string;
    readonly words: number;
    /** The publisher as the page names itself; null when it does not. */
    readonly siteName: string | null;
    readonly observed: readonly ObservedValue[];
  };

/**
 * Reads the bytes of one file as an article.
 *
 * @throws {AppError} `unreadable` for bytes that are no text of a kind that is read, `too-large` for a text over 32 MB
 */
export type ArticleReader = (bytes: Uint8Array, fileName: string) => ReadArticle;
