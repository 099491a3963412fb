import { throwIfCancelled } from '#shared/kernel/job-control.ts';
import type { IndexRequest, IndexResults } from '#shared/search/model/search-results.ts';
import { hasBit, type Segment } from '#shared/search/segment/segment.ts';
import { FacetCounter } from './count-facets.ts';
import { type Found, foundNothing, keep, subtract } from './found.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import { type RankValue, rankValues } from './rank-values.ts';
import { runPlan } from './run-plan.ts';
import type { ReadTerm } from './term-docs.ts';
import { TopList } from './top-list.ts';
import { addTopOfTerm } from './top-of-term.ts';

/** Documents looked at between two pauses: a few milliseconds. */
const STRETCH = 200_000;

/** A segment, and what of it was deleted when the question came. */
type Snapshot = { readonly segment: Segment; readonly deleted: Uint8Array; readonly isWhole: boolean };

/**
 * Answers a request over several segments, as they are now whatever happens meanwhile.
 *
 * @throws {AppError} `cancelled` when its signal aborts; `altered` when a segment is damaged
 */
export async function searchSegments(all: readonly Segment[], request: IndexRequest): Promise<IndexResults> {
  const { caseId, query } = request;
  const scope = all.filter(({ seal }) => caseId === null || seal.cases.includes(caseId));
  const snapshots = scope.map(
    (segment): Snapshot => ({
      segment,
      deleted: segment.deleted,
      isWhole: segment.deletedCount === 0 && (caseId === null || segment.seal.cases.length === 1),
    }),
  );
  const run = new Run(snapshots, request, await rankValues(scope, request));
  const searched = await run.countScope();
  if (query.root === null) return { total: 0, hits: [], hiddenOnly: hiddenCount(request, 0), facets: {}, searched };
  const plans = planQuery(scope, query.root, request.cases, false);
  const hiddenPlans = request.hidden === 'leave-out' ? null : planQuery(scope, query.root, request.cases, true);
  return { ...(await run.search(plans, hiddenPlans)), searched };
}

function hiddenCount({ hidden }: IndexRequest, count: number): number | null {
  return hidden === 'leave-out' ? null : count;
}

class Run {
  private readonly snapshots: readonly Snapshot[];
  private readonly request: IndexRequest;
  private readonly values: readonly RankValue[];
  private readonly top: TopList;
  private readonly facets: FacetCounter;

  constructor(snapshots: readonly Snapshot[], request: IndexRequest, values: readonly RankValue[]) {
    this.snapshots = snapshots;
    this.request = request;
    this.values = values;
    const documents = snapshots.reduce((sum, { segment }) => sum + segment.seal.documents, 0);
    this.top = new TopList(request.skip + request.limit, documents);
    this.facets = new FacetCounter(request.facets);
  }

  async countScope(): Promise<number> {
    const { caseId } = this.request;
    let count = 0;
    for (const { segment, deleted, isWhole } of this.snapshots) {
      if (isWhole) {
        count += segment.seal.documents;
        continue;
      }
      const isIn = await this.scopeTest(segment, deleted, caseId);
      for (let doc = 0; doc < segment.seal.documents; doc++) if (isIn(doc)) count++;
    }
    return count;
  }

  async search(
    plans: readonly QueryPlan[],
    hiddenPlans: readonly QueryPlan[] | null,
  ): Promise<Omit<IndexResults, 'searched'>> {
    const { hidden, job, skip } = this.request;
    let total = 0;
    let hiddenOnly = 0;
    let base = 0;
    let work = 0;
    for (const [at, snapshot] of this.snapshots.entries()) {
      const { segment } = snapshot;
      const plan = plans[at] as QueryPlan;
      throwIfCancelled(job);
      work += plan.cost;
      if (work > STRETCH) {
        await job.pause();
        work = 0;
      }
      const hiddenPlan = segment.hasHidden ? hiddenPlans?.[at] : undefined;
      const term = hiddenPlan === undefined && hidden !== 'hand-out' ? await this.onlyTerm(snapshot, plan) : null;
      if (term !== null) total += await this.addTop(snapshot, term, base);
      else {
        const shown = await this.find(snapshot, plan);
        total += shown.count;
        const more = hiddenPlan === undefined ? foundNothing : subtract(await this.find(snapshot, hiddenPlan), shown);
        hiddenOnly += more.count;
        await this.add(at, hidden === 'hand-out' ? more : shown, base);
      }
      base += segment.seal.documents;
    }
    const hits = await this.hits(skip);
    return { total, hits, hiddenOnly: hiddenCount(this.request, hiddenOnly), facets: this.facets.results() };
  }

