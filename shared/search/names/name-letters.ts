import { fold } from '#shared/text/fold-text.ts';

/** A name as it is compared: folded, words parted by one space. */
export function nameLetters(name: string): string {
  return fold(name)
    .replace(/['_]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
