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

/** Where the bars beside a text stand, and their labels outside of all of them. Pixels. */
export type BarLayout = {
  readonly bars: readonly { readonly lane: number; readonly labelTop: number }[];
  /** From one lane to the next. */
  readonly step: number;
  /** From the innermost lane outwards to where labels end. */
  readonly labelAt: number;
};

/** Pixels from bar to bar, and those that all lanes may take before the labels would leave the margin. */
const STEP = 7;
const ROOM = 3 * STEP;
/** The least height of a bar with the air around it, and the height of a label's line. */
const BAR = 24;
const LABEL = 14;

/**
 * Lays out bars and labels: no bar covers another, no label another, and no bar runs through a label. More than three lanes
 * stand closer together.
 *
 * @param extents - sorted by `top`
 */
export function layOutBars(extents: readonly Extent[]): BarLayout {
  const lanes = lanesOf(extents, BAR);
  const count = Math.max(2, ...lanes.map((lane) => lane + 1));
  const step = Math.min(STEP, ROOM / count);
  const tops = stacked(
    extents.map(({ top }) => ({ top, bottom: top + LABEL })),
    1,
  );
  return {
    bars: lanes.map((lane, at) => ({ lane, labelTop: tops[at] ?? 0 })),
    step,
    labelAt: count * step,
  };
}
