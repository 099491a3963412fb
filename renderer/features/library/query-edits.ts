import type { ChoiceColumn, LibraryColumn, LibraryFilter, LibraryQuery } from '#shared/contracts/library-query.ts';
import { libraryQuerySchema } from '#shared/contracts/library-query.ts';

/** What the library asks at a first visit: everything, the latest publication first. */
export const everything: LibraryQuery = {
  words: '',
  filters: [],
  sort: [{ column: 'published', direction: 'descending' }],
};

/** Whether a remembered value is a query that today's library can ask. */
export function isLibraryQuery(value: unknown): value is LibraryQuery {
  return libraryQuerySchema.safeParse(value).success;
}

/** Whether a query leaves rows out. */
export function isNarrowed({ words, filters }: LibraryQuery): boolean {
  return words.trim() !== '' || filters.length > 0;
}

/** The query without anything that leaves rows out; its order stays. */
export function widened(query: LibraryQuery): LibraryQuery {
  return { ...query, words: '', filters: [] };
}

/** The filter on a column; undefined when it has none. */
export function filterOn(query: LibraryQuery, column: LibraryColumn): LibraryFilter | undefined {
  return query.filters.find((filter) => columnOf(filter) === column);
}

/** The query with another filter on a column, or with none. */
export function withFilter(query: LibraryQuery, column: LibraryColumn, filter: LibraryFilter | null): LibraryQuery {
  const others = query.filters.filter((one) => columnOf(one) !== column);
  return { ...query, filters: filter ? [...others, filter] : others };
}

/** The values that are picked of a column. */
export function chosenOf(query: LibraryQuery, column: ChoiceColumn): readonly string[] {
  const filter = filterOn(query, column);
  return filter?.kind === 'chosen' ? filter.values : [];
}

/** The query with a value of a column picked or not. */
export function withChosen(query: LibraryQuery, column: ChoiceColumn, value: string, isOn: boolean): LibraryQuery {
  const others = chosenOf(query, column).filter((one) => one !== value);
  const values = isOn ? [...others, value] : others;
  return withFilter(query, column, values.length > 0 ? { kind: 'chosen', column, values } : null);
}

/** The column that a filter narrows. */
export function columnOf(filter: LibraryFilter): LibraryColumn {
  return filter.kind === 'published' ? 'published' : filter.column;
}

/** Columns whose largest values are wanted first. */
const largestFirst: ReadonlySet<LibraryColumn> = new Set([
  'published',
  'words',
  'highlights',
  'events',
  'duplicates',
  'added',
]);

/** The query sorted by a column: the way that is mostly wanted, then the other way, then as at first. */
export function sortedBy(query: LibraryQuery, column: LibraryColumn): LibraryQuery {
  const usual = largestFirst.has(column) ? 'descending' : 'ascending';
  const other = usual === 'ascending' ? 'descending' : 'ascending';
  const [first] = query.sort;
  if (first?.column !== column) return { ...query, sort: [{ column, direction: usual }] };
  if (first.direction === usual) return { ...query, sort: [{ column, direction: other }] };
  return { ...query, sort: everything.sort };
}
