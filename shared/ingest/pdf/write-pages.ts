import type { Fold, Page } from '#shared/domain/text-version.ts';
import { normaliseText } from '#shared/text/normalise-text.ts';
import { type BlockStyle, BlockWriter, type LaidOutText, type LinkTarget } from '../block-writer.ts';
import { leastOf } from './extremes.ts';
import { hyphenated, joinLines } from './join-lines.ts';
import { type Fragment, fragmentsOf, type LineRun } from './page-fragments.ts';
import { goesOn, lineRuns, type PageParagraph, paragraphsOf } from './page-paragraphs.ts';
import type { PdfPage, PdfPiece } from './pdf-page.ts';
import { columnsOf, type PageLine } from './reading-order.ts';
import { partRunning } from './running-lines.ts';

/** A text with the places where its pages begin, and what stands on page after page. */
export type WrittenPages = LaidOutText & { readonly pages: readonly Page[]; readonly folds: readonly Fold[] };

/** A paragraph, with the lines of it that stand on each of its pages. */
type Paragraph = {
  readonly kind: BlockStyle['kind'] | 'running';
  readonly parts: { readonly page: number; readonly lines: readonly PageLine[] }[];
  last: PageParagraph;
};

/** Sizes of letters beyond that of the text, by which headings have their level. */
const LEVELS = [1.75, 1.4, 1.14] as const;
const LONGEST_HEADING = 300;

/** Lays pages out as one text. */
export function writePages(pages: readonly PdfPage[]): WrittenPages {
  const paragraphs = paragraphsOfPages(pages);
  const size = sizeOfText(paragraphs);
  const compounds = hyphenated(paragraphs.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines.map(lineRuns))));
  const writer = new BlockWriter();
  const starts: { readonly page: number; readonly block: number; readonly before: string }[] = [];
  const running: number[] = [];
  let count = 0;
  for (const paragraph of paragraphs) {
    const lines = paragraph.parts.flatMap((part) => part.lines);
    const joined = joinLines(lines, compounds);
    if (
      !/[^\s\p{Default_Ignorable_Code_Point}]/u.test(
        joined
          .flat()
          .map(({ words }) => words)
          .join(''),
      )
    )
      continue;
    let at = 0;
    for (const part of paragraph.parts) {
      const before = joined
        .slice(0, at)
        .flat()
        .map(({ words }) => words)
        .join('');
      starts.push({ page: part.page, block: count, before });
      at += part.lines.length;
    }
    if (paragraph.kind === 'running') running.push(count);
    writeParagraph(writer, joined, lines, styleOf(paragraph, size));
    count++;
  }
  const laidOut = writer.finish();
  return { ...laidOut, pages: pagesOf(pages, starts, laidOut), folds: foldsOf(running, laidOut) };
}

function paragraphsOfPages(pages: readonly PdfPage[]): Paragraph[] {
  const turned = pages.map((page) => turnsOf(page.pieces).map((pieces) => fragmentsOf(pieces, page.links)));
  const upright = pages.map(({ height }, at) => ({ height, fragments: turned[at]?.[0] ?? [] }));
  const all: Paragraph[] = [];
  /** Heads and feet wait until the paragraph that they stand in is at its end. */
  let waiting: Paragraph[] = [];
  for (const [page, { running, body }] of partRunning(upright).entries()) {
    const others = (turned[page] ?? []).slice(1);
    const found = [body, ...others].flatMap((fragments) => paragraphsOn(fragments));
    for (const paragraph of found) {
      const before = all.at(-1);
      if (before !== undefined && goesOn(before.last, paragraph)) {
        before.parts.push({ page, lines: paragraph.lines });
        before.last = paragraph;
      } else {
        all.push(...waiting, { kind: paragraph.kind, parts: [{ page, lines: paragraph.lines }], last: paragraph });
        waiting = [];
      }
    }
    waiting.push(
      ...paragraphsOn(running).map(
        (last): Paragraph => ({ kind: 'running', parts: [{ page, lines: last.lines }], last }),
      ),
    );
  }
  return [...all, ...waiting];
}

