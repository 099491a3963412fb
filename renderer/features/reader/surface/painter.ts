import type { TextSpan } from '#shared/kernel/text-span.ts';
import { type Category, PRIORITY } from './categories.ts';
import type { TextMap } from './text-map.ts';

/** A passage to paint and the ways to paint it. */
export type Stroke = TextSpan & { readonly id: string; readonly categories: readonly Category[] };

type Painted = { readonly stroke: Stroke; readonly range: StaticRange };

/**
 * Paints passages with the CSS Custom Highlight API: one Highlight per category, no element inserted, so that overlap costs
 * nothing and the text stays whole nodes. Ranges are static because the page's text never changes beneath them.
 */
export class HighlightPainter {
  private readonly painted = new Map<string, Painted>();
  private readonly highlights = new Map<Category, Highlight>();
  private readonly map: TextMap<Node>;

  constructor(map: TextMap<Node>) {
    this.map = map;
  }

  /** Paints exactly these passages; what was painted as it is to be stays untouched. */
  paint(strokes: readonly Stroke[]): void {
    const wanted = new Set(strokes.map(({ id }) => id));
    for (const [id] of this.painted) if (!wanted.has(id)) this.erase(id);
    for (const stroke of strokes) {
      const before = this.painted.get(stroke.id);
      if (before && isSame(before.stroke, stroke)) continue;
      if (before) this.erase(stroke.id);
      this.draw(stroke);
    }
  }

  /** Paints one category alone, as for what is in hand: these passages and none else. */
  paintOnly(category: Category, spans: readonly TextSpan[]): void {
    const ranges = spans.map((span) => this.rangeOf(span)).filter((range) => range !== null);
    if (ranges.length === 0) {
      CSS.highlights.delete(category);
      this.highlights.delete(category);
      return;
    }
    const highlight = this.highlightOf(category);
    highlight.clear();
    for (const range of ranges) highlight.add(range);
  }

  /** Takes everything off the page that was painted through this painter. */
  clear(): void {
    this.painted.clear();
    for (const [category, highlight] of this.highlights) {
      if (CSS.highlights.get(category) === highlight) CSS.highlights.delete(category);
    }
    this.highlights.clear();
  }

  private draw(stroke: Stroke): void {
    const range = this.rangeOf(stroke);
    if (!range) return;
    this.painted.set(stroke.id, { stroke, range });
    for (const category of stroke.categories) this.highlightOf(category).add(range);
  }

  private erase(id: string): void {
    const painted = this.painted.get(id);
    for (const category of painted?.stroke.categories ?? []) {
      if (painted) this.highlights.get(category)?.delete(painted.range);
    }
    this.painted.delete(id);
  }

  private highlightOf(category: Category): Highlight {
    const known = this.highlights.get(category);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = PRIORITY[category];
    this.highlights.set(category, highlight);
    CSS.highlights.set(category, highlight);
    return highlight;
  }

  private rangeOf(span: TextSpan): StaticRange | null {
    const points = this.map.pointsOf(span);
    return points
      ? new StaticRange({
          startContainer: points.start.node,
          startOffset: points.start.offset,
          endContainer: points.end.node,
          endOffset: points.end.offset,
        })
      : null;
  }
}

function isSame(a: Stroke, b: Stroke): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.categories.length === b.categories.length &&
    a.categories.every((category, at) => category === b.categories[at])
  );
}
