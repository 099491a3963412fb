import type { TextSpan } from '#shared/kernel/text-span.ts';
import { nextWordStart, previousWordStart, wordAt } from '#shared/text/caret-words.ts';

/** Which end of a passage moves, and which way in the text. */
export type Resize = { readonly edge: 'start' | 'end'; readonly way: 'forward' | 'backward' };

/** The passage with one end moved by a word; null when nothing would be left of it, or there are no more words. */
export function resizeSpan(text: string, { start, end }: TextSpan, { edge, way }: Resize): TextSpan | null {
  const resized =
    edge === 'start'
      ? { start: way === 'backward' ? previousWordStart(text, start) : nextWordStart(text, start), end }
      : { start, end: way === 'forward' ? endAfter(text, end) : endBefore(text, end) };
  const isChanged = resized.start !== start || resized.end !== end;
  return isChanged && resized.start < resized.end ? resized : null;
}

function endAfter(text: string, end: number): number {
  const inside = wordAt(text, end);
  if (inside && inside.start < end && inside.end > end) return inside.end;
  return wordAt(text, nextWordStart(text, end))?.end ?? end;
}

function endBefore(text: string, end: number): number {
  const last = previousWordStart(text, end);
  const before = wordAt(text, previousWordStart(text, last));
  return before && before.end < end ? before.end : end;
}