/** Pieces that stand upright, then those that are turned, then what is written from top to bottom. */
function turnsOf(pieces: readonly PdfPiece[]): PdfPiece[][] {
  const isFlat = (piece: PdfPiece) => !piece.isVertical;
  const turns = [0, 90, 180, 270].map((turn) => pieces.filter((piece) => isFlat(piece) && piece.turn === turn));
  const vertical = pieces.filter(({ isVertical }) => isVertical).sort((a, b) => b.x - a.x || a.y - b.y);
  // Each is a line of its own, from the right of the page to its left.
  const lines = vertical.map((piece, at) => ({ ...piece, x: 0, y: at * piece.size * 1.2 }));
  return [turns[0] ?? [], ...turns.slice(1), lines].filter((group, at) => at === 0 || group.length > 0);
}

function paragraphsOn(fragments: readonly Fragment[]): PageParagraph[] {
  const isRtl = fragments.filter((fragment) => fragment.isRtl).length * 2 > fragments.length;
  return columnsOf(fragments, isRtl).flatMap(paragraphsOf);
}

/** The size that most letters have. */
function sizeOfText(paragraphs: readonly Paragraph[]): number {
  const letters = new Map<number, number>();
  for (const { cells } of paragraphs.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines))) {
    for (const { size, text } of cells) {
      const rounded = Math.round(size * 2) / 2;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

function styleOf({ kind, parts }: Paragraph, sizeOfAll: number): BlockStyle {
  const lines = parts.flatMap((part) => part.lines);
  if (kind === 'table-row') return { kind, level: 0, direction: null };
  if (kind === 'list-item') return { kind, level: 1, direction: null };
  const size = leastOf(lines, (line) => line.size);
  const length = lines.reduce((sum, { cells }) => sum + cells.reduce((all, { text }) => all + text.length, 0), 0);
  const level = LEVELS.findIndex((factor) => size >= factor * sizeOfAll);
  const isHeading = kind === 'paragraph' && sizeOfAll > 0 && level >= 0 && length <= LONGEST_HEADING;
  return isHeading
    ? { kind: 'heading', level: level + 1, direction: null }
    : { kind: 'paragraph', level: 0, direction: null };
}

function writeParagraph(
  writer: BlockWriter,
  joined: readonly LineRun[][],
  lines: readonly PageLine[],
  style: BlockStyle,
): void {
  let link: LinkTarget | null = null;
  const write = ({ words, address }: LineRun) => {
    // A link that goes on behind a space, or on the next line, is one link.
    if (address !== null && address !== link?.address) link = { address };
    else if (address === null && words.trim() !== '') link = null;
    writer.write(words, style, address === null ? null : link);
  };
  if (style.kind === 'table-row') {
    for (const [at, { runs }] of (lines[0]?.cells ?? []).entries()) {
      if (at > 0) writer.nextCell();
      runs.forEach(write);
    }
  } else joined.flat().forEach(write);
  writer.endBlock();
}

type Start = { readonly page: number; readonly block: number; readonly before: string };

/** Where each page begins; one without words begins where the next does. */
function pagesOf(pages: readonly PdfPage[], starts: readonly Start[], { blocks, text }: LaidOutText): Page[] {
  const first = new Map<number, number>();
  for (const { page, block, before } of starts) {
    const { start = text.length, end = text.length } = blocks[block] ?? {};
    const place =
      before === '' ? start : Math.min(end, start + normaliseText(before.replace(/\s+/g, ' ').trimStart()).length);
    first.set(page, Math.min(first.get(page) ?? text.length, place));
  }
  let next = text.length;
  const places = pages
    .map((_, at) => pages.length - 1 - at)
    .map((page) => {
      next = Math.min(next, first.get(page) ?? next);
      return next;
    });
  return pages.map(({ label }, at) => ({ start: places[pages.length - 1 - at] ?? 0, label }));
}

function foldsOf(running: readonly number[], { blocks }: LaidOutText): Fold[] {
  if (running.length === blocks.length) return [];
  return running.flatMap((at) => {
    const block = blocks[at];
    return block === undefined ? [] : [{ start: block.start, end: block.end, reason: 'other' as const }];
  });
}
