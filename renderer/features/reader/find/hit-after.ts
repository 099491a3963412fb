import type { TextSpan } from '#shared/kernel/text-span.ts';

/**
 * Which hit is the first at a place of the text or after it; the first of all where none comes after.
 *
 * @param hits - in order of the text
 * @returns null when there are none
 */
export function hitAfter(hits: readonly TextSpan[], place: number): number | null {
  if (hits.length === 0) return null;
  const found = hits.findIndex(({ start }) => start >= place);
  return Math.max(found, 0);
}
