import { pointersOf } from '#shared/domain/references.ts';
import type { Row, TableName } from '#shared/domain/tables.ts';

/** Pointers without which a row says nothing: with their target it goes too. All others are let go of. */
const vital: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  mentions: ['highlightIds.*', 'entityId', 'relationId'],
  claims: ['eventId'],
  relations: ['from', 'to'],
  entityNotes: ['entityId'],
  sourceGrades: ['sourceId'],
  highlights: ['articleId'],
};

/** A row that is to be removed. */
export type Target = { readonly table: TableName; readonly id: string };

/**
 * What becomes of a row when others are removed: the same row, the row without its pointers at them, or null when it means
 * nothing without them. A claim keeps its other passages; without any it goes.
 */
export function detach<T extends TableName>(table: T, row: Row<T>, isGone: (target: Target) => boolean): Row<T> | null {
  const lost = pointersOf(table, row).filter(({ to, id }) => isGone({ table: to, id }));
  if (lost.length === 0) return row;
  if (lost.some(({ path }) => vital[table]?.includes(path))) return null;
  const ids = new Set(lost.map(({ id }) => id));
  const left = withoutIds(row, ids) as Row<T>;
  const passages = new Map<string, unknown>(Object.entries(left)).get('highlightIds');
  return Array.isArray(passages) && passages.length === 0 ? null : left;
}

/** Ids in lists are taken out, an actor with its entity; any other field that names one becomes null. */
function withoutIds(value: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    return value.filter((each) => !isLostElement(each, ids)).map((each) => withoutIds(each, ids));
  }
  if (typeof value === 'string') return ids.has(value) ? null : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutIds(each, ids)]));
}

function isLostElement(element: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof element === 'string') return ids.has(element);
  if (typeof element !== 'object' || element === null || !('role' in element) || !('entityId' in element)) return false;
  return typeof element.entityId === 'string' && ids.has(element.entityId);
}
