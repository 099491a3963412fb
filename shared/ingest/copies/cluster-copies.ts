import { boundsOf } from '#shared/dates/edtf-bounds.ts';
import type { CopyPair } from './copy-index.ts';

/** What tells the origin among copies. */
export type CopiedArticle = {
  readonly id: string;
  /** EDTF; null when unknown. */
  readonly published: string | null;
  /** The names its publisher goes by. */
  readonly outlet: readonly string[];
  readonly text: string;
};

/** Articles that are one, with the likely origin and why; no origin where nothing tells. */
export type CopyCluster = {
  readonly members: readonly string[];
  readonly origin: { readonly id: string; readonly why: string } | null;
};

/** Who a text says it comes from: `first published by …`, `(Reuters)`. */
const CREDIT =
  /(?:first (?:published|appeared) (?:by|in|on|at)|originally (?:published|appeared) (?:by|in|on|at)|original source of this article is|by agreement with|courtesy of|reprinted (?:from|with permission (?:of|from)))\s+(?:the\s+)?([^\n.]{2,80})/giu;

/** Groups articles that pairs join. Articles of one cluster count as one independent origin. */
export function clusterCopies(
  articles: readonly CopiedArticle[],
  pairs: readonly Pick<CopyPair, 'a' | 'b'>[],
): CopyCluster[] {
  const leaders = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let leader = id;
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) leader = next;
    return leader;
  };
  for (const { a, b } of pairs) {
    const [one, other] = [leaderOf(a), leaderOf(b)];
    if (one !== other) leaders.set(other, one);
  }
  const groups = new Map<string, CopiedArticle[]>();
  for (const article of articles) {
    const leader = leaderOf(article.id);
    groups.set(leader, [...(groups.get(leader) ?? []), article]);
  }
  return [...groups.values()]
    .filter((members) => members.length > 1)
    .map((members) => ({ members: members.map(({ id }) => id), origin: originOf(members) }));
}

/** Whom the others credit; else the one that was published first, if it was before all others. */
function originOf(members: readonly CopiedArticle[]): CopyCluster['origin'] {
  for (const article of members) {
    const credited = creditedBy(article, members);
    if (credited !== null) return credited;
  }
  const dated = members
    .map((article) => ({ article, bounds: article.published === null ? null : boundsOf(article.published) }))
    .flatMap(({ article, bounds }) => (bounds === null ? [] : [{ article, bounds }]))
    .sort((a, b) => a.bounds.earliest - b.bounds.earliest);
  const [first, second] = dated;
  if (first === undefined || second === undefined || first.bounds.latest >= second.bounds.earliest) return null;
  const isAll = dated.length === members.length;
  return {
    id: first.article.id,
    why: isAll ? 'Published before the others.' : 'Published first of those with a date.',
  };
}

function creditedBy(article: CopiedArticle, members: readonly CopiedArticle[]): CopyCluster['origin'] {
  for (const found of article.text.matchAll(CREDIT)) {
    const words = (found[1] ?? '').trim();
    const origin = members.find(({ id, outlet }) => id !== article.id && outlet.some((name) => isNamed(words, name)));
    if (origin !== undefined) return { id: origin.id, why: `Another copy says: “${found[0].trim()}”.` };
  }
  return null;
}

function isNamed(words: string, name: string): boolean {
  return name.length > 2 && words.toLowerCase().includes(name.toLowerCase());
}
