import type { Shingles } from './text-shingles.ts';

/** One run in so many is looked up: which ones is decided by the run itself, so that two texts choose the same. */
const SAMPLED = 4;
/** Texts of few runs are looked up by all of them. */
const FEW = 64;
/** Runs that so many texts have are phrases, or what a publisher puts under each of its articles. */
export const MOST_TEXTS = 400;

/** The runs that a text is looked up by, sorted. */
export function sampleRuns({ sorted }: Pick<Shingles, 'sorted'>): Uint32Array {
  return sorted.length <= FEW ? sorted : sorted.filter((run) => run % SAMPLED === 0);
}
