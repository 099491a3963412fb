import type { Mark } from '#renderer/services/reader/mark.ts';
import type { Tint } from '#shared/domain/codebook.ts';
import type { EventId } from '#shared/domain/ids.ts';

/** The nine tints in the order of their keys. */
export const TINTS: readonly Tint[] = [
  'person',
  'armed',
  'state',
  'org',
  'place',
  'site',
  'weapon',
  'vehicle',
  'other',
];

/** Every way a passage may be drawn; each is one `::highlight()`. */
export type Category =
  | Tint
  | 'evidence-asserts'
  | 'evidence-asserts-open'
  | 'evidence-denies'
  | 'evidence-denies-open'
  | 'note'
  | 'active'
  | 'hit'
  | 'hit-current'
  | 'selected';

/** Which one wins where two say something about the same property: greater lies on top. */
export const PRIORITY: Readonly<Record<Category, number>> = {
  person: 1,
  armed: 1,
  state: 1,
  org: 1,
  place: 1,
  site: 1,
  weapon: 1,
  vehicle: 1,
  other: 1,
  note: 2,
  'evidence-asserts': 4,
  'evidence-denies': 5,
  'evidence-asserts-open': 6,
  'evidence-denies-open': 7,
  hit: 8,
  'hit-current': 9,
  active: 10,
  selected: 11,
};

/** How a mark is drawn: a tint for each type of entity it names, a line for what it is evidence of. */
export function categoriesOf(mark: Mark, openEvent: EventId | null): Category[] {
  const drawn = new Set<Category>(mark.entities.map(({ tint }) => tint));
  for (const { stance, eventId } of mark.claims) {
    const line = stance === 'denies' ? 'evidence-denies' : 'evidence-asserts';
    drawn.add(eventId === openEvent ? `${line}-open` : line);
  }
  if (drawn.size === 0) drawn.add('note');
  return [...drawn];
}
