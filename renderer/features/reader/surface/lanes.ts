/** Something that stands beside the text from `top` to `bottom`, in pixels. */
export type Extent = { readonly top: number; readonly bottom: number };

/**
 * Gives each extent the innermost lane that is free there, so that bars beside the text never cover each other.
 *
 * @param extents - sorted by `top`
 * @param least - pixels that an extent takes at least: its label
 * @returns the lane of each, 0 nearest to the text
 */
export function lanesOf(extents: readonly Extent[], least: number): number[] {
  const ends: number[] = [];
  return extents.map(({ top, bottom }) => {
    const free = ends.findIndex((end) => end <= top);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = Math.max(bottom, top + least);
    return lane;
  });
}

/**
 * Moves notes down so far that none covers the one above it.
 *
 * @param extents - sorted by `top`
 * @returns the top of each
 */
export function stacked(extents: readonly Extent[], gap: number): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return extents.map(({ top, bottom }) => {
    const placed = Math.max(top, free);
    free = placed + (bottom - top) + gap;
    return placed;
  });
}
