import type { Decision } from '#shared/domain/decision.ts';

type Pair = { readonly a: string; readonly b: string };

/** Pairs that were found, without those that an analyst judged to be none, with those judged to be one article. */
export function judgedPairs(found: readonly Pair[], decisions: readonly Decision[]): Pair[] {
  const judged = new Map(decisions.filter(({ kind }) => kind === 'article').map((row) => [labelOf(row), row.verdict]));
  const said = decisions.filter(({ kind, verdict }) => kind === 'article' && verdict === 'same');
  return [...found.filter((pair) => judged.get(labelOf(pair)) !== 'not-the-same'), ...said];
}

/** Groups that pairs join: each member of `ids` that is in one, with the others of its group. */
export function joinedGroups<Id extends string>(
  ids: readonly Id[],
  pairs: readonly Pair[],
): ReadonlyMap<Id, readonly Id[]> {
  const groups = new Map<string, Id[]>(ids.map((id) => [id, [id]]));
  for (const { a, b } of pairs) {
    const [one, other] = [groups.get(a), groups.get(b)];
    if (one === undefined || other === undefined || one === other) continue;
    const [large, small] = one.length >= other.length ? [one, other] : [other, one];
    large.push(...small);
    for (const id of small) groups.set(id, large);
  }
  const joined = new Map<Id, readonly Id[]>();
  for (const id of ids) {
    const group = groups.get(id);
    if (group !== undefined && group.length > 1) joined.set(id, group);
  }
  return joined;
}

function labelOf({ a, b }: Pair): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
