/** Which rows were drawn last, and by how much their keys lag behind their places. */
export type KeyShift = { readonly first: number; readonly last: number; readonly by: number };

/** Before anything is drawn. */
export const firstShift: KeyShift = { first: 0, last: -1, by: 0 };

/**
 * Says under which keys rows `[first, last]` are drawn: place less `by`. Rows that stay in view keep theirs; after a jump to where none
 * of them was, the new ones take over the keys of the old, so that elements are filled anew instead of being made anew.
 */
export function shiftedKeys(shift: KeyShift, first: number, last: number): KeyShift {
  const isElsewhere = first > shift.last || last < shift.first;
  return { first, last, by: isElsewhere ? shift.by + first - shift.first : shift.by };
}
