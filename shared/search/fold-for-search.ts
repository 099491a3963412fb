import type { TextSpan } from '#shared/kernel/text-span.ts';
import { type FoldedText, foldText } from '#shared/text/fold-text.ts';

/** What is searched of one article. */
export type SearchedText = {
  readonly title: string;
  readonly text: string;
  /** Passages of the text that are hidden at first. */
  readonly folds: readonly TextSpan[];
};

/** An article folded once, to be searched many times. */
export type FoldedArticle = {
  readonly source: SearchedText;
  readonly title: FoldedText;
  readonly text: FoldedText;
};

/** Folds what is searched of an article; keeping the result is the caller's business. */
export function foldForSearch(source: SearchedText): FoldedArticle {
  return { source, title: foldText(source.title), text: foldText(source.text) };
}
