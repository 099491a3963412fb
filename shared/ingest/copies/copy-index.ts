import { containmentOf, jaccardOf, type Shingles } from './text-shingles.ts';

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
    const shared = containment * Math.min(other.shingles.length, shingles.length);
    const kind = jaccard === 1 ? 'exact' : jaccard >= NEAR ? 'near' : containment >= CONTAINED ? 'contained' : null;
    if (kind === null || (kind === 'contained' && shared < LEAST_SHARED)) return [];
    return [{ a: other.id, b: id, kind, jaccard, containment }];
  }
}

function sampleOf(shingles: Shingles): Shingles {
  return shingles.length <= FEW ? shingles : shingles.filter((run) => run % SAMPLED === 0);
}
