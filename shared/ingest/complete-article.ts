import type { Fold } from '#shared/domain/text-version.ts';
import { scriptOf } from '#shared/text/script.ts';
import { tokensOf } from '#shared/text/tokens.ts';
import type { LaidOutText } from './block-writer.ts';
import { chooseFields } from './choose-fields.ts';
import type { ObservedValue, ReadArticle, ReadingHints } from './reader.ts';
import { refuseUncarriable } from './text-limit.ts';

const none: readonly Fold[] = [];

/** What made a text, for its version. */
export type Extractor = Pick<ReadArticle, 'extractor' | 'extractorVersion'>;

/**
 * An article of a text that was laid out and of what was observed: chooses the fields, counts the words.
 *
 * @throws {AppError} `too-large` for a text that no case file could carry
 */
export function completeArticle(
  { text, blocks, links }: LaidOutText,
  observed: readonly ObservedValue[],
  hints: ReadingHints,
  extractor: Extractor,
): ReadArticle {
  refuseUncarriable(text, { blocks, links });
  return {
    ...chooseFields(observed, hints, text),
    ...extractor,
    script: scriptOf(text),
    words: tokensOf(text).length,
    text,
    blocks: [...blocks],
    folds: [...none],
    links: [...links],
    pages: [],
    observed,
  };
}
