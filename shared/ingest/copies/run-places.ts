import { MOST_TEXTS } from './sample-runs.ts';

/** Texts that one number can name beside a run, so that both sort as one number. */
const MOST_PLACES = 2 ** 21;
/** Runs taken in one by one before they are sorted in among the others. */
const MOST_FRESH = 200_000;

/**
 * Which texts have a run, for a hundred thousand texts: runs and texts as one sorted row of numbers, eight bytes each.
 * A map of lists takes ten times the room.
 */
export class RunPlaces {
  private sorted = new Float64Array();
  private fresh: number[] = [];
  private readonly recent = new Map<number, number[]>();

  /** Takes in the sampled runs of the text with the number `place`, which is under two million. */
  add(place: number, runs: Uint32Array): void {
    for (const run of runs) {
      this.fresh.push(run * MOST_PLACES + place);
      const places = this.recent.get(run);
      if (places === undefined) this.recent.set(run, [place]);
      else places.push(place);
    }
    if (this.fresh.length >= MOST_FRESH) this.settle();
  }

  /** How many of the runs each text has that has any; runs of hundreds of texts tell nothing. */
  sharing(runs: Uint32Array): Map<number, number> {
    const counts = new Map<number, number>();
    for (const run of runs) {
      const places = this.placesOf(run);
      if (places.length <= MOST_TEXTS) for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    return counts;
  }

  private placesOf(run: number): number[] {
    const places = [...(this.recent.get(run) ?? [])];
    const end = (run + 1) * MOST_PLACES;
    for (let at = this.firstFrom(run * MOST_PLACES); (this.sorted[at] ?? end) < end; at++) {
      places.push((this.sorted[at] ?? 0) % MOST_PLACES);
      if (places.length > MOST_TEXTS) break;
    }
    return places;
  }

  private firstFrom(least: number): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] ?? 0) < least) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private settle(): void {
    const all = new Float64Array(this.sorted.length + this.fresh.length);
    all.set(this.sorted);
    all.set(this.fresh, this.sorted.length);
    this.sorted = all.sort();
    this.fresh = [];
    this.recent.clear();
  }
}
