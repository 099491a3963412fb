import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useMemo, useRef } from 'react';
import { classNames } from '../class-names.ts';
import { fitColumns } from './fit-columns.ts';
import css from './Grid.module.css';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import {
  type GridCells,
  type GridChoice,
  type GridColumn,
  type GridSort,
  gridMinWidth,
  gridTemplate,
} from './grid-types.ts';
import { firstShift, type KeyShift, shiftedKeys } from './shifted-keys.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useWidth } from './use-width.ts';

/** What a grid shows, and what it tells. */
export type GridProps = {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  /** What identifies a row while it moves: for grids whose cells hold a field. Without it, rows that leave the view are drawn over. */
  readonly rowKey?: (index: number) => string;
  /** The cells of a row in the order of the columns; undefined while they are still being read. */
  readonly rowCells: (index: number) => readonly ReactNode[] | undefined;
  /** The row in hand; null when none is. */
  readonly cursor: number | null;
  readonly onCursor: (index: number) => void;
  readonly onOpen?: (index: number) => void;
  /** Where cells can be written in: arrows to the sides then move from cell to cell. */
  readonly cells?: GridCells;
  readonly isChosen?: (index: number) => boolean;
  readonly onChoose?: (choice: GridChoice) => void;
  readonly sort?: GridSort | null;
  readonly onSort?: (columnId: string) => void;
  readonly onResize?: (columnId: string, width: number) => void;
  /** Called with the first and the last row in view, for lists that are read in windows. */
  readonly onView?: (first: number, last: number) => void;
  /** Keys that the grid does not take: the status keys of a list. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  /** More about a row for the style sheet: `unread`, `copy`. */
  readonly rowKind?: (index: number) => string | undefined;
  /** Pixels. */
  readonly rowHeight?: number;
  readonly className?: string;
};

/** Pixels of the sticky head. */
const HEAD = 28;

/** Rows drawn beyond the view on each side. */
const OVERSCAN = 6;

/**
 * A list as long as it may be: only the rows in view are drawn, the keys and the counts are those of all.
 * One tab stop; arrows, pages, Home and End move the cursor, Shift and Ctrl choose, `Enter` opens.
 */
export function Grid(props: GridProps) {
  const { label, columns, rowCount, cursor, cells, onChoose, onView, rowHeight = 28 } = props;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const width = useWidth(grid);
  const drawn = useMemo(() => (width === null ? columns : fitColumns(columns, width)), [columns, width]);
  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  const pageRows = useCallback(() => Math.floor(((grid.current?.clientHeight ?? 300) - HEAD) / rowHeight), [rowHeight]);
  const keys = useGridKeys(props, drawn, pageRows);
  useEffect(() => {
    if (cursor !== null && cursor < rowCount) rows.scrollToIndex(cursor, { align: 'auto' });
  }, [cursor, rowCount, rows]);
  const onFocus = useCallback(() => grid.current?.focus({ preventScroll: true }), []);
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const shift = useRef<KeyShift>(firstShift);
  shift.current = shiftedKeys(shift.current, first, last);
  const { by } = shift.current;
  useEffect(() => onView?.(first, last), [onView, first, last]);
  const template = gridTemplate(drawn);
  const isCursorDrawn = cursor !== null && cursor >= first && cursor <= last && cursor < rowCount;
  const isCellDrawn = drawn.some((column) => column.id === cells?.column);
  const activeId = cells && isCellDrawn ? `${id}-${cursor}-${cells.column}` : `${id}-${cursor}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that come and go with the view cannot be a <table>
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      {...(onChoose ? { 'aria-multiselectable': true } : {})}
      {...(isCursorDrawn ? { 'aria-activedescendant': activeId } : {})}
      data-area={label}
      data-home
      tabIndex={0}
      className={classNames(css.grid, 'scroll', props.className)}
      onKeyDown={keys.onKeyDown}
    >
      <div role="presentation" className={css.inner} style={{ minWidth: gridMinWidth(drawn) }}>
        <GridHead
          columns={columns}
          drawn={drawn}
          template={template}
          sort={props.sort ?? null}
          onSort={props.onSort}
          onResize={props.onResize}
        />
        <div role="presentation" className={css.body} style={{ height: rowCount * rowHeight }}>
          <div role="presentation" className={css.drawn} style={{ transform: `translateY(${first * rowHeight}px)` }}>
            {items.map(({ index }) => (
              <GridRow
                key={props.rowKey && index < rowCount ? props.rowKey(index) : index - by}
                id={id}
                index={index}
                height={rowHeight}
                drawn={drawn}
                template={template}
                grid={props}
                onPress={keys.press}
                onFocus={onFocus}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
