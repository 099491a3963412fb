import { leastOf, mostOf } from './extremes.ts';
import type { PdfLink, PdfPiece } from './pdf-page.ts';

/** Words of a line, and the address that they lead to. */
export type LineRun = { readonly words: string; readonly address: string | null };

/** Words that stand on one line without a gap that parts columns or cells. */
export type Fragment = {
  readonly runs: readonly LineRun[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The base of its letters, from above. */
  readonly y: number;
  readonly size: number;
  readonly isRtl: boolean;
};

/** Parts of the size of letters. */
const SAME_LINE = 0.36;
const GAP_OF_WORDS = 0.16;
const GAP_OF_COLUMNS = 1.6;
const SAME_PLACE = 0.3;
/** Rows looked back at for a piece: those of columns that stand beside each other. */
const LOOK_BACK = 6;
/** Pieces looked back at for one that is written twice: they stand in the order of their places. */
const MOST_TWINS = 64;
const RTL = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/gu;
const LETTER = /\p{L}/gu;
const SPACELESS = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\u3000-\u303f\uff00-\uffef]/u;

/** Puts pieces together that stand on one line, and parts them where columns or cells do. From above, each line from the left. */
export function fragmentsOf(pieces: readonly PdfPiece[], links: readonly PdfLink[]): Fragment[] {
  return rowsOf(pieces).flatMap((row) => splitRow(row).map((run) => fragmentOf(run, links)));
}

function rowsOf(pieces: readonly PdfPiece[]): PdfPiece[][] {
  const rows: { y: number; size: number; pieces: PdfPiece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows
      .slice(-LOOK_BACK)
      .findLast(
        ({ y, size }) =>
          Math.abs(y - piece.y) <= SAME_LINE * Math.min(Math.max(size, piece.size), 1.7 * Math.min(size, piece.size)),
      );
    if (row === undefined) {
      rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
      continue;
    }
    row.pieces.push(piece);
    // Raised and lowered figures do not move the line.
    if (piece.size > row.size) Object.assign(row, { y: piece.y, size: piece.size });
  }
  return rows.map((row) => row.pieces.sort((a, b) => a.x - b.x));
}

function splitRow(row: readonly PdfPiece[]): PdfPiece[][] {
  const runs: PdfPiece[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of row) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run?.slice(-MOST_TWINS).some((other) => isSame(other, piece))) continue;
    const isFar = piece.x - right > GAP_OF_COLUMNS * Math.max(piece.size, before?.size ?? 0);
    if (run === undefined || isFar) runs.push([piece]);
    else run.push(piece);
    right = isFar ? piece.x + piece.width : Math.max(right, piece.x + piece.width);
  }
  return runs;
}

/** Bold is often made by writing twice. */
function isSame(one: PdfPiece, other: PdfPiece): boolean {
  const near = SAME_PLACE * other.size;
  return one.text === other.text && Math.abs(one.x - other.x) < near && Math.abs(one.y - other.y) < near;
}

function fragmentOf(pieces: readonly PdfPiece[], links: readonly PdfLink[]): Fragment {
  const whole = pieces.map(({ text }) => text).join('');
  const rtl = whole.match(RTL)?.length ?? 0;
  const isRtl = rtl > 0 && rtl * 2 >= (whole.match(LETTER)?.length ?? 0);
  const runs: LineRun[] = [];
  let before: PdfPiece | null = null;
  for (const piece of isRtl ? rightToLeft(pieces) : pieces) {
    if (before !== null && isWordGap(before, piece, isRtl)) runs.push({ words: ' ', address: null });
    runs.push(...linkedRuns(piece, links));
    before = piece;
  }
  const size = pieces.reduce((most, piece) => (piece.text.length > most.text.length ? piece : most)).size;
  return {
    runs,
    text: runs
      .map(({ words }) => words)
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
    left: leastOf(pieces, ({ x }) => x),
    right: mostOf(pieces, ({ x, width }) => x + width),
    y: pieces.reduce((most, piece) => (piece.size > most.size ? piece : most)).y,
    size,
    isRtl,
  };
}

/** Pieces in the order in which they are read: Latin words and figures among them stay as they stand. */
function rightToLeft(pieces: readonly PdfPiece[]): PdfPiece[] {
  const ordered: PdfPiece[] = [];
  let island: PdfPiece[] = [];
  for (const piece of [...pieces].reverse()) {
    const isOther = /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{N}]/u.test(piece.text) && !piece.text.match(RTL);
    if (isOther) island.unshift(piece);
    else {
      for (const other of island) ordered.push(other);
      ordered.push(piece);
      island = [];
    }
  }
  return [...ordered, ...island];
}

function isWordGap(before: PdfPiece, next: PdfPiece, isRtl: boolean): boolean {
  if (/\s$/.test(before.text) || /^\s/.test(next.text)) return false;
  const [first, second] = before.x <= next.x ? [before, next] : [next, before];
  const gap = second.x - first.x - first.width;
  const least = GAP_OF_WORDS * Math.min(before.size, next.size);
  if (SPACELESS.test(before.text.at(-1) ?? '') && SPACELESS.test(next.text[0] ?? '')) return gap > least * 4;
  return gap > least || (!isRtl && next.isApart && gap > least / 4);
}

/** The words of a piece, parted where a link begins or ends in them: at the next space. */
function linkedRuns(piece: PdfPiece, links: readonly PdfLink[]): LineRun[] {
  const { text, x, y, width, size } = piece;
  const link =
    piece.turn === 0
      ? links.find(
          ({ left, right, top, bottom }) =>
            y - size / 2 > top && y - size / 2 < bottom && Math.min(right, x + width) - Math.max(left, x) > size / 4,
        )
      : undefined;
  if (link === undefined || width <= 0) return [{ words: text, address: null }];
  const at = (place: number) => Math.round((Math.min(Math.max(place - x, 0), width) / width) * text.length);
  const [start, end] = text.match(RTL)
    ? [0, text.length]
    : [nearSpace(text, at(link.left)), nearSpace(text, at(link.right))];
  return [
    { words: text.slice(0, start), address: null },
    { words: text.slice(start, end), address: link.address },
    { words: text.slice(end), address: null },
  ].filter(({ words }) => words !== '');
}

/** The border of a word next to a place that was measured by letters of one width. */
function nearSpace(text: string, at: number): number {
  if (at <= 1) return 0;
  if (at >= text.length - 1) return text.length;
  for (let far = 0; far < 6; far++) {
    if (text[at + far] === ' ') return at + far;
    if (text[at - far] === ' ') return at - far + 1;
  }
  return at;
}
