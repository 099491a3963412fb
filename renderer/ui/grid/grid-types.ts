import type { ReactNode } from 'react';

/** One column as it is drawn. The feature keeps order, widths and sorting; the grid only shows them. */
export type GridColumn = {
  readonly id: string;
  /** The head's accessible name. */
  readonly name: string;
  /** What the head shows, where the name is too long for the column. */
  readonly shortName?: string;
  /** The name is for screen readers alone: the column of a mark. */
  readonly hidesName?: boolean;
  /** In place of a name: the box that ticks all. */
  readonly head?: ReactNode;
  /** Pixels. */
  readonly width: number;
  /** Pixels; at least this when it is fluid or made narrower. */
  readonly minWidth?: number;
  /** Takes what width is left. */
  readonly isFluid?: boolean;
  /** Figures stand at the end of their column. */
  readonly align?: 'start' | 'end';
  readonly canSort?: boolean;
  readonly canResize?: boolean;
  /** Cannot be hidden: what a row is called. */
  readonly isNeeded?: boolean;
  /** Above 0 for a column that gives way where the grid is narrow, the higher the sooner. */
  readonly yields?: number;
};

/** The cell in hand, in a grid whose cells can be written in. */
export type GridCells = {
  /** The column of the cell in hand; its row is the cursor's. */
  readonly column: string;
  readonly onColumn: (columnId: string) => void;
  readonly canEdit: (columnId: string) => boolean;
  /** `Enter`, `F2` or a double click on a cell that can be written in. */
  readonly onEdit: (index: number, columnId: string) => void;
};

/** By which column the rows stand, and which way. */
export type GridSort = { readonly columnId: string; readonly isDescending: boolean };

/** How the analyst chose rows. `range` counts from the row last chosen alone. */
export type GridChoice =
  | { readonly kind: 'only'; readonly index: number }
  | { readonly kind: 'toggle'; readonly index: number }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'none' };

/** Room for the columns, as `grid-template-columns` wants it. */
export function gridTemplate(columns: readonly GridColumn[]): string {
  return columns
    .map(({ width, minWidth = 48, isFluid }) =>
      isFluid ? `minmax(${Math.max(minWidth, width)}px, 1fr)` : `${width}px`,
    )
    .join(' ');
}

/** Pixels before the first column of a row. */
const PADDING = 8;

/** Pixels that the columns need at least; the grid scrolls sideways below that. */
export function gridMinWidth(columns: readonly GridColumn[]): number {
  return columns.reduce(
    (sum, { width, minWidth = 48, isFluid }) => sum + (isFluid ? Math.max(minWidth, width) : width),
    PADDING,
  );
}
