import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useRemembered } from '../memory.tsx';
import type { GridColumn } from './grid-types.ts';

const features = tableFeatures({ columnOrderingFeature, columnSizingFeature, columnVisibilityFeature });
/** Rows never come here: the table keeps which columns there are. */
const noRows: object[] = [];

type Kept = {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  /** Chosen by hand: they stay in however narrow a grid. */
  readonly stays?: readonly string[];
};

/** The columns of a grid as the analyst arranged them; remembered. */
export type Columns<Column extends GridColumn = GridColumn> = {
  /** What is shown, in order. */
  readonly shown: readonly Column[];
  /** Every column in order, with whether it is shown. */
  readonly all: readonly { readonly column: Column; readonly isShown: boolean; readonly canHide: boolean }[];
  readonly setShown: (id: string, isShown: boolean) => void;
  /** Moves a column by places to the left (negative) or right. */
  readonly move: (id: string, by: number) => void;
  readonly resize: (id: string, width: number) => void;
  readonly reset: () => void;
};

/**
 * Keeps which columns are shown, in which order and how wide; TanStack Table holds the rules.
 *
 * @param name - under which the arrangement is remembered
 * @param columns - every column, in the order in which they stand at first; the same list in every render
 * @param hiddenAtFirst - ids of those that show only once they are chosen
 */
export function useColumns<Column extends GridColumn>(
  name: string,
  columns: readonly Column[],
  hiddenAtFirst: readonly string[] = [],
): Columns<Column> {
  const atFirst: Kept = { order: columns.map(({ id }) => id), hidden: hiddenAtFirst, widths: {} };
  const [kept, keep] = useRemembered<Kept>(`${name}.columns`, atFirst, isKept);
  const columnOf = (id: string) => columns.find((one) => one.id === id);
  const order = [...kept.order.filter(columnOf), ...atFirst.order.filter((id) => !kept.order.includes(id))];
  const stays = new Set(kept.stays);
  const table = useTable({
    features,
    columns: columns.map(({ id, width, minWidth = 36, isNeeded = false }) => ({
      id,
      accessorFn: () => null,
      size: width,
      minSize: minWidth,
      enableHiding: !isNeeded,
    })),
    data: noRows,
    state: {
      columnOrder: order,
      columnSizing: kept.widths,
      columnVisibility: Object.fromEntries(kept.hidden.map((id) => [id, false])),
    },
  });
  const drawn = (id: string, width: number): Column[] => {
    const column = columnOf(id);
    return column ? [{ ...column, width, ...(stays.has(id) ? { yields: 0 } : {}) }] : [];
  };
  return {
    shown: table.getVisibleLeafColumns().flatMap((leaf) => drawn(leaf.id, leaf.getSize())),
    all: table.getAllLeafColumns().flatMap((leaf) => {
      const column = columnOf(leaf.id);
      return column ? [{ column, isShown: leaf.getIsVisible(), canHide: leaf.getCanHide() }] : [];
    }),
    setShown: (id, isShown) => keep(withShown(kept, id, isShown)),
    move: (id, by) => keep({ ...kept, order: moved(order, id, by) }),
    resize: (id, width) => keep({ ...kept, widths: { ...kept.widths, [id]: width } }),
    reset: () => keep(atFirst),
  };
}

function withShown(kept: Kept, id: string, isShown: boolean): Kept {
  const without = (list: readonly string[] = []) => list.filter((one) => one !== id);
  const [hidden, stays] = [without(kept.hidden), without(kept.stays)];
  return isShown ? { ...kept, hidden, stays: [...stays, id] } : { ...kept, hidden: [...hidden, id], stays };
}

function moved(order: readonly string[], id: string, by: number): string[] {
  const others = order.filter((one) => one !== id);
  const to = Math.min(Math.max(order.indexOf(id) + by, 0), others.length);
  return [...others.slice(0, to), id, ...others.slice(to)];
}

function isKept(value: unknown): value is Kept {
  const { order, hidden, widths, stays } = Object(value);
  const isList = (list: unknown) => Array.isArray(list) && list.every((id) => typeof id === 'string');
  const hasWidths = typeof widths === 'object' && widths !== null;
  const isArranged = isList(order) && isList(hidden) && (stays === undefined || isList(stays));
  return isArranged && hasWidths && Object.values(widths).every((one) => typeof one === 'number');
}
