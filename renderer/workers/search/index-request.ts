import type { Narrowing, NarrowName, SearchQuestion } from '#shared/contracts/search-messages.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import type { FilterName } from '#shared/search/model/index-document.ts';
import type { PhraseSlot, QueryNode } from '#shared/search/model/query.ts';
import type { FacetName, IndexRequest, SearchOrder } from '#shared/search/model/search-results.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';

const DAY_MS = 86_400_000;

/** A question as the engine is asked, for its first `limit` results. */
export type RequestPart = Pick<IndexRequest, 'facets' | 'hidden' | 'limit'>;

/** What belongs to asking, whatever is asked. */
export type Asking = {
  readonly cases: IndexRequest['cases'];
  readonly job: Pick<JobControl, 'signal' | 'pause'>;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** Words that stand in no label: a value is then named by its key alone. */
const NO_LABEL: readonly PhraseSlot[] = [{ kind: 'word', word: { parts: ['\u0000'], written: '\u0000', sign: '' } }];

/** Puts a question as the engine takes it. */
export function indexRequest(question: SearchQuestion, part: RequestPart, { cases, job, now }: Asking): IndexRequest {
  const { root, errors } = parseQuery(question.typed);
  return {
    query: { root: root === null ? null : narrowed(root, question.narrowed), errors },
    caseId: question.caseId,
    cases,
    order: orderOf(question),
    freshAt: question.sort === 'fresh' ? Math.floor(now / DAY_MS) : null,
    skip: 0,
    job,
    ...part,
  };
}

function orderOf({ sort }: SearchQuestion): SearchOrder {
  return sort === 'fresh' ? 'score' : sort;
}

/** Values of one name are alternatives, different names all have to fit. */
function narrowed(root: QueryNode, narrowings: readonly Narrowing[]): QueryNode {
  const byName = new Map<NarrowName, QueryNode[]>();
  for (const narrowing of narrowings) {
    byName.set(narrowing.name, [...(byName.get(narrowing.name) ?? []), nodeOf(narrowing)]);
  }
  if (byName.size === 0) return root;
  const groups = Array.from(byName.values(), (children): QueryNode => {
    const [only] = children;
    return children.length === 1 && only ? only : { kind: 'or', children };
  });
  return { kind: 'and', children: [root, ...groups] };
}

function nodeOf({ name, key }: Narrowing): QueryNode {
  if (name !== 'month') return { kind: 'filter', name: name satisfies FilterName, slots: NO_LABEL, written: key };
  // a facet counts an article in the month of its first day: that lies before the end, and not before the beginning
  const first = Date.parse(`${key}-01`);
  const next = new Date(first);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return { kind: 'and', children: [until(next.getTime(), key), { kind: 'not', child: until(first, key) }] };
}

function until(end: number, written: string): QueryNode {
  return { kind: 'range', name: 'published', range: { min: null, max: end / DAY_MS - 1 }, written };
}

/** Every facet that a results place shows. */
export const shownFacets: readonly FacetName[] = [
  'publisher',
  'language',
  'status',
  'tag',
  'entity',
  'event-type',
  'month',
];
