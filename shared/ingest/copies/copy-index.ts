import { judgePair, type Likeness } from './judge-pair.ts';
import { MOST_TEXTS, sampleRuns } from './sample-runs.ts';
import type { Shingles } from './text-shingles.ts';

/** Two texts that are one. */
export type CopyPair = Likeness & { readonly a: string; readonly b: string };

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
    for (const run of sampleRuns(shingles)) {
      const places = this.byRun.get(run);
      if (places === undefined) this.byRun.set(run, [place]);
      else if (places.length <= MOST_TEXTS) places.push(place);
    }
    return pairs;
  }

  private candidates(shingles: Shingles): Set<number> {
    const found = new Set<number>();
    for (const run of sampleRuns(shingles)) {
      const places = this.byRun.get(run) ?? [];
      if (places.length <= MOST_TEXTS) for (const place of places) found.add(place);
    }
    return found;
  }

  private compare(at: number, id: string, shingles: Shingles): CopyPair[] {
    const other = this.texts[at];
    const likeness = other && judgePair(other.shingles, shingles);
    return likeness ? [{ a: other.id, b: id, ...likeness }] : [];
  }
}
