import { CopyIndex, type CopyPair } from '#shared/ingest/copies/copy-index.ts';
import { shinglesOf } from '#shared/ingest/copies/text-shingles.ts';
import { type BenchRow, plainRow } from '../bench-row.ts';
import type { Variants } from './anchor-rows.ts';
import { linesOf } from './sets.ts';

type Story = { readonly id: string; readonly title: string; readonly body?: string };
type Pair = { readonly a: string; readonly b: string; readonly jaccard5: number };

const NEAR = 0.5;
const SAME_ARTICLE = 0.3;

/** Copies in fourteen thousand newswire stories, and in one article as nine tools extracted it. */
export function copyRows(): BenchRow[] {
  return [...newswireRows(), ...variantRows()];
}

function newswireRows(): BenchRow[] {
  const stories = linesOf<Story>('text/reuters-21578.jsonl.gz').map(({ id, title, body }) => ({
    id,
    text: `${title} ${body ?? ''}`,
  }));
  const begun = performance.now();
  const pairs = pairsAmong(stories);
  const took = performance.now() - begun;
  const found = new Set(pairs.filter(({ jaccard }) => jaccard >= NEAR).map(keyOf));
  const wanted = new Set(
    linesOf<Pair>('dedup/reuters-near-duplicates.jsonl.gz')
      .filter(({ jaccard5 }) => jaccard5 >= NEAR)
      .map(keyOf),
  );
  const both = [...found].filter((key) => wanted.has(key)).length;
  return [
    plainRow(`reuters-near-duplicates: recall of ${wanted.size} pairs`, both / wanted.size, 'share', '>= 0.99'),
    plainRow('reuters-near-duplicates: precision', both / Math.max(1, found.size), 'share', '>= 0.99'),
    plainRow(`copies among ${stories.length} articles`, took / stories.length, 'ms an article'),
  ];
}

function variantRows(): BenchRow[] {
  const texts = linesOf<Variants>('dedup/extractor-variants.jsonl.gz').flatMap(({ id, variants }) =>
    Object.entries(variants).map(([tool, text]) => ({ id: `${id} ${tool}`, text })),
  );
  const pairs = pairsAmong(texts);
  const articleOf = (id: string) => id.split(' ')[0];
  const joined = pairs.filter(({ a, b }) => articleOf(a) !== articleOf(b)).length;
  const found = new Set(pairs.map(keyOf));
  const wanted = samePairs(texts);
  const right = wanted.filter((key) => found.has(key)).length;
  return [
    plainRow(
      `extractor-variants: found, of ${wanted.length} same-article pairs`,
      right / wanted.length,
      'share',
      '>= 0.99',
    ),
    plainRow('extractor-variants: different articles joined', joined, 'pairs', '<= 0'),
  ];
}

/** By counting plainly: sets of five words in lower case. */
function samePairs(texts: readonly { readonly id: string; readonly text: string }[]): string[] {
  const sets = texts.map(({ id, text }) => ({ id, article: id.split(' ')[0], runs: plainRuns(text) }));
  return sets.flatMap((one, at) =>
    sets.slice(at + 1).flatMap((other) => {
      if (one.article !== other.article) return [];
      const both = [...one.runs].filter((run) => other.runs.has(run)).length;
      const isSame = both / Math.max(1, Math.min(one.runs.size, other.runs.size)) >= SAME_ARTICLE;
      return isSame ? [keyOf({ a: one.id, b: other.id })] : [];
    }),
  );
}

function plainRuns(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, Math.max(0, words.length - 4)).map((_, at) => words.slice(at, at + 5).join(' ')));
}

function pairsAmong(texts: readonly { readonly id: string; readonly text: string }[]): CopyPair[] {
  const index = new CopyIndex();
  return texts.flatMap(({ id, text }) => index.add(id, shinglesOf(text)));
}

function keyOf({ a, b }: { readonly a: string; readonly b: string }): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
