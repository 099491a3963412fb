import type { TextSpan } from '#shared/kernel/text-span.ts';
import { fold, foldText } from '#shared/text/fold-text.ts';

/** How well a name fits what was typed, and which of its letters do. A lower rank is better. */
export type WordMatch = { readonly rank: number; readonly spans: readonly TextSpan[] };

/**
 * Whether every word typed begins a word of the name, in any order, whatever the accents and the case.
 *
 * @returns null when one does not; spans are of `name` as it is written
 */
export function matchWords(typed: string, name: string): WordMatch | null {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const { folded, map } = foldText(name);
  const spans: TextSpan[] = [];
  let rank = 0;
  for (const word of words) {
    const at = wordStart(folded, word);
    if (at < 0) return null;
    spans.push(map.toOriginal({ start: at, end: at + word.length }));
    rank += at;
  }
  // Among equals the shorter name is the likelier one.
  return { rank: rank * 100 + name.length, spans: spans.sort((a, b) => a.start - b.start) };
}

/** @returns where `word` begins a word of `text`, or -1 */
function wordStart(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.charAt(at - 1);
    if (at === 0 || !/[\p{L}\p{N}]/u.test(before)) return at;
  }
  return -1;
}
