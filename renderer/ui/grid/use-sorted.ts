import { useMemo } from 'react';
import { useRemembered } from '../memory.tsx';
import type { GridSort } from './grid-types.ts';

type Sortable<Row> = { readonly id: string; readonly compare?: (a: Row, b: Row) => number };

/**
 * Sorts a list by the column the analyst chose, stably, and remembers the choice.
 *
 * @param name - under which the choice is remembered
 */
export function useSorted<Row>(name: string, rows: readonly Row[], columns: readonly Sortable<Row>[], first: GridSort) {
  const [sort, setSort] = useRemembered<GridSort>(`${name}.sort`, first, isGridSort);
  const compare = columns.find(({ id }) => id === sort.columnId)?.compare;
  const sorted = useMemo(() => {
    if (!compare) return rows;
    return [...rows].sort(sort.isDescending ? (a, b) => compare(b, a) : compare);
  }, [rows, compare, sort.isDescending]);
  const sortBy = (columnId: string) => {
    setSort({ columnId, isDescending: sort.columnId === columnId ? !sort.isDescending : false });
  };
  return { sorted, sort, sortBy };
}

function isGridSort(value: unknown): value is GridSort {
  const { columnId, isDescending } = Object(value);
  return typeof columnId === 'string' && typeof isDescending === 'boolean';
}
