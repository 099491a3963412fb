import { useMemo } from 'react';
import { useRemembered } from '../memory.tsx';
import type { GridSort } from './grid-types.ts';

/** Compares two rows by one column, ascending. */
export type Comparers<Row> = Readonly<Record<string, (a: Row, b: Row) => number>>;

/**
 * Sorts a short list by the column the analyst chose, stably, and remembers the choice.
 *
 * @param name - under which the choice is remembered
 */
export function useSorted<Row>(name: string, rows: readonly Row[], comparers: Comparers<Row>, first: GridSort) {
  const [sort, setSort] = useRemembered<GridSort>(`${name}.sort`, first, isGridSort);
  const sorted = useMemo(() => {
    const compare = comparers[sort.columnId];
    if (!compare) return rows;
    return [...rows].sort(sort.isDescending ? (a, b) => compare(b, a) : compare);
  }, [rows, comparers, sort]);
  const sortBy = (columnId: string) => {
    setSort({ columnId, isDescending: sort.columnId === columnId ? !sort.isDescending : false });
  };
  return { sorted, sort, sortBy };
}

function isGridSort(value: unknown): value is GridSort {
  const { columnId, isDescending } = Object(value);
  return typeof columnId === 'string' && typeof isDescending === 'boolean';
}
