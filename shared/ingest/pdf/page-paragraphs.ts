import type { LineRun } from './page-fragments.ts';
import type { PageColumn, PageLine } from './reading-order.ts';

/** Lines that are one paragraph, a heading, an item or a row. */
export type PageParagraph = {
  readonly kind: 'paragraph' | 'list-item' | 'table-row';
  readonly lines: readonly PageLine[];
  /** Whether its last line reaches the end of its column: it may go on in the next. */
  readonly isFull: boolean;
  /** Whether it is the first of its column: it may go on from the one before. */
  readonly isFirst: boolean;
};

/** Line to line, in sizes of letters, where nothing else is known; and how much more parts paragraphs. */
const USUAL_LEADING = 1.3;
const MORE = 1.28;
const OTHER_SIZE = 0.13;
const BULLET = /^\s*(?:[•◦▪▫‣●○■□➢➤✓–—*·]\s*(?=\S)|-\s+|\(?(?:\d{1,3}|[a-z])[.)]\s+)(?=\S)/iu;
const ENDS = /[.!?…:;。！？؟۔]["'”’»)\]]*$/u;
const BEGINS = /^["'“‘«([¿¡]*[\p{Lu}\p{N}\p{sc=Hani}\p{sc=Arab}\p{sc=Hebr}]/u;

/** The words of a line, cell by cell. */
export function lineText({ cells }: PageLine): string {
  return cells.map(({ text }) => text).join(' ');
}

/** Joins the lines of a column to paragraphs: by the space between them, their size, indents, and lines that end early. */
export function paragraphsOf(column: PageColumn): PageParagraph[] {
  const leading = leadingOf(column.lines);
  const tables = tableRows(column.lines);
  const groups: PageLine[][] = [];
  for (const [at, line] of column.lines.entries()) {
    const before = column.lines[at - 1];
    const group = groups.at(-1);
    const goesOn =
      group !== undefined &&
      before !== undefined &&
      !tables.has(line) &&
      !tables.has(before) &&
      isSameParagraph({ before, line, first: group[0] ?? before }, column, leading);
    if (goesOn) group.push(line);
    else groups.push([line]);
  }
  return groups.map((lines, at) => {
    const [first] = lines;
    const last = lines.at(-1);
    const isRow = first !== undefined && tables.has(first);
    const isItem = first !== undefined && BULLET.test(lineText(first));
    const isFull = last !== undefined && isFullLine(last, column);
    return { kind: isRow ? 'table-row' : isItem ? 'list-item' : 'paragraph', lines, isFull, isFirst: at === 0 };
  });
}

/** From one base of letters to the next, in sizes, where lines stand close: lower than most, so that gaps do not count. */
function leadingOf(lines: readonly PageLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, at) => (line.y - (lines[at]?.y ?? 0)) / line.size)
    .filter((step) => step > 0.8 && step < 2.6)
    .sort((a, b) => a - b);
  return steps.length < 4 ? USUAL_LEADING : (steps[Math.floor(steps.length / 4)] ?? USUAL_LEADING);
}

/** Rows of several cells that stand under each other. A line with one gap in it is a line. */
function tableRows(lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const rows = new Set<PageLine>();
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next === undefined || line.cells.length < 2 || next.cells.length < 2) continue;
    if (next.y - line.y < 5 * line.size) rows.add(line).add(next);
  }
  return rows;
}

type Meeting = { readonly before: PageLine; readonly line: PageLine; readonly first: PageLine };

function isSameParagraph({ before, line, first }: Meeting, column: PageColumn, leading: number): boolean {
  const step = line.y - before.y;
  if (step <= 0 || step > leading * MORE * Math.max(before.size, line.size)) return false;
  if (Math.abs(before.size - line.size) > OTHER_SIZE * Math.max(before.size, line.size)) return false;
  const words = lineText(line);
  if (BULLET.test(words)) return false;
  const isRtl = line.cells[0]?.isRtl === true;
  const indent = (one: PageLine) => (isRtl ? column.right - one.right : one.left - column.left);
  const isItem = BULLET.test(lineText(first));
  if (isItem) return indent(line) >= indent(first) - line.size / 2;
  const isIndented = indent(line) > indent(before) + 0.8 * line.size && indent(line) < 6 * line.size;
  if (isIndented && isFullLine(before, column)) return false;
  return isFullLine(before, column) || !ENDS.test(lineText(before)) || !BEGINS.test(words);
}

/** Whether a word more would hardly have had its place. */
function isFullLine(line: PageLine, { left, right }: PageColumn): boolean {
  const isRtl = line.cells[0]?.isRtl === true;
  const rest = isRtl ? line.left - left : right - line.right;
  return rest < Math.max(0.18 * (right - left), 2 * line.size);
}

/** Whether a paragraph is ended by another on the next column or page, by its words: the first is in the midst of a sentence. */
export function goesOn(before: PageParagraph, next: PageParagraph): boolean {
  const [last, first] = [before.lines.at(-1), next.lines[0]];
  if (
    !next.isFirst ||
    last === undefined ||
    first === undefined ||
    next.kind !== 'paragraph' ||
    before.kind === 'table-row'
  )
    return false;
  if (Math.abs(last.size - first.size) > OTHER_SIZE * last.size) return false;
  const [ending, beginning] = [lineText(last), lineText(first)];
  if (/\p{Ll}[-\u2010\u00ad]$/u.test(ending)) return /^\p{Ll}/u.test(beginning);
  if (ENDS.test(ending) || !before.isFull) return false;
  return /^["'“‘«(]*\p{Ll}/u.test(beginning) || (/^\p{Lo}/u.test(beginning) && /[\p{Lo}،,]$/u.test(ending));
}

/** The words of a line as they stand, with their links. */
export function lineRuns({ cells }: PageLine): LineRun[] {
  return cells.flatMap(({ runs }, at) => (at === 0 ? runs : [{ words: ' ', address: null }, ...runs]));
}
