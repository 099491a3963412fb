import type { Highlight, MadeAnchor, PresentAnchor } from '#shared/domain/highlight.ts';
import { CONTEXT_LENGTH, type QuoteSelector } from './describe-quote.ts';
import { findPlaces, type QuotePlace } from './find-quote.ts';

/** Where a highlight stands in a text version, and whether the analyst has to confirm it. */
export type Placement = Pick<Highlight, 'state' | 'now'>;

/** What a found quote is worth when nothing of its context is left: its words stand somewhere, that is all. */
const WORDS_ALONE = 0.5;
/** Code units next to a passage that are no accident: three words or so. */
const LITTLE_CONTEXT = 16;

/**
 * Finds a highlight again in a text version.
 *
 * In the version it was made in it stands where it was made. Elsewhere it is placed silently only where its words stand
 * in their context and nowhere else as well; otherwise the best place is proposed; without its words it is orphaned.
 */
export function placeAnchor(made: MadeAnchor, textId: MadeAnchor['textId'], text: string): Placement {
  if (made.textId === textId) {
    const { start, end } = made;
    return { state: 'placed', now: { textId, start, end, how: 'as-made', score: 1 } };
  }
  const quote = { exact: made.quote, prefix: made.prefix, suffix: made.suffix };
  const [best, second] = findPlaces(text, quote);
  if (best === undefined) return { state: 'orphaned', now: null };
  const isSure = isSilent(quote, best, second);
  const how: PresentAnchor['how'] = isSure ? 'same-context' : 'moved';
  return {
    state: isSure ? 'placed' : 'proposed',
    now: { textId, ...best.span, how, score: isSure ? 1 : scoreOf(quote, best, second) },
  };
}

/** A long quote is nearly its own context: a little of what stood around it will do; a short one ("7") stands everywhere. */
function isSilent(quote: QuoteSelector, best: QuotePlace, second: QuotePlace | undefined): boolean {
  if (second !== undefined && second.agreement === best.agreement) return false;
  if (best.isInContext) return true;
  const isLong = quote.exact.length >= CONTEXT_LENGTH;
  return isLong && second === undefined && best.agreement >= LITTLE_CONTEXT;
}

/** 0.5 to just under 1: half for the words, the rest for what stands of the context; halved between equals. */
function scoreOf(quote: QuoteSelector, best: QuotePlace, second: QuotePlace | undefined): number {
  const whole = quote.prefix.length + quote.suffix.length + 2;
  const score = WORDS_ALONE + (1 - WORDS_ALONE) * (best.agreement / whole);
  return second?.agreement === best.agreement ? score / 2 : Math.min(score, 0.99);
}
