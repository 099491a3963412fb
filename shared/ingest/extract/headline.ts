import { fold } from '#shared/text/fold-text.ts';

/** Whether words are the title, but for case, marks and space. */
export function isHeadline(words: string, title: string): boolean {
  return words.length <= title.length * 2 + 8 && plain(words) === plain(title) && plain(title) !== '';
}

function plain(words: string): string {
  return fold(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
