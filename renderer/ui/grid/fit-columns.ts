import { type GridColumn, gridMinWidth } from './grid-types.ts';

/**
 * Leaves out the columns that give way, the readiest first and of two alike the last, until the rest fit; a grid that is still too narrow scrolls.
 *
 * @param width - pixels of the grid
 */
export function fitColumns(columns: readonly GridColumn[], width: number): readonly GridColumn[] {
  let fitting = columns;
  while (gridMinWidth(fitting) > width) {
    const readiest = fitting.reduce<GridColumn | null>(
      (found, column) => (column.yields && column.yields >= (found?.yields ?? 0) ? column : found),
      null,
    );
    if (!readiest) return fitting;
    fitting = fitting.filter((column) => column !== readiest);
  }
  return fitting;
}
