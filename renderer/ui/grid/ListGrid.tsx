import type { ReactNode } from 'react';
import { Grid } from './Grid.tsx';
import type { GridCells, GridColumn, GridSort } from './grid-types.ts';
import type { Columns } from './use-columns.ts';
import { useSorted } from './use-sorted.ts';

/** A column of a list that is held as a whole: what it shows of a row, and how rows compare by it. */
export type ListColumn<Row> = GridColumn & {
  readonly cell: (row: Row) => ReactNode;
  /** Ascending; a column without it does not sort. */
  readonly compare?: (a: Row, b: Row) => number;
};

type ListGridProps<Row extends { readonly id: string }> = {
  readonly label: string;
  /** Under which the order is remembered. */
  readonly name: string;
  readonly columns: Columns<ListColumn<Row>>;
  readonly rows: readonly Row[];
  readonly firstSort: GridSort;
  /** The row in hand. */
  readonly inHand: string | null;
  readonly onCursor: (id: Row['id']) => void;
  readonly onOpen: () => void;
  /** Where cells can be written in: the cell in hand, and what stands in a cell while it is written in. */
  readonly edit?: ListEdit<Row>;
};

/** How the cells of a list are written in. */
export type ListEdit<Row> = Omit<GridCells, 'onEdit'> & {
  readonly onEdit: (row: Row, columnId: string) => void;
  /** @returns null for a cell that is not being written in */
  readonly field: (row: Row, columnId: string) => ReactNode;
};

/** A list that is held as a whole, one row a thing: sorted by any column, its columns chosen, moved and sized. */
export function ListGrid<Row extends { readonly id: string }>(props: ListGridProps<Row>) {
  const { label, name, columns, rows, firstSort, inHand, onCursor, onOpen, edit } = props;
  const all = columns.all.map(({ column }) => column);
  const { sorted, sort, sortBy } = useSorted(name, rows, all, firstSort);
  const cursor = sorted.findIndex(({ id }) => id === inHand);
  const atRow = <Result,>(index: number, act: (row: Row) => Result) => {
    const row = sorted[index];
    return row && act(row);
  };
  return (
    <Grid
      label={label}
      columns={columns.shown}
      rowCount={sorted.length}
      rowCells={(index) =>
        atRow(index, (row) => columns.shown.map(({ id, cell }) => edit?.field(row, id) ?? cell(row)))
      }
      cursor={cursor < 0 ? null : cursor}
      onCursor={(index) => atRow(index, ({ id }) => onCursor(id))}
      onOpen={onOpen}
      {...(edit
        ? {
            rowKey: (index) => sorted[index]?.id ?? String(index),
            cells: { ...edit, onEdit: (index, column) => atRow(index, (row) => edit.onEdit(row, column)) },
          }
        : {})}
      sort={sort}
      onSort={sortBy}
      onResize={columns.resize}
    />
  );
}
