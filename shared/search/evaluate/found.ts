/** Documents of one segment, in order, and what each is worth. */
export type Found = { readonly count: number; readonly docs: Int32Array; readonly scores: Float64Array };

/** Nothing found. */
export const foundNothing: Found = { count: 0, docs: new Int32Array(0), scores: new Float64Array(0) };

/** Documents without worth. */
export function foundDocs(docs: Int32Array, count = docs.length): Found {
  return { count, docs, scores: new Float64Array(count) };
}

/** All documents of a segment. */
export function foundAll(documents: number): Found {
  const docs = new Int32Array(documents);
  for (let doc = 0; doc < documents; doc++) docs[doc] = doc;
  return foundDocs(docs);
}

/** Those that a test lets pass. */
export function keep({ count, docs, scores }: Found, test: (doc: number) => boolean): Found {
  const kept = new Int32Array(count);
  const worth = new Float64Array(count);
  let next = 0;
  for (let at = 0; at < count; at++) {
    const doc = docs[at] as number;
    if (!test(doc)) continue;
    kept[next] = doc;
    worth[next++] = scores[at] as number;
  }
  return { count: next, docs: kept, scores: worth };
}

/** Those in both, their worth added. */
export function intersect(one: Found, other: Found): Found {
  const room = Math.min(one.count, other.count);
  const docs = new Int32Array(room);
  const scores = new Float64Array(room);
  let next = 0;
  for (let at = 0, to = 0; at < one.count && to < other.count; ) {
    const [a, b] = [one.docs[at] as number, other.docs[to] as number];
    if (a === b) {
      docs[next] = a;
      scores[next++] = (one.scores[at++] as number) + (other.scores[to++] as number);
    } else if (a < b) at++;
    else to++;
  }
  return { count: next, docs, scores };
}

/** Those in either, their worth added. */
export function unite(one: Found, other: Found): Found {
  if (one.count === 0) return other;
  if (other.count === 0) return one;
  const docs = new Int32Array(one.count + other.count);
  const scores = new Float64Array(docs.length);
  let next = 0;
  for (let at = 0, to = 0; at < one.count || to < other.count; next++) {
    const a = at < one.count ? (one.docs[at] as number) : Number.POSITIVE_INFINITY;
    const b = to < other.count ? (other.docs[to] as number) : Number.POSITIVE_INFINITY;
    docs[next] = Math.min(a, b);
    scores[next] = (a <= b ? (one.scores[at++] as number) : 0) + (b <= a ? (other.scores[to++] as number) : 0);
  }
  return { count: next, docs, scores };
}

/** Those of the first that are not in the other. */
export function subtract(one: Found, other: Found): Found {
  if (other.count === 0) return one;
  const docs = new Int32Array(one.count);
  const scores = new Float64Array(one.count);
  let next = 0;
  let to = 0;
  for (let at = 0; at < one.count; at++) {
    const doc = one.docs[at] as number;
    while (to < other.count && (other.docs[to] as number) < doc) to++;
    if (to < other.count && other.docs[to] === doc) continue;
    docs[next] = doc;
    scores[next++] = one.scores[at] as number;
  }
  return { count: next, docs, scores };
}
