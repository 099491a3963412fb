import type { TextSpan } from '#shared/kernel/text-span.ts';
import { patternMatcher } from '#shared/search/analysis/match-pattern.ts';
import { TextWords } from '#shared/search/analysis/text-words.ts';
import { wordForms } from '#shared/search/analysis/word-forms.ts';
import type { SearchField } from '#shared/search/model/index-document.ts';
import type { PhraseSlot, QueryNode, TextNode } from '#shared/search/model/query.ts';
import { chainSpans, eachNear, nearSpans, type Spans, spansOf, uniteSpans } from './spans.ts';

/** A place where a part of a query stands, in the text as it is written. */
export type QueryHit = TextSpan & {
  /** Which of the query's words, phrases and patterns it is, in their order. */
  readonly term: number;
};

/**
 * Every place of a text that a query speaks of, in order; what it excludes is not looked for. The same words are found
 * as by the index.
 *
 * @param field - which part of an article the text is
 */
export function findHits(root: QueryNode | null, field: SearchField, text: string): QueryHit[] {
  const terms = root === null ? [] : termsOf(root);
  const words = new TextWords(text);
  const hits = terms.flatMap((node, term) =>
    placesOf(node, field, words).map(([start, end]) => ({ ...words.spanOf(start, end), term })),
  );
  return hits.sort((a, b) => a.start - b.start || a.end - b.end || a.term - b.term);
}

/** The words, phrases and patterns that a query wants. */
function termsOf(node: QueryNode): TextNode[] {
  switch (node.kind) {
    case 'text':
      return [node.node];
    case 'and':
    case 'or':
      return node.children.flatMap(termsOf);
    default:
      return [];
  }
}

/** Positions to mark: of things that are near each other both, without what lies between. */
function placesOf(node: TextNode, field: SearchField, words: TextWords): [number, number][] {
  if (node.kind === 'any') return node.children.flatMap((child) => placesOf(child, field, words));
  if (node.kind === 'near') {
    const [left, right] = [matchSpans(node.left, field, words), matchSpans(node.right, field, words)];
    const places = new Map<string, [number, number]>();
    const keep = ({ starts, ends }: Spans, at: number) => {
      const place: [number, number] = [starts[at] ?? 0, ends[at] ?? 0];
      places.set(place.join(), place);
    };
    eachNear(left, right, node.distance, node.isOrdered, (one, other) => {
      keep(left, one);
      keep(right, other);
      return true;
    });
    return [...places.values()];
  }
  return withoutOverlap(matchSpans(node, field, words));
}

/** Hits of one term do not overlap: the first wins, the longer one of two that begin together. */
function withoutOverlap({ starts, ends, count }: Spans): [number, number][] {
  const places: [number, number][] = [];
  for (let at = 0; at < count; at++) {
    const [start, end] = [starts[at] ?? 0, ends[at] ?? 0];
    const last = places.at(-1);
    if (last !== undefined && last[0] === start) last[1] = end;
    else if (last === undefined || last[1] <= start) places.push([start, end]);
  }
  return places;
}

function matchSpans(node: TextNode, field: SearchField, words: TextWords): Spans {
  if (node.kind === 'any') return uniteSpans(node.children.map((child) => matchSpans(child, field, words)));
  if (node.kind === 'near') {
    const [left, right] = [matchSpans(node.left, field, words), matchSpans(node.right, field, words)];
    return nearSpans(left, right, node.distance, node.isOrdered);
  }
  if (node.fields !== null && !node.fields.includes(field)) return spansOf([]);
  return chainSpans(node.slots.map((slot) => slotSpans(slot, node.isExact, words)));
}

function slotSpans(slot: PhraseSlot, isExact: boolean, words: TextWords): Spans {
  if (slot.kind === 'pattern') {
    const fits = patternMatcher(slot.pattern);
    const all = [...words.plain, ...words.spelled];
    return spansOf(all.flatMap(([letters, pairs]) => (fits(letters) ? pairs : [])));
  }
  if (isExact) return spansOf(words.written(slot.word.written, slot.word.parts.length));
  const { runs, spellings, tags } = wordForms(slot.word);
  return uniteSpans([
    ...runs.map((run) => chainSpans(run.map((part) => spansOf(words.plain.get(part) ?? [])))),
    ...spellings.map((spelling) => spansOf(words.spelled.get(spelling) ?? [])),
    ...tags.map((tag) => spansOf(words.tags.get(tag) ?? [])),
  ]);
}
