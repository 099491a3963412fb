/** Trees as they are walked: of each node the feature (-1 at a leaf), its bound or value, and where the right child is. */
export type Forest = {
  readonly roots: readonly number[];
  readonly features: Int16Array;
  readonly values: Float64Array;
  readonly rights: Int32Array;
};

/**
 * Reads trees written in preorder, parted by space: `12<3.5` for a node that asks whether feature 12 is under 3.5 (then
 * the left child follows, then the right one), `0.25` for a leaf.
 */
export function readForest(written: string): Forest {
  const nodes = written.trim().split(/\s+/);
  const features = new Int16Array(nodes.length).fill(-1);
  const values = new Float64Array(nodes.length);
  const rights = new Int32Array(nodes.length);
  const roots: number[] = [];
  /** Inner nodes whose right child is still to come; the number of children seen of each. */
  const open: number[] = [];
  for (const [at, node] of nodes.entries()) {
    if (open.length === 0) roots.push(at);
    const [feature = '', bound] = node.split('<');
    values[at] = Number(bound ?? feature);
    if (bound !== undefined) {
      features[at] = Number(feature);
      open.push(at);
      continue;
    }
    // A leaf ends every left branch that it stands at the end of, or every right one.
    for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
      if (rights[parent] === 0) {
        rights[parent] = at + 1;
        open.push(parent);
        break;
      }
    }
  }
  return { roots, features, values, rights };
}

/** What a forest makes of a row of features: the chance of yes, 0 to 1. */
export function chanceOf({ roots, features, values, rights }: Forest, row: ArrayLike<number>): number {
  let score = 0;
  for (const root of roots) {
    let at = root;
    for (let feature = features[at] ?? -1; feature >= 0; feature = features[at] ?? -1) {
      at = (row[feature] ?? 0) < (values[at] ?? 0) ? at + 1 : (rights[at] ?? 0);
    }
    score += values[at] ?? 0;
  }
  return 1 / (1 + Math.exp(-score));
}
