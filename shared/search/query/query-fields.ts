import type { FilterName, SearchField } from '#shared/search/model/index-document.ts';
import type { RangeName } from '#shared/search/model/query.ts';

/** What `name:` before a value makes of it. */
export type QueryField =
  | { readonly kind: 'text'; readonly fields: readonly SearchField[] }
  | { readonly kind: 'filter'; readonly name: FilterName }
  | { readonly kind: 'range'; readonly name: RangeName; readonly isDate: boolean }
  /** Words of an event, or of its type. */
  | { readonly kind: 'event' }
  | { readonly kind: 'case' }
  | { readonly kind: 'exact' };

const FIELDS: ReadonlyMap<string, QueryField> = new Map<string, QueryField>([
  ...(['title', 'text', 'byline', 'note', 'highlight', 'entity'] as const).map((name): [string, QueryField] => [
    name,
    { kind: 'text', fields: [name] },
  ]),
  ['event', { kind: 'event' }],
  ['publisher', { kind: 'filter', name: 'publisher' }],
  ['lang', { kind: 'filter', name: 'language' }],
  ['language', { kind: 'filter', name: 'language' }],
  ['tag', { kind: 'filter', name: 'tag' }],
  ['status', { kind: 'filter', name: 'status' }],
  ['type', { kind: 'filter', name: 'event-type' }],
  ['has', { kind: 'filter', name: 'has' }],
  ['is', { kind: 'filter', name: 'is' }],
  ['published', { kind: 'range', name: 'published', isDate: true }],
  ['imported', { kind: 'range', name: 'imported', isDate: true }],
  ...(['words', 'killed', 'injured', 'casualties'] as const).map((name): [string, QueryField] => [
    name,
    { kind: 'range', name, isDate: false },
  ]),
  ['case', { kind: 'case' }],
  ['exact', { kind: 'exact' }],
]);

/** What a name before a colon means; null when it is none of a field. */
export function queryFieldOf(name: string): QueryField | null {
  return FIELDS.get(name) ?? null;
}
