/** What a key does to the row in hand. */
export type GridMove = { readonly to: number; readonly extends: boolean };

/**
 * Where a key takes the cursor of a grid.
 *
 * @param cursor - null while no row is in hand
 * @param page - rows that fit the view
 * @returns null for a key that is not the grid's, or in a grid without rows
 */
export function gridMove(
  key: { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean },
  cursor: number | null,
  rowCount: number,
  page: number,
): GridMove | null {
  if (rowCount === 0) return null;
  const to = target(key.key, cursor, rowCount - 1, Math.max(1, page - 1));
  if (to === null) return null;
  return { to: Math.min(Math.max(to, 0), rowCount - 1), extends: key.shiftKey };
}

function target(key: string, cursor: number | null, last: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return cursor === null ? 0 : cursor + 1;
    case 'ArrowUp':
      return cursor === null ? last : cursor - 1;
    case 'PageDown':
      return (cursor ?? 0) + page;
    case 'PageUp':
      return (cursor ?? 0) - page;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
