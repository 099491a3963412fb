import type { GridColumn } from '#renderer/ui/grid/grid-types.ts';
import type { LibraryColumn } from '#shared/contracts/library-query.ts';

/** A column that the analyst can choose, as the grid draws it. */
export type LibraryGridColumn = GridColumn & { readonly id: LibraryColumn };

/** Every column in the order in which they stand at first. */
export const gridColumns: readonly LibraryGridColumn[] = [
  column('status', 'Status', 28, { hidesName: true, minWidth: 28, canResize: false }),
  column('title', 'Title', 240, { isFluid: true, minWidth: 240, canResize: false, isNeeded: true }),
  column('publisher', 'Publisher', 120),
  column('byline', 'Byline', 124, { yields: 7 }),
  column('published', 'Published', 112, { minWidth: 84 }),
  column('language', 'Language', 46, { shortName: 'Lang', yields: 3 }),
  column('words', 'Words', 62, { align: 'end', yields: 5 }),
  column('highlights', 'Highlights', 52, { shortName: 'Marks', align: 'end', yields: 2 }),
  column('events', 'Events', 56, { align: 'end', yields: 1 }),
  column('tags', 'Tags', 108, { yields: 4 }),
  column('duplicates', 'Duplicates', 58, { shortName: 'Copies', align: 'end', yields: 6 }),
];

/** Columns that are not shown until they are chosen: the rest fills a window of 1440 pixels beside both side areas. */
export const hiddenAtFirst: readonly LibraryColumn[] = ['byline', 'duplicates'];

/** The column with an id; undefined for an id that no column has. */
export function gridColumnOf(id: string): LibraryGridColumn | undefined {
  return gridColumns.find((one) => one.id === id);
}

function column(
  id: LibraryColumn,
  name: string,
  width: number,
  more: Partial<Omit<GridColumn, 'id'>> = {},
): LibraryGridColumn {
  return { id, name, width, canSort: true, canResize: true, ...more };
}
