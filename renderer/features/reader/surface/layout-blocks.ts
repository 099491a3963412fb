import type { Block, Fold, Link } from '#shared/domain/text-version.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';

/** Words of a block in one run: plain, or a link that is shown and never followed. */
export type Segment = { readonly start: number; readonly words: string; readonly address: string | null };

/** A block as it is drawn. */
export type BlockView = Pick<Block, 'kind' | 'direction' | 'level'> &
  TextSpan & { readonly segments: readonly Segment[] };

/** Blocks that follow each other and are all shown, or all hidden at first. */
export type Stretch = {
  readonly start: number;
  readonly blocks: readonly BlockView[];
  /** Why each passage of the stretch is hidden, in order; empty when it is not. */
  readonly hidden: readonly Fold['reason'][];
};

/** What a reader lays out: one immutable text version with its words. */
export type LaidText = {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly folds: readonly Fold[];
  readonly links: readonly Link[];
};

/**
 * Cuts a text into stretches that are shown and stretches that are folded; a fold within a block cuts the block.
 *
 * @param headline - where the block begins that is the article's own title: other headings stand below it
 */
export function layoutBlocks({ text, blocks, folds, links }: LaidText, headline: number | null = null): Stretch[] {
  const stretches: { start: number; blocks: BlockView[]; folds: Set<Fold> }[] = [];
  const levels = new HeadingLevels();
  for (const block of blocks) {
    const isHidden = folds.some(({ start, end }) => start <= block.start && end >= block.end);
    const isHeading = block.kind === 'heading' && block.start !== headline;
    const level = isHeading ? levels.next(block.level, isHidden) : block.level;
    for (const { start, end, fold } of cut(block, folds)) {
      const view = { ...block, level, start, end, segments: segmentsOf(text, { start, end }, links) };
      const last = stretches.at(-1);
      if (last && last.folds.size > 0 === (fold !== null)) last.blocks.push(view);
      else stretches.push({ start, blocks: [view], folds: new Set() });
      if (fold) stretches.at(-1)?.folds.add(fold);
    }
  }
  return stretches.map(({ start, blocks: views, folds: hidden }) => ({
    start,
    blocks: views,
    hidden: [...hidden].map(({ reason }) => reason),
  }));
}

/** Headings step down by one level at most and never stand above the article's own title, which is level 1. */
class HeadingLevels {
  private readonly open: number[] = [];

  /** A hidden heading stands below what is shown before it, so that there is no gap whether or not it is opened. */
  next(level: number, isHidden: boolean): number {
    if (isHidden) return this.open.length + 2;
    while ((this.open.at(-1) ?? 0) >= level) this.open.pop();
    this.open.push(level);
    return this.open.length + 1;
  }
}

function cut(block: TextSpan, folds: readonly Fold[]): (TextSpan & { fold: Fold | null })[] {
  const parts: (TextSpan & { fold: Fold | null })[] = [];
  let at = block.start;
  for (const fold of folds) {
    const start = Math.max(fold.start, at);
    const end = Math.min(fold.end, block.end);
    if (start >= end) continue;
    if (start > at) parts.push({ start: at, end: start, fold: null });
    parts.push({ start, end, fold });
    at = end;
  }
  if (at < block.end) parts.push({ start: at, end: block.end, fold: null });
  return parts;
}

function segmentsOf(text: string, { start, end }: TextSpan, links: readonly Link[]): Segment[] {
  const segments: Segment[] = [];
  let at = start;
  const add = (to: number, address: string | null) => {
    if (to > at) segments.push({ start: at, words: text.slice(at, to), address });
    at = Math.max(at, to);
  };
  for (const link of links) {
    if (link.end <= at || link.start >= end) continue;
    add(Math.min(Math.max(link.start, at), end), null);
    add(Math.min(link.end, end), link.address);
  }
  add(end, null);
  return segments;
}
