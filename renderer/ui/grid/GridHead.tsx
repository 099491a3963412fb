import { SortAsc, SortDesc } from '@blueprintjs/icons';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { classNames } from '../class-names.ts';
import css from './Grid.module.css';
import type { GridColumn, GridSort } from './grid-types.ts';

type GridHeadProps = {
  readonly columns: readonly GridColumn[];
  /** Those of them that fit. */
  readonly drawn: readonly GridColumn[];
  readonly template: string;
  readonly sort: GridSort | null;
  readonly onSort?: ((columnId: string) => void) | undefined;
  readonly onResize?: ((columnId: string, width: number) => void) | undefined;
};

/** The heads of a grid: a button where a column sorts, a handle where it can be made wider (Alt and arrows do the same). */
export function GridHead({ columns, drawn, template, sort, onSort, onResize }: GridHeadProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has one stop, its buttons have theirs
    // biome-ignore lint/a11y/useSemanticElements: rows that come and go with the view cannot be a <table>
    <div
      role="row"
      aria-rowindex={1}
      className={classNames(css.row, css.head)}
      style={{ gridTemplateColumns: template }}
    >
      {drawn.map((column) => (
        <HeadCell
          key={column.id}
          column={column}
          at={columns.indexOf(column)}
          sort={sort}
          onSort={onSort}
          onResize={onResize}
        />
      ))}
    </div>
  );
}

type HeadCellProps = Omit<GridHeadProps, 'columns' | 'drawn' | 'template'> & {
  readonly column: GridColumn;
  readonly at: number;
};

/** Pixels that Alt and an arrow make a column wider or narrower. */
const STEP = 12;

function HeadCell({ column, at, sort, onSort, onResize }: HeadCellProps) {
  const { id, name, align, canSort, canResize, minWidth = 36 } = column;
  const cell = useRef<HTMLDivElement>(null);
  const isSorted = sort?.columnId === id;
  const resize = (width: number) => onResize?.(id, Math.max(minWidth, Math.round(width)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!canResize || !event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    event.stopPropagation();
    resize((cell.current?.offsetWidth ?? column.width) + (event.key === 'ArrowRight' ? STEP : -STEP));
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its button has the focus
    // biome-ignore lint/a11y/useSemanticElements: as the row
    <div
      ref={cell}
      role="columnheader"
      aria-colindex={at + 1}
      {...(canSort ? { 'aria-sort': ariaSort(isSorted ? sort : null) } : {})}
      className={classNames(css.headCell, align === 'end' && css.end)}
      onKeyDown={onKeyDown}
    >
      {column.head ?? <HeadWords column={column} onSort={onSort} arrow={isSorted ? arrowOf(sort) : null} />}
      {canResize && <Handle label={name} width={() => cell.current?.offsetWidth ?? column.width} onWidth={resize} />}
    </div>
  );
}

function HeadWords({
  column,
  onSort,
  arrow,
}: {
  column: GridColumn;
  onSort: HeadCellProps['onSort'];
  arrow: ReactNode;
}) {
  const { id, name, shortName, hidesName, canSort } = column;
  const words = hidesName ? <span className="unseen">{name}</span> : <Named name={name} shortName={shortName} />;
  if (!canSort || !onSort) return words;
  return (
    <button
      type="button"
      className={css.sort}
      onClick={() => onSort(id)}
      data-tip={shortName || hidesName ? name : undefined}
    >
      {words}
      {arrow}
    </button>
  );
}

function Named({ name, shortName }: { name: string; shortName: string | undefined }) {
  if (!shortName) return <span className="cut">{name}</span>;
  return (
    <>
      <span aria-hidden="true">{shortName}</span>
      <span className="unseen">{name}</span>
    </>
  );
}

function Handle({ label, width, onWidth }: { label: string; width: () => number; onWidth: (width: number) => void }) {
  const drag = useRef<{ x: number; width: number } | null>(null);
  const onPointerDown = (event: PointerEvent) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width: width() };
  };
  return (
    <span
      aria-hidden="true"
      className={css.handle}
      data-column={label}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => drag.current && onWidth(drag.current.width + event.clientX - drag.current.x)}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
}

function ariaSort(sort: GridSort | null): 'ascending' | 'descending' | 'none' {
  if (!sort) return 'none';
  return sort.isDescending ? 'descending' : 'ascending';
}

function arrowOf(sort: GridSort): ReactNode {
  return sort.isDescending ? <SortDesc size={12} /> : <SortAsc size={12} />;
}
