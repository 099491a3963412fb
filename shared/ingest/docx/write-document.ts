import { type BlockStyle, BlockWriter, type LaidOutText } from '../block-writer.ts';
import { type DocumentItem, type DocumentParagraph, type DocumentRow, wordsOfParagraph } from './document-items.ts';
import type { ParagraphStyle } from './document-styles.ts';

/** Code units of a cell: longer ones are pages laid out in cells. */
const LONGEST_CELL = 2000;

/** Where the words of a row stand. */
const ROW: BlockStyle = { kind: 'table-row', level: 0, direction: null };

/** Lays the items of a document out, one after the other. */
export function writeDocument(
  items: readonly DocumentItem[],
  styles: ReadonlyMap<string, ParagraphStyle>,
): LaidOutText {
  const writer = new BlockWriter();
  writeItems(writer, items, styles);
  return writer.finish();
}

/** Depth is bounded by that of the XML. */
function writeItems(
  writer: BlockWriter,
  items: readonly DocumentItem[],
  styles: ReadonlyMap<string, ParagraphStyle>,
): void {
  for (const item of items) {
    if (item.kind === 'paragraph') writeParagraph(writer, item, styleOf(item, styles));
    else if (isDataRow(item)) writeRow(writer, item);
    else for (const cell of item.cells) writeItems(writer, cell, styles);
  }
}

function writeParagraph(writer: BlockWriter, { runs }: DocumentParagraph, style: BlockStyle): void {
  for (const { words, link } of runs) {
    // In Word a line break is one: what follows is no paragraph of its own.
    for (const [at, line] of words.split('\n').entries()) {
      if (at > 0) writer.breakLine();
      writer.write(line, style, link);
    }
  }
  writer.endBlock();
}

function writeRow(writer: BlockWriter, { cells }: DocumentRow): void {
  for (const [at, cell] of cells.entries()) {
    if (at > 0) writer.nextCell();
    for (const item of cell) {
      if (item.kind !== 'paragraph') continue;
      for (const { words, link } of item.runs) writer.write(words.replaceAll('\n', ' '), ROW, link);
      writer.blank();
    }
  }
  writer.endBlock();
}

/** Whether a row is one of words and figures, to be read cell by cell; a page laid out in cells is not. */
function isDataRow({ cells }: DocumentRow): boolean {
  return cells.every((cell) => {
    const paragraphs = cell.filter((item) => item.kind === 'paragraph');
    const words = paragraphs.map(wordsOfParagraph).filter((text) => text.trim() !== '');
    return paragraphs.length === cell.length && words.length <= 3 && words.join('').length <= LONGEST_CELL;
  });
}

function styleOf(paragraph: DocumentParagraph, styles: ReadonlyMap<string, ParagraphStyle>): BlockStyle {
  const { direction, listLevel, headingLevel } = paragraph;
  const style = styles.get(paragraph.styleId);
  if (headingLevel !== null) return { kind: 'heading', level: headingLevel, direction };
  if (style?.kind === 'heading') return { kind: 'heading', level: style.level, direction };
  if (listLevel !== null && listLevel > 0) return { kind: 'list-item', level: listLevel, direction };
  if (style === undefined || (style.kind === 'list-item' && listLevel === 0))
    return { kind: 'paragraph', level: 0, direction };
  return { kind: style.kind, level: style.level, direction };
}
