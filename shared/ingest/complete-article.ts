import type { Fold } from '#shared/domain/text-version.ts';
import { scriptOf } from '#shared/text/script.ts';
import { tokensOf } from '#shared/text/tokens.ts';
import type { LaidOutText } from './block-writer.ts';
import { chooseFields } from './choose-fields.ts';
import { withoutFolds } from './copies/without-folds.ts';
import { chooseLanguage, observedLanguage } from './language/choose-language.ts';
import { languageOf } from './language/language-of.ts';
import type { ObservedValue, ReadArticle, ReadingHints } from './reader.ts';
import { refuseUncarriable } from './text-limit.ts';

/** What made a text, for its version. */
export type Extractor = Pick<ReadArticle, 'extractor' | 'extractorVersion'>;

/**
 * An article of a text that was laid out and of what was observed: chooses the fields, tells the language, counts the words that are shown.
 *
 * @param foldsUnder - what to fold, once the title is chosen: a headline that repeats it says nothing new
 * @throws {AppError} `too-large` for a text that no case file could carry
 */
export function completeArticle(
  { text, blocks, links }: LaidOutText,
  stated: readonly ObservedValue[],
  hints: ReadingHints,
  extractor: Extractor,
  foldsUnder: (title: string) => readonly Fold[],
): ReadArticle {
  refuseUncarriable(text, { blocks, links });
  const observed = [...(hints.trusted ?? []), ...stated, ...(hints.observed ?? [])];
  const chosen = chooseFields(observed, hints, text);
  const folds = foldsUnder(chosen.title);
  const shown = withoutFolds(text, folds);
  const detected = languageOf(shown);
  return {
    ...chosen,
    ...extractor,
    language: chooseLanguage(observed, detected),
    script: scriptOf(shown),
    words: tokensOf(shown).length,
    text,
    blocks: [...blocks],
    folds: [...folds],
    links: [...links],
    pages: [],
    observed: [...observed, ...observedLanguage(detected)],
  };
}
