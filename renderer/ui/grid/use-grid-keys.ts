import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from 'react';
import type { GridProps } from './Grid.tsx';
import { gridMove } from './grid-move.ts';
import type { GridColumn } from './grid-types.ts';

/** Cursor and choice: what keys and presses mean. The same for as long as what the grid was given is the same. */
export function useGridKeys(props: GridProps, drawn: readonly GridColumn[], pageRows: () => number) {
  const anchor = useRef<number | null>(null);
  return useMemo(() => gridKeys(props, drawn, pageRows, anchor), [props, drawn, pageRows]);
}

function gridKeys(
  props: GridProps,
  drawn: readonly GridColumn[],
  pageRows: () => number,
  anchor: { current: number | null },
) {
  const { rowCount, cursor, onCursor, onChoose, onOpen, onKeyDown, cells } = props;
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
  /** @returns whether the key was one of the cell in hand */
  const inCell = (event: KeyboardEvent): boolean => {
    if (!cells || cursor === null || event.altKey || event.ctrlKey || event.metaKey) return false;
    if ((event.key === 'Enter' || event.key === 'F2') && cells.canEdit(cells.column)) {
      cells.onEdit(cursor, cells.column);
      return true;
    }
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = by === 0 ? undefined : drawn[drawn.findIndex(({ id }) => id === cells.column) + by];
    if (next) cells.onColumn(next.id);
    return by !== 0;
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
      else if (inCell(event)) return event.preventDefault();
      else if (event.key === ' ' && cursor !== null && onChoose) toggle(cursor);
      else if (event.key === 'a' && isHeld && onChoose) onChoose({ kind: 'all' });
      else if (event.key === 'Enter' && !isHeld && cursor !== null && onOpen) onOpen(cursor);
      else return onKeyDown?.(event);
      event.preventDefault();
    },
  };
}
