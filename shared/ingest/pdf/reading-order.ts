import { leastOf, mostOf } from './extremes.ts';
import type { Fragment } from './page-fragments.ts';

/** A line as it is read: one fragment, or the cells of a row. */
export type PageLine = {
  /** From the first that is read. */
  readonly cells: readonly Fragment[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
};

/** Lines that are read one after the other, under each other. */
export type PageColumn = { readonly lines: readonly PageLine[]; readonly left: number; readonly right: number };

/** Lines on each side of a gutter, and letters in them: cells of tables have fewer. */
const LEAST_LINES = 3;
const LEAST_LETTERS = 14;
/** Columns in columns. */
const MOST_DEPTH = 6;
/** Gutters that are tried on one page. */
const MOST_GUTTERS = 60;

/** Parts a page into columns, in the order in which they are read; rows of tables stay together. */
export function columnsOf(fragments: readonly Fragment[], isRtl: boolean, depth = 0): PageColumn[] {
  const gutter = depth < MOST_DEPTH ? bestGutter(fragments) : null;
  if (gutter === null) return fragments.length === 0 ? [] : [columnOf(fragments, isRtl)];
  return bandsOf(fragments, gutter).flatMap((band) => {
    if (!band.isParted) return columnsOf(band.fragments, isRtl, depth + 1);
    const { left, right } = sidesOf(band.fragments, gutter);
    return (isRtl ? [right, left] : [left, right]).flatMap((side) => columnsOf(side, isRtl, depth + 1));
  });
}

/** What stands between two lines that cross a gutter, and whether the gutter parts it; all else is put together. */
type Band = { isParted: boolean; fragments: Fragment[] };

function bandsOf(fragments: readonly Fragment[], gutter: number): Band[] {
  const pieces: { isCrossing: boolean; fragments: Fragment[] }[] = [];
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y)) {
    const isCrossing = fragment.left < gutter && fragment.right > gutter;
    const piece = pieces.at(-1);
    if (piece?.isCrossing === isCrossing) piece.fragments.push(fragment);
    else pieces.push({ isCrossing, fragments: [fragment] });
  }
  const bands: Band[] = [];
  for (const piece of pieces) {
    const isParted = !piece.isCrossing && besideEachOther(piece.fragments, gutter) > 0;
    const band = bands.at(-1);
    if (band !== undefined && !band.isParted && !isParted) {
      for (const fragment of piece.fragments) band.fragments.push(fragment);
    } else bands.push({ isParted, fragments: piece.fragments });
  }
  return bands;
}

function sidesOf(fragments: readonly Fragment[], gutter: number) {
  const left = fragments.filter(({ right }) => right <= gutter);
  return { left, right: fragments.filter((fragment) => fragment.left >= gutter) };
}

/** Where a page, or a part of it, is parted from above to below: lines end on its left and begin on its right, beside each other. */
function bestGutter(fragments: readonly Fragment[]): number | null {
  let best: { readonly at: number; readonly score: number } | null = null;
  for (const start of mostCommonStarts(fragments)) {
    const at = start - 2;
    const score = bandsOf(fragments, at).reduce(
      (sum, band) => sum + (band.isParted ? besideEachOther(band.fragments, at) : 0),
      0,
    );
    if (score > (best?.score ?? 0)) best = { at, score };
  }
  return best?.at ?? null;
}

function mostCommonStarts(fragments: readonly Fragment[]): number[] {
  const counts = new Map<number, number>();
  for (const { left } of fragments) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= LEAST_LINES).sort((a, b) => b[1] - a[1]);
  return common.slice(0, MOST_GUTTERS).map(([start]) => start);
}

/** Lines of prose that stand beside each other across a gutter; 0 where it is none. */
function besideEachOther(fragments: readonly Fragment[], gutter: number): number {
  const { left, right } = sidesOf(fragments, gutter);
  if (left.length < LEAST_LINES || right.length < LEAST_LINES || !isProse(left) || !isProse(right)) return 0;
  const [top, bottom] = [Math.max(topOf(left), topOf(right)), Math.min(bottomOf(left), bottomOf(right))];
  const beside = [left, right].map((side) => side.filter(({ y }) => y >= top - 1 && y <= bottom + 1).length);
  // One under the other is no column beside another.
  return Math.min(...beside) < LEAST_LINES ? 0 : beside.reduce((sum, count) => sum + count, 0);
}

function isProse(fragments: readonly Fragment[]): boolean {
  const lengths = fragments
    .map(({ text }) => [...text].length * (/\p{sc=Hani}|\p{sc=Hang}/u.test(text) ? 2 : 1))
    .sort((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) >= LEAST_LETTERS;
}

function topOf(fragments: readonly Fragment[]): number {
  return leastOf(fragments, ({ y }) => y);
}

function bottomOf(fragments: readonly Fragment[]): number {
  return mostOf(fragments, ({ y }) => y);
}

function columnOf(fragments: readonly Fragment[], isRtl: boolean): PageColumn {
  const rows: Fragment[][] = [];
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const isBeside =
      row !== undefined && Math.abs((row[0]?.y ?? 0) - fragment.y) <= 0.45 * Math.min(row[0]?.size ?? 0, fragment.size);
    if (isBeside) row.push(fragment);
    else rows.push([fragment]);
  }
  const lines = rows.map((row) => lineOf(row, isRtl));
  return {
    lines,
    left: leastOf(lines, ({ left }) => left),
    right: mostOf(lines, ({ right }) => right),
  };
}

function lineOf(row: readonly Fragment[], isRtl: boolean): PageLine {
  const cells = [...row].sort((a, b) => (isRtl ? b.left - a.left : a.left - b.left));
  return {
    cells,
    left: leastOf(row, ({ left }) => left),
    right: mostOf(row, ({ right }) => right),
    y: row[0]?.y ?? 0,
    size: mostOf(row, ({ size }) => size),
  };
}
