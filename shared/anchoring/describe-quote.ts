import { AppError } from '#shared/kernel/app-error.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';

/** A passage and its surroundings, enough to find it again in an edited text. */
export type QuoteSelector = { readonly exact: string; readonly prefix: string; readonly suffix: string };

/** Code units kept on each side: long enough to tell repeats apart, short enough to store. */
export const CONTEXT_LENGTH = 32;

/**
 * Describes the passage at `span` by its words rather than by its place. Surroundings that would end inside a
 * surrogate pair are a unit shorter, for half a pair cannot be saved as UTF-8.
 *
 * @param text - plain text of the source, NFC-normalised at import
 * @throws {AppError} `span-outside-text` if `span` is empty or leaves `text`
 * @see https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export function describeQuote(text: string, { start, end }: TextSpan): QuoteSelector {
  if (!(0 <= start && start < end && end <= text.length)) {
    throw new AppError('span-outside-text', `No passage at ${start}–${end} of ${text.length}.`);
  }
  const from = Math.max(0, start - CONTEXT_LENGTH);
  const to = Math.min(text.length, end + CONTEXT_LENGTH);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(isInsidePair(text, from) && from < start ? from + 1 : from, start),
    suffix: text.slice(end, isInsidePair(text, to) && to > end ? to - 1 : to),
  };
}

function isInsidePair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
