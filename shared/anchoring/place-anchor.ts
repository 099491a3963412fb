import type { Highlight, MadeAnchor } from '#shared/domain/highlight.ts';
import { AnchorText } from './anchor-text.ts';
import { CONTEXT_LENGTH, type QuoteSelector } from './describe-quote.ts';
import type { QuotePlace } from './find-quote.ts';

/** Where a highlight stands in a text version, and whether the analyst has to confirm it. */
export type Placement = Pick<Highlight, 'state' | 'now'>;

/** What a found quote is worth when nothing of its context is left: its words stand somewhere, that is all. */
const WORDS_ALONE = 0.5;
/** Code units next to a passage that are no accident: three words or so. */
const LITTLE_CONTEXT = 16;

/** Share of a changed passage's score that it can reach: what is changed is never as sure as what stands there. */
const CHANGED = 0.9;

/**
 * Finds a highlight again in a text version.
 *
 * In the version it was made in it stands where it was made. Elsewhere it is placed silently only where its words stand
 * in their context, but for space, and nowhere else as well; otherwise the best place is proposed; where its words are
 * gone, the passage that has most of them; without one it is orphaned.
 */
export function placeAnchor(made: MadeAnchor, textId: MadeAnchor['textId'], text: string): Placement {
  return placeIn(new AnchorText(text), made, textId);
}

/** Finds many highlights again in one text version: what they share is made once. */
export function placeAnchors(
  anchors: readonly MadeAnchor[],
  textId: MadeAnchor['textId'],
  text: string,
): readonly Placement[] {
  const opened = new AnchorText(text);
  return anchors.map((made) => placeIn(opened, made, textId));
}

function placeIn(opened: AnchorText, made: MadeAnchor, textId: MadeAnchor['textId']): Placement {
  if (made.textId === textId) {
    const { start, end } = made;
    return { state: 'placed', now: { textId, start, end, how: 'as-made', score: 1 } };
  }
  const quote = { exact: made.quote, prefix: made.prefix, suffix: made.suffix };
  const exact = opened.places(quote);
  if (isSure(quote, exact)) return placedAt(exact, textId);
  const bySpace = opened.placesBySpace(quote);
  if (isSure(quote, bySpace)) return placedAt(bySpace, textId);
  const [best, second] = exact.length > 0 ? exact : bySpace;
  if (best !== undefined) {
    const score = scoreOf(quote, best, second);
    return { state: 'proposed', now: { textId, ...best.span, how: 'moved', score } };
  }
  const changed = opened.changedPlace(quote);
  if (changed === null) return { state: 'orphaned', now: null };
  return { state: 'proposed', now: { textId, ...changed.span, how: 'changed', score: changed.share * CHANGED } };
}

function placedAt([best]: readonly QuotePlace[], textId: MadeAnchor['textId']): Placement {
  if (best === undefined) return { state: 'orphaned', now: null };
  return { state: 'placed', now: { textId, ...best.span, how: 'same-context', score: 1 } };
}

function isSure(quote: QuoteSelector, [best, second]: readonly QuotePlace[]): boolean {
  return best !== undefined && isSilent(quote, best, second);
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
