import { type MouseEvent, memo } from 'react';
import { classNames } from '../class-names.ts';
import css from './Grid.module.css';
import type { GridProps } from './Grid.tsx';
import type { GridColumn } from './grid-types.ts';

type RowProps = {
  /** Of the grid: the row or the cell in hand is named after it, so that the grid can say which it is. */
  readonly id: string;
  readonly index: number;
  readonly height: number;
  readonly drawn: readonly GridColumn[];
  readonly template: string;
  readonly grid: GridProps;
  readonly onPress: (event: MouseEvent, index: number) => void;
  readonly onFocus: () => void;
};

/** One row of a grid: its cells as the columns stand. Scrolling draws only the rows that come into view. */
export const GridRow = memo(function GridRow(props: RowProps) {
  const { id, index, height, drawn, template, grid, onPress, onFocus } = props;
  const shown = grid.rowCells(index);
  const { cells } = grid;
  const isInHand = index === grid.cursor;
  const isChosen = grid.isChosen?.(index);
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div
      {...(isInHand ? { id: `${id}-${index}` } : {})}
      role="row"
      aria-rowindex={index + 2}
      {...(isChosen === undefined ? {} : { 'aria-selected': isChosen })}
      {...(shown ? {} : { 'aria-busy': true })}
      data-cursor={isInHand || undefined}
      data-kind={grid.rowKind?.(index)}
      tabIndex={-1}
      className={css.row}
      style={{ gridTemplateColumns: template, height }}
      onClick={(event) => {
        if (isControl(event)) return;
        const column = columnAt(event);
        if (column) cells?.onColumn(column);
        onPress(event, index);
      }}
      onDoubleClick={(event) => {
        if (isControl(event)) return;
        const column = columnAt(event);
        if (column && cells?.canEdit(column)) cells.onEdit(index, column);
        else grid.onOpen?.(index);
      }}
      onFocus={(event) => {
        if (event.target !== event.currentTarget) return;
        if (grid.cursor !== index && !event.currentTarget.matches(':active')) grid.onCursor(index);
        onFocus();
      }}
    >
      {drawn.map((column) => {
        const at = grid.columns.indexOf(column);
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has one stop and names the active row or cell
          // biome-ignore lint/a11y/useSemanticElements: as the grid
          <div
            key={column.id}
            {...(cells && isInHand ? { id: `${id}-${index}-${column.id}` } : {})}
            role="gridcell"
            aria-colindex={at + 1}
            {...(cells ? { 'aria-readonly': !cells.canEdit(column.id) } : {})}
            data-column={column.id}
            data-hand={(cells && isInHand && cells.column === column.id) || undefined}
            className={classNames(css.cell, column.align === 'end' && css.end, column.isFluid && css.fluid)}
          >
            {shown?.[at]}
          </div>
        );
      })}
    </div>
  );
});

/** A press on a control inside a row is the control's. */
function isControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('input, button, a, label, select') !== null;
}

function columnAt(event: MouseEvent): string | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
  return cell?.dataset['column'] ?? null;
}