  private async find({ segment, deleted, isWhole }: Snapshot, plan: QueryPlan): Promise<Found> {
    const found = await runPlan(segment, plan, null);
    return isWhole ? found : keep(found, await this.scopeTest(segment, deleted, this.request.caseId));
  }

  private async add(at: number, found: Found, base: number): Promise<void> {
    const { segment } = this.snapshots[at] as Snapshot;
    const value = this.values[at] as RankValue;
    for (let next = 0; next < found.count; next++) {
      const doc = found.docs[next] as number;
      const worth = value(doc, found.scores[next] as number);
      if (worth > this.top.least) this.top.add(worth, base + doc);
    }
    await this.facets.add(segment, found);
  }

  /** The one term that a plan looks for where nothing but its best documents and their number is asked; else null. */
  private async onlyTerm({ segment }: Snapshot, plan: QueryPlan): Promise<(ReadTerm & { rarity: number }) | null> {
    const { order, freshAt, facets, caseId } = this.request;
    const isPlain = order === 'score' && freshAt === null && facets.length === 0;
    const isInScope = caseId === null || segment.seal.cases.length === 1;
    if (!isPlain || !isInScope || plan.kind !== 'text' || plan.plan.kind !== 'terms' || plan.plan.mask !== 0xff)
      return null;
    const [only, another] = plan.plan.alternatives;
    const [entry, more] = only?.steps[0] ?? [];
    if (only === undefined || another !== undefined || entry === undefined || more !== undefined) return null;
    const [bytes] = await segment.readPostings([entry]);
    return bytes === undefined ? null : { entry, bytes, weight: only.weight, rarity: plan.rarity };
  }

  private async addTop(
    { segment, deleted }: Snapshot,
    term: ReadTerm & { rarity: number },
    base: number,
  ): Promise<number> {
    const lengths = await segment.column('lengths');
    return addTopOfTerm(this.top, term, { lengths, mask: 0xff, rarity: term.rarity }, deletedDocs(deleted), base);
  }

  private async scopeTest(segment: Segment, deleted: Uint8Array, caseId: string | null) {
    if (caseId === null || segment.seal.cases.length === 1) return (doc: number) => !hasBit(deleted, doc);
    const numbers = await segment.column('caseNumbers');
    const wanted = segment.seal.cases.indexOf(caseId);
    return (doc: number) => numbers[doc] === wanted && !hasBit(deleted, doc);
  }

  private async hits(skip: number): Promise<IndexResults['hits']> {
    const best = this.top.best().slice(skip);
    const hits: IndexResults['hits'][number][] = new Array(best.length);
    let base = 0;
    for (const { segment } of this.snapshots) {
      const end = base + segment.seal.documents;
      const own = [...best.entries()].filter(([, at]) => this.top.orderOf(at) >= base && this.top.orderOf(at) < end);
      const keys = await segment.keysOf(own.map(([, at]) => this.top.orderOf(at) - base));
      for (const [next, [place, at]] of own.entries()) {
        const key = keys[next];
        if (key !== undefined) hits[place] = { ...key, score: this.top.valueOf(at) };
      }
      base = end;
    }
    return hits;
  }
}

function deletedDocs(bits: Uint8Array): Int32Array {
  const docs: number[] = [];
  for (let at = 0; at < bits.length; at++) {
    for (let byte = bits[at] as number; byte !== 0; byte &= byte - 1)
      docs.push(at * 8 + (31 - Math.clz32(byte & -byte)));
  }
  return Int32Array.from(docs);
}
