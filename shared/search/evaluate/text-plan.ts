import type { TextNode } from '#shared/search/model/query.ts';
import type { TermEntry } from '#shared/search/segment/dictionary.ts';
import { fieldBits } from '#shared/search/segment/fields.ts';
import type { Segment } from '#shared/search/segment/segment.ts';
import { type Alternative, resolveSlot } from './resolve-slot.ts';

/** What is looked for in the positions of one segment. */
export type SpanPlan =
  | { readonly kind: 'phrase'; readonly slots: readonly (readonly Alternative[])[]; readonly mask: number }
  | { readonly kind: 'any'; readonly children: readonly SpanPlan[] }
  | {
      readonly kind: 'near';
      readonly left: SpanPlan;
      readonly right: SpanPlan;
      readonly distance: number;
      readonly isOrdered: boolean;
    };

/** How words are found in one segment: documents of terms alone, or places within documents. */
export type TextPlan =
  | { readonly kind: 'terms'; readonly alternatives: readonly Alternative[]; readonly mask: number }
  | { readonly kind: 'places'; readonly plan: SpanPlan };

/** Finds the terms of a segment that words, phrases and patterns speak of. */
export function planText({ dictionary }: Segment, node: TextNode, withHidden: boolean): TextPlan {
  const plan = (one: TextNode): SpanPlan => {
    switch (one.kind) {
      case 'any':
        return { kind: 'any', children: one.children.map(plan) };
      case 'near':
        return { ...one, left: plan(one.left), right: plan(one.right) };
      case 'phrase': {
        const slots = one.slots.map((slot) => resolveSlot(dictionary, slot, one.isExact, withHidden));
        return { kind: 'phrase', slots, mask: fieldBits(one.fields) };
      }
    }
  };
  const found = plan(node);
  const [slot] = found.kind === 'phrase' ? found.slots : [];
  const isTerms =
    found.kind === 'phrase' &&
    found.slots.length === 1 &&
    slot?.every(({ steps, without, capital }) => steps.length === 1 && without.length === 0 && capital === 'any');
  if (isTerms && slot !== undefined) return { kind: 'terms', alternatives: slot, mask: found.mask };
  return { kind: 'places', plan: found };
}

/** Documents that hold at most so many: what a plan costs, and what its rarity is taken from. */
export function plannedDocuments(plan: TextPlan): number {
  if (plan.kind === 'terms') return sum(plan.alternatives.map(alternativeDocuments));
  return spanDocuments(plan.plan);
}

function spanDocuments(plan: SpanPlan): number {
  switch (plan.kind) {
    case 'any':
      return sum(plan.children.map(spanDocuments));
    case 'near':
      return Math.min(spanDocuments(plan.left), spanDocuments(plan.right));
    case 'phrase':
      return Math.min(...plan.slots.map((slot) => sum(slot.map(alternativeDocuments))));
  }
}

/** How many documents hold each of the words of a plan: rarities of a phrase add up. */
export function wordDocuments(plan: TextPlan): number[] {
  if (plan.kind === 'terms') return [plannedDocuments(plan)];
  const words = (one: SpanPlan): number[] => {
    switch (one.kind) {
      case 'any':
        return [spanDocuments(one)];
      case 'near':
        return [...words(one.left), ...words(one.right)];
      case 'phrase':
        return one.slots.map((slot) => sum(slot.map(alternativeDocuments)));
    }
  };
  return words(plan.plan);
}

function alternativeDocuments({ steps }: Alternative): number {
  return Math.min(...steps.map((entries: readonly TermEntry[]) => sum(entries.map(({ documents }) => documents))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
