import type { TermEntry } from '#shared/search/segment/dictionary.ts';
import { fieldAt } from '#shared/search/segment/fields.ts';
import { impact } from '#shared/search/segment/impact.ts';
import type { Segment } from '#shared/search/segment/segment.ts';
import { type Found, foundNothing, unite } from './found.ts';
import { PositionCursor } from './position-cursor.ts';
import type { Alternative } from './resolve-slot.ts';
import { areNear, chainSpans, nearSpans, noSpans, type Spans, spansOf, uniteSpans } from './spans.ts';
import { docsOfAnyTerm, docsWithAnyTerm, type ReadTerm, type Worth } from './term-docs.ts';
import type { SpanPlan } from './text-plan.ts';

/**
 * The documents of a segment in which words stand as a plan wants them to each other.
 *
 * @param within - only these are looked at; null for all
 */
export async function findPlaces(segment: Segment, plan: SpanPlan, within: Found | null, worth: Worth): Promise<Found> {
  const entries = [...new Set(entriesOf(plan))];
  if (entries.length === 0) return foundNothing;
  const bytes = await segment.readPostings(entries);
  const terms = new Map(
    entries.map((entry, at) => [entry, { entry, bytes: bytes[at] ?? new Uint8Array(0), weight: 1 }]),
  );
  const candidates = candidatesOf(plan, terms, within, worth);
  if (candidates.count === 0) return foundNothing;

  const cursors = new Map(
    entries.map((entry) => [entry, new PositionCursor(entry, terms.get(entry)?.bytes ?? noBytes)]),
  );
  const plans = [...cursors.values()].map((cursor) => cursor.plan(candidates.docs, candidates.count));
  const buffers = await segment.readPositions(plans.flat());
  let next = 0;
  for (const [at, cursor] of [...cursors.values()].entries()) {
    const own = plans[at]?.length ?? 0;
    cursor.locate(candidates.docs, candidates.count, buffers.slice(next, next + own));
    next += own;
  }
  return verify(plan, candidates, cursors, worth);
}

const noBytes = new Uint8Array(0);

function entriesOf(plan: SpanPlan): TermEntry[] {
  switch (plan.kind) {
    case 'any':
      return plan.children.flatMap(entriesOf);
    case 'near':
      return [...entriesOf(plan.left), ...entriesOf(plan.right)];
    case 'phrase':
      if (plan.slots.some(({ length }) => length === 0)) return [];
      return plan.slots.flat().flatMap(({ steps, without }) => [...steps.flat(), ...without]);
  }
}

type Terms = ReadonlyMap<TermEntry, ReadTerm>;

/** Documents that hold all words that are needed, wherever. */
function candidatesOf(plan: SpanPlan, terms: Terms, within: Found | null, worth: Worth): Found {
  switch (plan.kind) {
    case 'any':
      return plan.children.map((child) => candidatesOf(child, terms, within, worth)).reduce(unite, foundNothing);
    case 'near':
      return candidatesOf(plan.right, terms, candidatesOf(plan.left, terms, within, worth), worth);
    case 'phrase': {
      const own = { ...worth, mask: plan.mask };
      const steps = plan.slots.map((slot) => stepsOf(slot)).sort((a, b) => documentsOf(a) - documentsOf(b));
      let found = within;
      for (const alternatives of steps) {
        if (found !== null && found.count === 0) return foundNothing;
        // a word of most articles leaves most candidates: its places are looked at anyway
        if (found !== null && documentsOf([...alternatives]) > worth.lengths.length * COMMON) continue;
        found = alternatives
          .map((alternative) => docsOfSteps(alternative, terms, found, own))
          .reduce(unite, foundNothing);
      }
      return found ?? foundNothing;
    }
  }
}

/** A word that more than this part of all documents hold is common. */
const COMMON = 0.3;

type Steps = readonly (readonly TermEntry[])[];

function stepsOf(slot: readonly Alternative[]): Steps[] {
  // single steps are looked up together
  const singles = slot.filter(({ steps }) => steps.length === 1).flatMap(({ steps }) => steps[0] ?? []);
  const runs = slot.filter(({ steps }) => steps.length > 1).map(({ steps }) => steps);
  return singles.length > 0 ? [[singles], ...runs] : runs;
}

function documentsOf(alternatives: readonly Steps[]): number {
  const step = (entries: readonly TermEntry[]) => entries.reduce((sum, { documents }) => sum + documents, 0);
  return alternatives.reduce((sum, steps) => sum + Math.min(...steps.map(step)), 0);
}

function docsOfSteps(steps: Steps, terms: Terms, within: Found | null, worth: Worth): Found {
  const ordered = [...steps].sort((a, b) => documentsOf([[a]]) - documentsOf([[b]]));
  let found = within;
  for (const entries of ordered) {
    const own = entries.flatMap((entry) => terms.get(entry) ?? []);
    if (own.length === 0) return foundNothing;
    found = found === null ? docsOfAnyTerm(own, worth) : docsWithAnyTerm(found, own, worth);
  }
  return found ?? foundNothing;
}

type Cursors = ReadonlyMap<TermEntry, PositionCursor>;

function verify(plan: SpanPlan, candidates: Found, cursors: Cursors, worth: Worth): Found {
  const docs = new Int32Array(candidates.count);
  const scores = new Float64Array(candidates.count);
  const simple = simpleSlots(plan, cursors);
  const chosen: PositionCursor[] = [];
  let count = 0;
  for (let at = 0; at < candidates.count; at++) {
    const doc = candidates.docs[at] as number;
    const isSimple = simple !== null && choose(simple, at, chosen);
    const times = isSimple ? timesInSimple(chosen, at) : timesIn(plan, at, cursors);
    if (times === 0) continue;
    docs[count] = doc;
    scores[count++] = worth.rarity * impact(times, 1, worth.lengths[doc] as number);
  }
  return { count, docs, scores };
}

