import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useRemembered } from '#renderer/ui/memory.tsx';
import type { LibrarySort } from '#shared/contracts/library-query.ts';
import { gridColumnOf, gridColumns, hiddenAtFirst, type LibraryGridColumn } from './grid-columns.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});
/** Rows never come here: the table keeps which columns there are, the worker which rows. */
const noRows: object[] = [];
const definitions = gridColumns.map(({ id, width, minWidth = 36 }) => ({
  id,
  accessorFn: () => null,
  size: width,
  minSize: minWidth,
  enableHiding: id !== 'title',
}));

type Kept = {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
};
const atFirst: Kept = { order: gridColumns.map(({ id }) => id), hidden: hiddenAtFirst, widths: {} };

/** The columns of the grid as the analyst arranged them; remembered. */
export type ColumnState = {
  /** What is shown, in order. */
  readonly shown: readonly LibraryGridColumn[];
  /** Every column in order, with whether it is shown. */
  readonly all: readonly { readonly column: LibraryGridColumn; readonly isShown: boolean; readonly canHide: boolean }[];
  readonly setShown: (id: string, isShown: boolean) => void;
  /** Moves a column by places to the left (negative) or right. */
  readonly move: (id: string, by: number) => void;
  readonly resize: (id: string, width: number) => void;
  readonly reset: () => void;
};

/** Keeps which columns are shown, in which order and how wide; TanStack Table holds the rules. */
export function useColumnState(sort: readonly LibrarySort[]): ColumnState {
  const [kept, keep] = useRemembered<Kept>('library.columns', atFirst, isKept);
  const order = [
    ...kept.order.filter((id) => gridColumnOf(id)),
    ...atFirst.order.filter((id) => !kept.order.includes(id)),
  ];
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    manualSorting: true,
    state: {
      columnOrder: order,
      columnSizing: kept.widths,
      columnVisibility: Object.fromEntries(kept.hidden.map((id) => [id, false])),
      sorting: sort.map(({ column, direction }) => ({ id: column, desc: direction === 'descending' })),
    },
  });
  const move = (id: string, by: number) => {
    const from = order.indexOf(id);
    const to = Math.min(Math.max(from + by, 0), order.length - 1);
    const others = order.filter((one) => one !== id);
    keep({ ...kept, order: [...others.slice(0, to), id, ...others.slice(to)] });
  };
  return {
    shown: table.getVisibleLeafColumns().flatMap((leaf) => {
      const column = gridColumnOf(leaf.id);
      return column ? [{ ...column, width: leaf.getSize() }] : [];
    }),
    all: table.getAllLeafColumns().flatMap((leaf) => {
      const column = gridColumnOf(leaf.id);
      return column ? [{ column, isShown: leaf.getIsVisible(), canHide: leaf.getCanHide() }] : [];
    }),
    setShown: (id, isShown) => {
      const others = kept.hidden.filter((one) => one !== id);
      keep({ ...kept, hidden: isShown ? others : [...others, id] });
    },
    move,
    resize: (id, width) => keep({ ...kept, widths: { ...kept.widths, [id]: width } }),
    reset: () => keep(atFirst),
  };
}

function isKept(value: unknown): value is Kept {
  const { order, hidden, widths } = Object(value);
  const isList = (list: unknown) => Array.isArray(list) && list.every((id) => typeof id === 'string');
  const hasWidths = typeof widths === 'object' && widths !== null;
  return isList(order) && isList(hidden) && hasWidths && Object.values(widths).every((one) => typeof one === 'number');
}
