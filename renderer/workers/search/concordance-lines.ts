import type { ConcordanceLine, LineSort } from '#shared/contracts/search-messages.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { fold } from '#shared/text/fold-text.ts';
import { snapToGraphemes } from '#shared/text/graphemes.ts';

/** Code units that are shown to either side. */
const CONTEXT = 90;
/** Words of a side that tell lines apart when they are sorted. */
const SORTED_WORDS = 6;

/** A place in its line: what stands before and after it, up to the ends of the paragraph. */
export function contextOf(text: string, { start, end }: TextSpan): Pick<ConcordanceLine, 'before' | 'hit' | 'after'> {
  const lineStart = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
  const newline = text.indexOf('\n', end);
  const from = Math.max(Math.min(lineStart, start), start - CONTEXT);
  const to = Math.min(newline < 0 ? text.length : newline, end + CONTEXT);
  const { start: first, end: last } = snapToGraphemes(text, { start: from, end: to });
  return { before: text.slice(first, start), hit: text.slice(start, end), after: text.slice(end, last) };
}

/** Puts lines in order by the words nearest to the hit; equals stay as they were. */
export function sortLines(lines: readonly ConcordanceLine[], sort: LineSort): readonly ConcordanceLine[] {
  if (sort === 'article') return lines;
  const keyed = lines.map((line) => ({ line, key: sort === 'after' ? wordsAfter(line) : wordsBefore(line) }));
  const { compare } = new Intl.Collator('und', { numeric: true });
  return keyed
    .sort((a, b) => {
      const at = a.key.findIndex((word, index) => word !== b.key[index]);
      if (at < 0) return a.key.length - b.key.length;
      return compare(a.key[at] ?? '', b.key[at] ?? '');
    })
    .map(({ line }) => line);
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

function wordsAfter({ after }: ConcordanceLine): string[] {
  return (fold(after).match(WORDS) ?? []).slice(0, SORTED_WORDS);
}

/** The nearest word comes first. */
function wordsBefore({ before }: ConcordanceLine): string[] {
  return (fold(before).match(WORDS) ?? []).slice(-SORTED_WORDS).reverse();
}
