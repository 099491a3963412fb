import type { TextSpan } from '#shared/kernel/text-span.ts';

/** A run of the text as it stands on the page: `[start, end)` of the text is the whole of `node`. */
export type Piece<N> = TextSpan & { readonly node: N };

/** A place between two code units of a node. */
export type Point<N> = { readonly node: N; readonly offset: number };

/**
 * Finds the node of an offset and the offset of a node. Offsets between blocks or in folded passages stand in no node;
 * they are taken to the nearest shown one.
 *
 * ```
 * text   T h e   m a r k e t ¶ [ f o l d e d ] ¶ b u r n s
 * pieces └────── 0 ───────┘                     └── 1 ──┘
 * ```
 */
export class TextMap<N> {
  private readonly pieces: readonly Piece<N>[];
  private readonly byNode: ReadonlyMap<N, Piece<N>>;

  /** @param pieces - in order of the text, none empty */
  constructor(pieces: readonly Piece<N>[]) {
    this.pieces = pieces;
    this.byNode = new Map(pieces.map((piece) => [piece.node, piece]));
  }

  /**
   * The place where a passage begins (`start`: in the piece that follows) or ends (`end`: in the piece that precedes).
   * Null where nothing follows, or precedes.
   */
  pointAt(offset: number, side: 'start' | 'end'): Point<N> | null {
    const piece = side === 'start' ? this.pieceAfter(offset) : this.pieceBefore(offset);
    if (!piece) return null;
    const within = Math.min(Math.max(offset, piece.start), piece.end) - piece.start;
    return { node: piece.node, offset: within };
  }

  /** Both ends of a passage; null when none of it is shown. */
  pointsOf({ start, end }: TextSpan): { start: Point<N>; end: Point<N> } | null {
    const first = this.pieceAfter(start);
    const last = this.pieceBefore(end);
    if (!first || !last || first.start > last.start || start >= end) return null;
    return {
      start: { node: first.node, offset: Math.max(start, first.start) - first.start },
      end: { node: last.node, offset: Math.min(end, last.end) - last.start },
    };
  }

  /** The offset in the text of a place in one of its nodes; null for a foreign node. */
  offsetAt(node: N, offset: number): number | null {
    const piece = this.byNode.get(node);
    return piece ? Math.min(piece.start + offset, piece.end) : null;
  }

  /** Whether the code unit at `offset` is on the page. */
  isShown(offset: number): boolean {
    const piece = this.pieceAfter(offset);
    return piece !== undefined && piece.start <= offset;
  }

  /** The shown offset nearest to `offset`; null when nothing is shown. */
  nearest(offset: number): number | null {
    const after = this.pieceAfter(offset);
    const before = this.pieceBefore(offset);
    if (after && after.start <= offset) return offset;
    if (before && before.end >= offset) return offset;
    if (!after || !before) return after?.start ?? before?.end ?? null;
    return after.start - offset < offset - before.end ? after.start : before.end;
  }

  /** The first piece that ends after `offset`. */
  private pieceAfter(offset: number): Piece<N> | undefined {
    return this.pieces[firstIndex(this.pieces, (piece) => piece.end > offset)];
  }

  /** The last piece that begins before `offset`. */
  private pieceBefore(offset: number): Piece<N> | undefined {
    return this.pieces[firstIndex(this.pieces, (piece) => piece.start >= offset) - 1];
  }
}

/** The first index whose element is past the boundary, by halving; the length when none is. */
function firstIndex<T>(sorted: readonly T[], isPast: (element: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = sorted[middle];
    if (element !== undefined && isPast(element)) high = middle;
    else low = middle + 1;
  }
  return low;
}
