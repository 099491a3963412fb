import type { TextSpan } from '#shared/kernel/text-span.ts';
import type { TextMap } from './text-map.ts';
import { START_ATTRIBUTE } from './text-nodes.ts';

/** A passage on the page: pixels from the corner of the text's own box. */
export type Placed = {
  readonly top: number;
  readonly bottom: number;
  /** Where the first line of the passage begins and the last one ends, from the left. */
  readonly first: DOMRect;
  readonly last: DOMRect;
};

/** A range of the page over a shown passage; null when nothing of it is shown. */
export function liveRange(map: TextMap<Node>, span: TextSpan): Range | null {
  const points = map.pointsOf(span);
  if (!points) return null;
  const range = document.createRange();
  range.setStart(points.start.node, points.start.offset);
  range.setEnd(points.end.node, points.end.offset);
  return range;
}

/** Measures a passage against the box of its text; null when nothing of it is shown. */
export function measure(map: TextMap<Node>, box: DOMRect, span: TextSpan): Placed | null {
  const rects = [...(liveRange(map, span)?.getClientRects() ?? [])].filter(({ width }) => width > 0);
  const [first] = rects;
  const last = rects.at(-1);
  if (!first || !last) return null;
  const moved = (rect: DOMRect) => new DOMRect(rect.left - box.left, rect.top - box.top, rect.width, rect.height);
  return {
    top: Math.min(...rects.map(({ top }) => top)) - box.top,
    bottom: Math.max(...rects.map(({ bottom }) => bottom)) - box.top,
    first: moved(first),
    last: moved(last),
  };
}

/** The caret's box at an offset, in the window; null when nothing is shown. */
export function caretRect(map: TextMap<Node>, offset: number): DOMRect | null {
  const shown = map.nearest(offset);
  if (shown === null) return null;
  const point = map.pointAt(shown, 'start');
  const end = map.pointAt(shown, 'end');
  const isInside = point !== null && map.offsetAt(point.node, point.offset) === shown;
  const at = isInside ? point : end;
  if (!at) return null;
  const range = document.createRange();
  range.setStart(at.node, at.offset);
  range.collapse(true);
  const [rect] = range.getClientRects();
  return rect ?? null;
}

type Band = TextSpan & { readonly top: number; readonly height: number };

/**
 * Tells about where an offset stands without measuring its passage: each block is measured once, within it words are taken
 * to lie evenly. Enough for the strip at the edge and to find what is on the screen.
 */
export class BlockBands {
  private readonly root: HTMLElement | null;
  private measured: readonly Band[] | null = null;

  /** @param root - measured when first asked; null for a text that is not on the page yet */
  constructor(root: HTMLElement | null) {
    this.root = root;
  }

  /** Pixels from the top of the text to about the line of `offset`; a folded one is where its fold is. */
  topOf(offset: number): number {
    const band = this.lastBand(({ start }) => start <= offset);
    if (!band) return 0;
    const share = Math.min(1, (offset - band.start) / Math.max(1, band.end - band.start));
    return band.top + share * band.height;
  }

  /** The words that stand between two heights, whole blocks of them. */
  spanBetween(top: number, bottom: number): TextSpan {
    const start = this.lastBand((band) => band.top <= top)?.start ?? 0;
    const end = this.lastBand((band) => band.top < bottom)?.end ?? 0;
    return { start, end };
  }

  private get bands(): readonly Band[] {
    this.measured ??= this.root ? measureBlocks(this.root) : [];
    return this.measured;
  }

  /** The last band that holds, where bands that hold come before those that do not. */
  private lastBand(holds: (band: Band) => boolean): Band | undefined {
    let low = 0;
    let high = this.bands.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const band = this.bands[middle];
      if (band && holds(band)) low = middle + 1;
      else high = middle;
    }
    return this.bands[low - 1];
  }
}

function measureBlocks(root: HTMLElement): Band[] {
  const box = root.getBoundingClientRect();
  return [...root.querySelectorAll<HTMLElement>(`:not(span)[${START_ATTRIBUTE}]`)].map((element) => {
    const rect = element.getBoundingClientRect();
    const start = Number(element.getAttribute(START_ATTRIBUTE));
    const end = start + (element.textContent?.length ?? 0);
    return { start, end, top: rect.top - box.top, height: rect.height };
  });
}
