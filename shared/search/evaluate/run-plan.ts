import type { TermEntry } from '#shared/search/segment/dictionary.ts';
import type { Segment } from '#shared/search/segment/segment.ts';
import { docsInRange } from './docs-in-range.ts';
import { findPlaces } from './find-places.ts';
import { type Found, foundAll, foundDocs, foundNothing, intersect, keep, subtract, unite } from './found.ts';
import type { QueryPlan } from './query-plan.ts';

import { docsOfAnyTerm, docsWithAnyTerm, type Worth } from './term-docs.ts';
import type { TextPlan } from './text-plan.ts';

/**
 * The documents of a segment that a plan finds, deleted ones among them, in order.
 *
 * @param within - only these are asked for, null for all; their own worth is not added
 */
export async function runPlan(segment: Segment, plan: QueryPlan, within: Found | null): Promise<Found> {
  switch (plan.kind) {
    case 'text':
      return runText(segment, plan.plan, plan.rarity, within);
    case 'entries':
      return runEntries(segment, plan.entries, within);
    case 'range':
      return docsInRange(segment, plan.name, plan.range, within);
    case 'cases': {
      const numbers = await segment.column('caseNumbers');
      const isNamed = segment.seal.cases.map((caseId) => plan.caseIds.has(caseId));
      const all = within === null ? foundAll(segment.seal.documents) : foundDocs(within.docs, within.count);
      return keep(all, (doc) => isNamed[numbers[doc] as number] === true);
    }
    case 'not': {
      const all = within === null ? foundAll(segment.seal.documents) : foundDocs(within.docs, within.count);
      return subtract(all, await runPlan(segment, plan.child, within === null ? null : all));
    }
    case 'or': {
      let found = foundNothing;
      for (const child of plan.children) found = unite(found, await runPlan(segment, child, within));
      return found;
    }
    case 'and':
      return runAnd(segment, plan.children, within);
  }
}

/** The cheapest first; what only tests documents, and what leaves out, behind all that finds some. */
async function runAnd(segment: Segment, children: readonly QueryPlan[], within: Found | null): Promise<Found> {
  const order = [...children].sort((a, b) => rankOf(a) - rankOf(b) || a.cost - b.cost);
  let found: Found | null = null;
  for (const child of order) {
    if (found !== null && found.count === 0) return foundNothing;
    if (found !== null && child.kind === 'not') {
      found = subtract(found, await runPlan(segment, child.child, found));
      continue;
    }
    const next: Found = await runPlan(segment, child, found ?? within);
    found = found === null ? next : intersect(found, next);
  }
  return found ?? foundNothing;
}

function rankOf({ kind }: QueryPlan): number {
  if (kind === 'not') return 2;
  return kind === 'range' || kind === 'cases' ? 1 : 0;
}

async function runText(segment: Segment, plan: TextPlan, rarity: number, within: Found | null): Promise<Found> {
  const lengths = await segment.column('lengths');
  if (plan.kind === 'places') return findPlaces(segment, plan.plan, within, { lengths, mask: 0xff, rarity });
  const entries = plan.alternatives.flatMap(({ steps, weight }) =>
    (steps[0] ?? []).map((entry) => ({ entry, weight })),
  );
  const found = await readAny(segment, entries, { lengths, mask: plan.mask, rarity }, within);
  return found;
}

async function runEntries(segment: Segment, entries: readonly TermEntry[], within: Found | null): Promise<Found> {
  const lengths = await segment.column('lengths');
  const terms = entries.map((entry) => ({ entry, weight: 1 }));
  return readAny(segment, terms, { lengths, mask: 0xff, rarity: 0 }, within);
}

type Weighted = { readonly entry: TermEntry; readonly weight: number };

async function readAny(
  segment: Segment,
  entries: readonly Weighted[],
  worth: Worth,
  within: Found | null,
): Promise<Found> {
  if (entries.length === 0) return foundNothing;
  const bytes = await segment.readPostings(entries.map(({ entry }) => entry));
  const terms = entries.map(({ entry, weight }, at) => ({ entry, weight, bytes: bytes[at] ?? new Uint8Array(0) }));
  return within === null ? docsOfAnyTerm(terms, worth) : docsWithAnyTerm(within, terms, worth);
}