type SimpleForm = { readonly cursor: PositionCursor; readonly span: number };

/** The forms of each word of a phrase, where every form is one term; null for anything else. */
function simpleSlots(plan: SpanPlan, cursors: Cursors): readonly (readonly SimpleForm[])[] | null {
  if (plan.kind !== 'phrase' || plan.mask !== 0xff) return null;
  const slots: SimpleForm[][] = [];
  for (const slot of plan.slots) {
    const forms: SimpleForm[] = [];
    for (const { steps, span, without, capital } of slot) {
      const [entry, another] = steps[0] ?? [];
      const cursor = entry === undefined ? undefined : cursors.get(entry);
      if (steps.length !== 1 || another !== undefined || without.length > 0 || capital !== 'any') return null;
      if (cursor === undefined) return null;
      forms.push({ cursor, span });
    }
    slots.push(forms);
  }
  return slots;
}

/** Whether every word stands in a document in one form only, of one position: the usual case. */
function choose(slots: readonly (readonly SimpleForm[])[], at: number, chosen: PositionCursor[]): boolean {
  chosen.length = 0;
  for (const forms of slots) {
    let only: PositionCursor | null = null;
    for (const { cursor, span } of forms) {
      if (cursor.times(at) === 0) continue;
      if (only !== null || span !== 1) return false;
      only = cursor;
    }
    if (only === null) {
      chosen.length = 0;
      return true;
    }
    chosen.push(only);
  }
  return true;
}

/** How often the words stand one after the other; the rarest word of the document leads. */
function timesInSimple(cursors: readonly PositionCursor[], doc: number): number {
  if (cursors.length === 0) return 0;
  let lead = 0;
  for (let slot = 1; slot < cursors.length; slot++) {
    if ((cursors[slot] as PositionCursor).times(doc) < (cursors[lead] as PositionCursor).times(doc)) lead = slot;
  }
  const leader = cursors[lead] as PositionCursor;
  leader.read(doc);
  const last = leader.positions[leader.count - 1] as number;
  for (let slot = 0; slot < cursors.length; slot++) {
    if (slot !== lead) (cursors[slot] as PositionCursor).read(doc, last + slot - lead);
  }
  let times = 0;
  for (let at = 0; at < leader.count; at++) {
    const start = (leader.positions[at] as number) - lead;
    let slot = 0;
    while (slot < cursors.length && (slot === lead || holds(cursors[slot] as PositionCursor, start + slot))) slot++;
    if (slot === cursors.length) times++;
  }
  return times;
}

function holds({ positions, count }: PositionCursor, wanted: number): boolean {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < count && positions[low] === wanted;
}

function timesIn(plan: SpanPlan, doc: number, cursors: Cursors): number {
  if (plan.kind === 'any') return plan.children.reduce((sum, child) => sum + timesIn(child, doc, cursors), 0);
  if (plan.kind === 'near') {
    const [left, right] = [spansIn(plan.left, doc, cursors), spansIn(plan.right, doc, cursors)];
    return areNear(left, right, plan.distance, plan.isOrdered) ? 1 : 0;
  }
  return spansIn(plan, doc, cursors).count;
}

function spansIn(plan: SpanPlan, doc: number, cursors: Cursors): Spans {
  switch (plan.kind) {
    case 'any':
      return uniteSpans(plan.children.map((child) => spansIn(child, doc, cursors)));
    case 'near':
      return nearSpans(
        spansIn(plan.left, doc, cursors),
        spansIn(plan.right, doc, cursors),
        plan.distance,
        plan.isOrdered,
      );
    case 'phrase':
      return chainSpans(
        plan.slots.map((slot) => uniteSpans(slot.map((one) => alternativeIn(one, plan.mask, doc, cursors)))),
      );
  }
}

function alternativeIn(one: Alternative, mask: number, doc: number, cursors: Cursors): Spans {
  const { steps, without } = one;
  const width = steps.length === 1 ? one.span : 1;
  const spans = chainSpans(
    steps.map((entries) => uniteSpans(entries.map((entry) => termIn(entry, width, mask, one.capital, doc, cursors)))),
  );
  if (without.length === 0 || spans.count === 0) return spans;
  const not = new Set(without.flatMap((entry) => [...positionsIn(entry, 'any', doc, cursors)]));
  const pairs = Array.from({ length: spans.count }, (_, at): [number, number] => [
    spans.starts[at] as number,
    spans.ends[at] as number,
  ]);
  return spansOf(pairs.filter(([start]) => !not.has(start)));
}

function termIn(
  entry: TermEntry,
  width: number,
  mask: number,
  capital: Alternative['capital'],
  doc: number,
  cursors: Cursors,
): Spans {
  const all = positionsIn(entry, capital, doc, cursors);
  if (all.length === 0) return noSpans;
  const starts = mask === 0xff ? all : all.filter((position) => ((1 << fieldAt(position)) & mask) !== 0);
  return { starts, ends: starts.map((start) => start + width), count: starts.length };
}

/** A copy: the cursor is used again. */
function positionsIn(entry: TermEntry, capital: Alternative['capital'], doc: number, cursors: Cursors): Int32Array {
  const cursor = cursors.get(entry);
  if (cursor === undefined) return noSpans.starts;
  cursor.read(doc);
  const { positions, capitals, count } = cursor;
  if (capital === 'any') return positions.slice(0, count);
  const wanted = capital === 'only' ? 1 : 0;
  return positions.slice(0, count).filter((_, at) => capitals[at] === wanted);
}
