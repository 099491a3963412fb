/** One row of numbers, what is to be learnt of it (0 to 1) and how much it weighs. */
export type Sample = { readonly features: readonly number[]; readonly label: number; readonly weight: number };

/** A tree: at each inner node the feature, the bound (`<` goes left) and two children; at a leaf the value alone. */
export type Tree = { feature: number; bound: number; left: Tree; right: Tree } | { value: number };

/** How a forest is grown. */
export type Growth = {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly featureShare: number;
  readonly minWeight: number;
  readonly ridge: number;
};

const BINS = 48;

/** Grows boosted trees for yes or no (logistic loss), best leaf first. The same samples give the same forest. */
export function growForest(samples: readonly Sample[], growth: Growth): Tree[] {
  const random = seeded(20261122);
  const width = samples[0]?.features.length ?? 0;
  const cuts = Array.from({ length: width }, (_, feature) => cutsOf(samples, feature, random));
  const bins = cuts.map((bounds, feature) =>
    Uint8Array.from(samples, ({ features }) => binOf(features[feature] ?? 0, bounds)),
  );
  const scores = new Float64Array(samples.length);
  const forest: Tree[] = [];
  for (let round = 0; round < growth.trees; round++) {
    const slope = new Float64Array(samples.length);
    const bend = new Float64Array(samples.length);
    samples.forEach(({ label, weight }, at) => {
      const chance = 1 / (1 + Math.exp(-(scores[at] ?? 0)));
      slope[at] = (chance - label) * weight;
      bend[at] = Math.max(1e-6, chance * (1 - chance)) * weight;
    });
    const chosen = cuts.map((_, feature) => feature).filter(() => random() < growth.featureShare);
    const tree = new TreeGrower(bins, cuts, slope, bend, chosen, growth).grow();
    forest.push(tree.root);
    for (const { rows, value } of tree.leaves) for (const row of rows) scores[row] = (scores[row] ?? 0) + value;
  }
  return forest;
}

type Leaf = { rows: Uint32Array; slope: number; bend: number; split: Split | null; node: Tree };
type Split = { feature: number; bin: number; gain: number };

class TreeGrower {
  private readonly bins: readonly Uint8Array[];
  private readonly cuts: readonly (readonly number[])[];
  private readonly slope: Float64Array;
  private readonly bend: Float64Array;
  private readonly chosen: readonly number[];
  private readonly growth: Growth;

  constructor(
    bins: readonly Uint8Array[],
    cuts: readonly (readonly number[])[],
    slope: Float64Array,
    bend: Float64Array,
    chosen: readonly number[],
    growth: Growth,
  ) {
    this.bins = bins;
    this.cuts = cuts;
    this.slope = slope;
    this.bend = bend;
    this.chosen = chosen;
    this.growth = growth;
  }

  grow(): { root: Tree; leaves: { rows: Uint32Array; value: number }[] } {
    const first = this.leafOf(Uint32Array.from(this.slope, (_, at) => at));
    const root = { tree: first.node };
    let leaves = [first];
    const parents = new Map<Tree, (tree: Tree) => void>([[first.node, (tree) => (root.tree = tree)]]);
    while (leaves.length < this.growth.leaves) {
      const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
      if (best.split === null) break;
      const { feature, bin } = best.split;
      const column = this.bins[feature] as Uint8Array;
      const left = this.leafOf(best.rows.filter((row) => (column[row] ?? 0) <= bin));
      const right = this.leafOf(best.rows.filter((row) => (column[row] ?? 0) > bin));
      const inner = { feature, bound: this.cuts[feature]?.[bin] ?? 0, left: left.node, right: right.node };
      parents.get(best.node)?.(inner);
      parents.set(left.node, (tree) => (inner.left = tree));
      parents.set(right.node, (tree) => (inner.right = tree));
      leaves = [...leaves.filter((leaf) => leaf !== best), left, right];
    }
    return {
      root: root.tree,
      leaves: leaves.map(({ rows, node }) => ({ rows, value: 'value' in node ? node.value : 0 })),
    };
  }

  private leafOf(rows: Uint32Array): Leaf {
    let slope = 0;
    let bend = 0;
    for (const row of rows) {
      slope += this.slope[row] ?? 0;
      bend += this.bend[row] ?? 0;
    }
    const value = (-slope / (bend + this.growth.ridge)) * this.growth.rate;
    return { rows, slope, bend, split: this.bestSplit(rows, slope, bend), node: { value } };
  }

  private bestSplit(rows: Uint32Array, slope: number, bend: number): Split | null {
    const { ridge, minWeight } = this.growth;
    const worth = (s: number, b: number) => (s * s) / (b + ridge);
    let best: Split | null = null;
    const slopes = new Float64Array(BINS + 1);
    const bends = new Float64Array(BINS + 1);
    for (const feature of this.chosen) {
      const column = this.bins[feature] as Uint8Array;
      slopes.fill(0);
      bends.fill(0);
      for (const row of rows) {
        const bin = column[row] as number;
        slopes[bin] = (slopes[bin] as number) + (this.slope[row] as number);
        bends[bin] = (bends[bin] as number) + (this.bend[row] as number);
      }
      let leftSlope = 0;
      let leftBend = 0;
      const bounds = this.cuts[feature]?.length ?? 0;
      for (let bin = 0; bin < bounds; bin++) {
        leftSlope += slopes[bin] as number;
        leftBend += bends[bin] as number;
        if (leftBend < minWeight || bend - leftBend < minWeight) continue;
        const gain = worth(leftSlope, leftBend) + worth(slope - leftSlope, bend - leftBend) - worth(slope, bend);
        if (gain > (best?.gain ?? 1e-4)) best = { feature, bin, gain };
      }
    }
    return best;
  }
}

/** What a forest makes of a row: its chance of yes. */
export function chanceIn(forest: readonly Tree[], features: readonly number[]): number {
  let score = 0;
  for (let tree of forest) {
    while (!('value' in tree)) tree = (features[tree.feature] ?? 0) < tree.bound ? tree.left : tree.right;
    score += tree.value;
  }
  return 1 / (1 + Math.exp(-score));
}

/** Bounds between bins: middles between the values that stand at equal shares of the samples. */
function cutsOf(samples: readonly Sample[], feature: number, random: () => number): number[] {
  const values: number[] = [];
  for (const { features } of samples)
    if (samples.length < 20_000 || random() < 20_000 / samples.length) values.push(features[feature] ?? 0);
  const sorted = Float64Array.from(values).sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= BINS) return distinct.slice(1).map((value, at) => ((distinct[at] ?? 0) + value) / 2);
  const cuts = new Set<number>();
  for (let bin = 1; bin < BINS; bin++) {
    const at = Math.floor((bin * sorted.length) / BINS);
    const value = sorted[at] ?? 0;
    let before = at;
    while (before > 0 && sorted[before] === value) before--;
    if (sorted[before] !== value) cuts.add(((sorted[before] ?? 0) + value) / 2);
  }
  return [...cuts].sort((a, b) => a - b);
}

function binOf(value: number, bounds: readonly number[]): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < (bounds[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
