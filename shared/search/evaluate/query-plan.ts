import type { NumberRange, QueryNode, RangeName } from '#shared/search/model/query.ts';
import type { TermEntry } from '#shared/search/segment/dictionary.ts';
import { rarity } from '#shared/search/segment/impact.ts';
import type { Segment } from '#shared/search/segment/segment.ts';
import { filterEntries, namesLabel } from './filter-entries.ts';
import { plannedDocuments, planText, type TextPlan, wordDocuments } from './text-plan.ts';

/** A query as it is run on one segment. `cost`: documents that it touches at most. */
export type QueryPlan = { readonly cost: number } & (
  | { readonly kind: 'text'; readonly plan: TextPlan; readonly rarity: number }
  | { readonly kind: 'entries'; readonly entries: readonly TermEntry[] }
  | { readonly kind: 'range'; readonly name: RangeName; readonly range: NumberRange }
  | { readonly kind: 'cases'; readonly caseIds: ReadonlySet<string> }
  | { readonly kind: 'and' | 'or'; readonly children: readonly QueryPlan[] }
  | { readonly kind: 'not'; readonly child: QueryPlan }
);

type Cases = readonly { readonly caseId: string; readonly name: string }[];

/** Plans a query for every segment; words are as rare as they are in all of them together. */
export function planQuery(
  segments: readonly Segment[],
  root: QueryNode,
  cases: Cases,
  withHidden: boolean,
): QueryPlan[] {
  const documents = segments.reduce((sum, { live }) => sum + live, 0);
  const plan = (node: QueryNode): QueryPlan[] => {
    switch (node.kind) {
      case 'text': {
        const plans = segments.map((segment) => planText(segment, node.node, withHidden));
        const worth = rarityOf(plans, documents);
        return plans.map((one) => ({ kind: 'text', plan: one, rarity: worth, cost: plannedDocuments(one) }));
      }
      case 'filter':
        return segments.map(({ dictionary }) => {
          const entries = filterEntries(dictionary, node.name, node.slots, node.written);
          return { kind: 'entries', entries, cost: entries.reduce((sum, entry) => sum + entry.documents, 0) };
        });
      case 'range':
        return segments.map(({ seal }) => ({ ...node, cost: seal.documents }));
      case 'case': {
        const named = cases.filter(({ caseId, name }) => namesLabel(caseId, name, node.slots, node.written));
        const caseIds = new Set(named.map(({ caseId }) => caseId));
        return segments.map(({ seal }) => ({ kind: 'cases', caseIds, cost: seal.documents }));
      }
      case 'not': {
        const children = plan(node.child);
        return segments.map(({ seal }, at) => ({
          kind: 'not',
          child: children[at] as QueryPlan,
          cost: seal.documents,
        }));
      }
      default: {
        const children = node.children.map(plan);
        return segments.map((_, at) =>
          combined(
            node.kind,
            children.map((plans) => plans[at] as QueryPlan),
          ),
        );
      }
    }
  };
  return plan(root);
}

function combined(kind: 'and' | 'or', children: readonly QueryPlan[]): QueryPlan {
  const costs = children.map(({ cost }) => cost);
  const cost = kind === 'and' ? Math.min(...costs) : costs.reduce((sum, one) => sum + one, 0);
  return { kind, children, cost };
}

function rarityOf(plans: readonly TextPlan[], documents: number): number {
  const holding: number[] = [];
  for (const plan of plans) {
    for (const [at, count] of wordDocuments(plan).entries()) holding[at] = (holding[at] ?? 0) + count;
  }
  return holding.reduce((sum, count) => sum + rarity(Math.min(count, documents), documents), 0);
}
