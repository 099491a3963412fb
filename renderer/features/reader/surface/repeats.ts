import type { TextSpan } from '#shared/kernel/text-span.ts';
import { fold } from '#shared/text/fold-text.ts';
import type { LaidText } from './layout-blocks.ts';

/** Blocks at the top of a text that say what the article's own head says; null where none does. */
export type Repeats = { readonly title: TextSpan | null; readonly byline: TextSpan | null };

/** Shown blocks among which the title may stand, and those after it among which the byline may. */
const FIRST = 2;
const NEXT = 3;

const BY = /^(?:by|written by|von|par|por|di|door|автор|بقلم)[:\s]+/u;

/** Finds where a text begins with its own title and byline, so that they are shown once: in the text, where they can be marked. */
export function repeatsOf(
  { text, blocks, folds }: LaidText,
  head: { title: string; byline: readonly string[] },
): Repeats {
  const shown = blocks
    .slice(0, MOST_HIDDEN)
    .filter(({ start, end }) => !folds.some((each) => each.start < end && each.end > start));
  const wordsOf = ({ start, end }: TextSpan) => plain(text.slice(start, end));
  const at = shown.slice(0, FIRST).findIndex((block) => wordsOf(block) === plain(head.title));
  const names = plain(head.byline.join(', '));
  const byline = shown
    .slice(0, Math.max(at, 0) + NEXT)
    .find((block) => names !== '' && wordsOf(block).replace(BY, '') === names);
  return { title: shown[at] ?? null, byline: byline ?? null };
}

/** Blocks that are looked at, hidden ones among them: a menu may stand over the title. */
const MOST_HIDDEN = 40;

function plain(words: string): string {
  return fold(words).replace(/\s+/g, ' ').trim();
}
