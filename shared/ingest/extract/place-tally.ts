import type { BlockTraits } from './block-traits.ts';
import type { Place } from './place.ts';

/** What stands in an element, all of it. */
export type Tally = {
  /** Code units of its blocks. */
  units: number;
  /** Of these, in links. */
  linked: number;
  /** Of these, in blocks that read like an article's. */
  prose: number;
  blocks: number;
  proseBlocks: number;
  /** What a first look makes of it as the article's own box. */
  score: number;
};

/** Counts what stands in each element of a page, and in each kind of elements. */
export class PlaceTally {
  readonly root: Tally = emptyTally();
  /** The box that a first look takes for the article's. */
  readonly box: Place | null;
  private readonly byPlace = new Map<Place, Tally>();
  private readonly bySignature = new Map<string, Tally>();

  constructor(blocks: readonly BlockTraits[]) {
    for (const block of blocks) {
      add(this.root, block);
      for (let place: Place | null = block.unit; place !== null; place = place.parent) add(this.of(place), block);
      add(this.ofKind(block.unit), block);
      this.reward(block);
    }
    this.box = this.bestBox();
  }

  /** What stands in an element; nothing for one without words. */
  of(place: Place): Tally {
    return tallyIn(this.byPlace, place);
  }

  /** What stands in all elements that are named like this one and stand in elements named like its own. */
  ofKind({ signature, parent }: Place): Tally {
    return tallyIn(this.bySignature, `${parent?.signature ?? ''}>${signature}`);
  }

  /** Prose speaks for the boxes around it, the nearest most. */
  private reward({ unit, isProse, units, commas }: BlockTraits): void {
    if (!isProse) return;
    const worth = 1 + commas + Math.min(Math.floor(units / 100), 3);
    let share = 1;
    for (let place = unit.parent, level = 0; place !== null && level < 5; place = place.parent, level++) {
      this.of(place).score += worth * share;
      share = level === 0 ? 0.5 : 0.5 / (level + 1.5);
    }
  }

  private bestBox(): Place | null {
    let best: Place | null = null;
    let most = 0;
    for (const [place, tally] of this.byPlace) {
      const score = tally.score * (1 - tally.linked / Math.max(1, tally.units));
      if (score <= most) continue;
      most = score;
      best = place;
    }
    return best;
  }
}

function emptyTally(): Tally {
  return { units: 0, linked: 0, prose: 0, blocks: 0, proseBlocks: 0, score: 0 };
}

function tallyIn<K>(tallies: Map<K, Tally>, key: K): Tally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const made = emptyTally();
  tallies.set(key, made);
  return made;
}

function add(tally: Tally, { units, linked, isProse }: BlockTraits): void {
  tally.units += units;
  tally.linked += linked;
  tally.blocks++;
  if (!isProse) return;
  tally.prose += units;
  tally.proseBlocks++;
}
