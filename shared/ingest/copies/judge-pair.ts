import { containmentOf, jaccardOf, ownStretch, type Shingles } from './text-shingles.ts';

/** How alike two texts are, by runs of five words. */
export type Likeness = {
  readonly kind: 'exact' | 'near' | 'contained';
  readonly jaccard: number;
  /** Share of the shorter one that stands in the other. */
  readonly containment: number;
};

/** Likeness from which two texts are the same article in another cut. */
const NEAR = 0.5;
/** Share of the shorter text from which it is carried by the longer one. */
const CONTAINED = 0.3;
/** A contained text has so many runs at least: a dateline and an agency's last line are no article. */
const LEAST_SHARED = 12;
/** Share of the shorter text from which it stands in the other, whatever both have besides. */
const SURELY = 0.9;
/** Words in a row that are a story of their own. */
const OWN_STORY = 64;

/** Whether two texts are one, and how; null if they are not. */
export function judgePair(one: Shingles, other: Shingles): Likeness | null {
  const jaccard = jaccardOf(one, other);
  const containment = containmentOf(one, other);
  const shared = containment * Math.min(one.sorted.length, other.sorted.length);
  const kind = jaccard === 1 ? 'exact' : jaccard >= NEAR ? 'near' : containment >= CONTAINED ? 'contained' : null;
  if (kind === null || (kind === 'contained' && shared < LEAST_SHARED)) return null;
  if (containment < SURELY && isFrameAlone(one, other)) return null;
  return { kind, jaccard, containment };
}

/**
 * Two articles in one frame: each has a long stretch to itself, and what they share is the page around it. Of a copy that
 * was cut, set in another frame or taken into a longer story, one of the two has little to itself.
 */
function isFrameAlone(a: Shingles, b: Shingles): boolean {
  return ownStretch(a, b) >= OWN_STORY && ownStretch(b, a) >= OWN_STORY;
}
