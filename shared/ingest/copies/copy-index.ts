import { containmentOf, jaccardOf, ownStretch, type Shingles } from './text-shingles.ts';

/** Two texts that are one: how alike they are, by runs of five words. */
export type CopyPair = {
  readonly a: string;
  readonly b: string;
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
/** One run in so many is looked up: which ones is decided by the run itself, so that two texts choose the same. */
const SAMPLED = 4;
/** Texts of few runs are looked up by all of them. */
const FEW = 64;
/** Runs that so many texts have are phrases, or what a publisher puts under each of its articles. */
const MOST_TEXTS = 400;

/**
 * Finds copies among texts as they come in. Each text is looked up by a sample of its runs; what shares some is compared
 * run by run, so that no pair is told by chance.
 */
export class CopyIndex {
  private readonly texts: { readonly id: string; readonly shingles: Shingles }[] = [];
  private readonly byRun = new Map<number, number[]>();

  /**
   * Takes a text in.
   *
   * @returns its copies among those that came before it
   */
  add(id: string, shingles: Shingles): CopyPair[] {
    const pairs = [...this.candidates(shingles)].flatMap((at) => this.compare(at, id, shingles));
    const place = this.texts.length;
    this.texts.push({ id, shingles });
    for (const run of sampleOf(shingles)) {
      const places = this.byRun.get(run);
      if (places === undefined) this.byRun.set(run, [place]);
      else if (places.length <= MOST_TEXTS) places.push(place);
    }
    return pairs;
  }

  private candidates(shingles: Shingles): Set<number> {
    const found = new Set<number>();
    for (const run of sampleOf(shingles)) {
      const places = this.byRun.get(run) ?? [];
      if (places.length <= MOST_TEXTS) for (const place of places) found.add(place);
    }
    return found;
  }

  private compare(at: number, id: string, shingles: Shingles): CopyPair[] {
    const other = this.texts[at];
    if (other === undefined) return [];
    const jaccard = jaccardOf(other.shingles, shingles);
    const containment = containmentOf(other.shingles, shingles);
    const shared = containment * Math.min(other.shingles.sorted.length, shingles.sorted.length);
    const kind = jaccard === 1 ? 'exact' : jaccard >= NEAR ? 'near' : containment >= CONTAINED ? 'contained' : null;
    if (kind === null || (kind === 'contained' && shared < LEAST_SHARED)) return [];
    if (containment < SURELY && isFrameAlone(other.shingles, shingles)) return [];
    return [{ a: other.id, b: id, kind, jaccard, containment }];
  }
}

/**
 * Two articles in one frame: each has a long stretch to itself, and what they share is the page around it. Of a copy that
 * was cut, set in another frame or taken into a longer story, one of the two has little to itself.
 */
function isFrameAlone(a: Shingles, b: Shingles): boolean {
  return ownStretch(a, b) >= OWN_STORY && ownStretch(b, a) >= OWN_STORY;
}

function sampleOf({ sorted }: Shingles): Uint32Array {
  return sorted.length <= FEW ? sorted : sorted.filter((run) => run % SAMPLED === 0);
}
