import type { TextSpan } from '#shared/kernel/text-span.ts';
import { RUN, type WordIndex } from './word-index.ts';

/** A passage that has much of a quote's words in their order. */
export type ChangedPlace = {
  readonly span: TextSpan /** Share of the quote's runs of three words, 0 to 1. */;
  readonly share: number;
};

/** Share of the quote's runs from which a passage is worth a look: under it, it is another passage. */
const LEAST_SHARE = 0.3;
/** A changed passage may be longer than it was: by this factor, and some words. */
const STRETCH = 1.3;
const SOME_WORDS = 8;
/** Runs that stand at more places tell nothing ("at the same time"). */
const MOST_PLACES = 100;

type Hit = { readonly word: number; readonly run: number };

/** The passage that has most of a quote's runs of words close together; null if none has enough of them. */
export function findChanged(index: WordIndex, quote: string): ChangedPlace | null {
  const places = index.placesOf(quote);
  const hits = places.flatMap((words, run): Hit[] =>
    words.length > MOST_PLACES ? [] : words.map((word) => ({ word, run })),
  );
  if (hits.length < places.length * LEAST_SHARE) return null;
  hits.sort((a, b) => a.word - b.word);
  const { from, to, count } = densest(hits, places.length * STRETCH + SOME_WORDS);
  const share = count / Math.max(1, places.length);
  const [first, last] = [hits[from], hits[to]];
  if (first === undefined || last === undefined || share < LEAST_SHARE) return null;
  const start = index.starts[first.word] ?? 0;
  return { span: { start, end: index.ends[last.word + RUN - 1] ?? start }, share };
}

/** The hits within a reach of words that are of the most different runs; of equals the closest together. */
function densest(hits: readonly Hit[], reach: number): { from: number; to: number; count: number } {
  const seen = new Map<number, number>();
  let best = { from: 0, to: 0, count: 0 };
  let from = 0;
  for (const [to, { word, run }] of hits.entries()) {
    seen.set(run, (seen.get(run) ?? 0) + 1);
    for (let first = hits[from]; first !== undefined && word - first.word > reach; first = hits[++from]) {
      const left = (seen.get(first.run) ?? 0) - 1;
      if (left > 0) seen.set(first.run, left);
      else seen.delete(first.run);
    }
    // What stands before the passage and stands in it again only makes it longer.
    for (
      let first = hits[from];
      first !== undefined && from < to && (seen.get(first.run) ?? 0) > 1;
      first = hits[++from]
    ) {
      seen.set(first.run, (seen.get(first.run) ?? 0) - 1);
    }
    if (seen.size > best.count) best = { from, to, count: seen.size };
  }
  return best;
}
