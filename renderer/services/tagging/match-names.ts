import type { EntityId } from '#shared/domain/ids.ts';
import { fold } from '#shared/text/fold-text.ts';

/** A name of an entity, folded as the words that are looked for will be. */
export type FoldedName = { readonly folded: string; readonly entityId: EntityId; readonly text: string };

/** An entity that goes by a name like the one looked for. */
export type NameMatch = {
  readonly entityId: EntityId;
  /** The name that fits. */
  readonly name: string;
  readonly how: 'same' | 'begins' | 'word-begins' | 'contains' | 'within';
};

const RANK: readonly NameMatch['how'][] = ['same', 'begins', 'word-begins', 'contains', 'within'];

/**
 * Entities whose names fit the words, best first: the same name, a name that begins so, one with a word that begins so, one
 * that contains them, and last one that stands within them ("Tamr" in "Tamr district"). Each entity once, by its best name.
 */
export function matchNames(names: readonly FoldedName[], words: string, most = 8): NameMatch[] {
  const wanted = fold(words).trim();
  if (wanted === '') return [];
  const best = new Map<EntityId, NameMatch & { readonly length: number }>();
  for (const { folded, entityId, text } of names) {
    const how = fitOf(folded, wanted);
    const known = best.get(entityId);
    if (!how || (known && !isBetter({ how, length: folded.length }, known))) continue;
    best.set(entityId, { entityId, name: text, how, length: folded.length });
  }
  return [...best.values()]
    .sort((a, b) => (isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .slice(0, most)
    .map(({ entityId, name, how }) => ({ entityId, name, how }));
}

function fitOf(folded: string, wanted: string): NameMatch['how'] | null {
  if (folded === wanted) return 'same';
  if (folded.startsWith(wanted)) return 'begins';
  const at = folded.indexOf(wanted);
  if (at > 0) return isWordStart(folded, at) ? 'word-begins' : 'contains';
  const within = folded.length >= 3 ? wanted.indexOf(folded) : -1;
  const end = within + folded.length;
  const isWhole = within >= 0 && isWordStart(wanted, within) && (end === wanted.length || isWordStart(wanted, end + 1));
  return isWhole ? 'within' : null;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/** The nearer fit wins; of two alike the name with less beside the words. */
function isBetter(a: { how: NameMatch['how']; length: number }, b: { how: NameMatch['how']; length: number }): boolean {
  const difference = RANK.indexOf(a.how) - RANK.indexOf(b.how);
  if (difference !== 0) return difference < 0;
  return a.how === 'within' ? a.length > b.length : a.length < b.length;
}
