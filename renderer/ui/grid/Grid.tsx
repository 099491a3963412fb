import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { classNames } from '../class-names.ts';
import css from './Grid.module.css';
import { GridHead } from './GridHead.tsx';
import { gridMove } from './grid-move.ts';
import { type GridChoice, type GridColumn, type GridSort, gridMinWidth, gridTemplate } from './grid-types.ts';

type GridProps = {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  /** What identifies a row while it moves. */
  readonly rowKey: (index: number) => string;
  /** The cells of a row in the order of the columns; undefined while they are still being read. */
  readonly cells: (index: number) => readonly ReactNode[] | undefined;
  /** The row in hand; null when none is. */
  readonly cursor: number | null;
  readonly onCursor: (index: number) => void;
  readonly onOpen?: (index: number) => void;
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
  const { label, columns, rowCount, cursor, onChoose, onView, rowHeight = 28 } = props;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  const keys = useGridKeys(props, () => Math.floor(((grid.current?.clientHeight ?? 300) - HEAD) / rowHeight));
  useEffect(() => {
    if (cursor !== null && cursor < rowCount) rows.scrollToIndex(cursor, { align: 'auto' });
  }, [cursor, rowCount, rows]);
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onView?.(first, last), [onView, first, last]);
  const template = gridTemplate(columns);
  const isCursorDrawn = cursor !== null && cursor >= first && cursor <= last && cursor < rowCount;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that come and go with the view cannot be a <table>
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      {...(onChoose ? { 'aria-multiselectable': true } : {})}
      {...(isCursorDrawn ? { 'aria-activedescendant': `${id}-${cursor}` } : {})}
      data-area={label}
      tabIndex={0}
      className={classNames(css.grid, 'scroll', props.className)}
      onKeyDown={keys.onKeyDown}
    >
      <div role="presentation" className={css.inner} style={{ minWidth: gridMinWidth(columns) }}>
        <GridHead
          columns={columns}
          template={template}
          sort={props.sort ?? null}
          onSort={props.onSort}
          onResize={props.onResize}
        />
        <div role="presentation" className={css.body} style={{ height: rowCount * rowHeight }}>
          {items.map(({ index, start }) => (
            <Row
              key={index < rowCount ? props.rowKey(index) : index}
              id={`${id}-${index}`}
              index={index}
              top={start - HEAD}
              height={rowHeight}
              template={template}
              grid={props}
              onPress={(event) => keys.press(event, index)}
              onFocus={() => grid.current?.focus({ preventScroll: true })}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Cursor and choice: what keys and presses mean. */
function useGridKeys(props: GridProps, pageRows: () => number) {
  const { rowCount, cursor, onCursor, onChoose, onOpen, onKeyDown } = props;
  const anchor = useRef<number | null>(null);
  const go = (to: number, isExtending: boolean) => {
    if (isExtending && onChoose) {
      anchor.current ??= cursor ?? to;
      onChoose({ kind: 'range', from: anchor.current, to });
    } else anchor.current = to;
    onCursor(to);
  };
  const toggle = (index: number) => {
    anchor.current = index;
    onChoose?.({ kind: 'toggle', index });
  };
  return {
    press: (event: MouseEvent, index: number) => {
      if (event.shiftKey) go(index, true);
      else if (event.ctrlKey || event.metaKey) {
        toggle(index);
        onCursor(index);
      } else {
        go(index, false);
        onChoose?.({ kind: 'only', index });
      }
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select, button')) return;
      const isHeld = event.ctrlKey || event.metaKey;
      const move = event.altKey ? null : gridMove(event, cursor, rowCount, pageRows());
      if (move) go(move.to, move.extends);
      else if (event.key === ' ' && cursor !== null && onChoose) toggle(cursor);
      else if (event.key === 'a' && isHeld && onChoose) onChoose({ kind: 'all' });
      else if (event.key === 'Enter' && !isHeld && cursor !== null && onOpen) onOpen(cursor);
      else return onKeyDown?.(event);
      event.preventDefault();
    },
  };
}

type RowProps = {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly template: string;
  readonly grid: GridProps;
  readonly onPress: (event: MouseEvent) => void;
  readonly onFocus: () => void;
};

function Row({ id, index, top, height, template, grid, onPress, onFocus }: RowProps) {
  const cells = grid.cells(index);
  const isChosen = grid.isChosen?.(index);
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      {...(isChosen === undefined ? {} : { 'aria-selected': isChosen })}
      {...(cells ? {} : { 'aria-busy': true })}
      data-cursor={index === grid.cursor || undefined}
      data-kind={grid.rowKind?.(index)}
      tabIndex={-1}
      className={css.row}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${top}px)` }}
      onClick={(event) => !isControl(event) && onPress(event)}
      onDoubleClick={(event) => !isControl(event) && grid.onOpen?.(index)}
      onFocus={(event) => {
        if (event.target !== event.currentTarget) return;
        if (grid.cursor !== index && !event.currentTarget.matches(':active')) grid.onCursor(index);
        onFocus();
      }}
    >
      {grid.columns.map((column, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has one stop and names the active row
        // biome-ignore lint/a11y/useSemanticElements: as the grid
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={at + 1}
          className={classNames(css.cell, column.align === 'end' && css.end, column.isFluid && css.fluid)}
        >
          {cells?.[at]}
        </div>
      ))}
    </div>
  );
}

/** A press on a control inside a row is the control's. */
function isControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('input, button, a, label, select') !== null;
}
