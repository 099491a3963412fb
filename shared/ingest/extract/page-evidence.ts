import { type LinkedNode, statedBody } from '../metadata/json-ld.ts';
import type { ObservedValue } from '../reader.ts';
import type { PageEvidence } from './page-view.ts';

/** Titles compared with each block. */
const MOST_TITLES = 5;

/** What a page says of itself that tells its main text. */
export function evidenceOf(observed: readonly ObservedValue[], linked: readonly LinkedNode[]): PageEvidence {
  const of = (wanted: string) => observed.filter(({ field }) => field === wanted).map(({ value }) => value);
  return {
    titles: [...new Set(of('title'))].slice(0, MOST_TITLES),
    body: statedBody(linked),
    summary: of('description')[0] ?? null,
  };
}
