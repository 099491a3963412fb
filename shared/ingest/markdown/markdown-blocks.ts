import { type BlockStyle, BlockWriter, type LaidOutText } from '../block-writer.ts';
import { inlineWords, type References } from './inline-words.ts';

const HEADING = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/;
const UNDERLINE = /^ {0,3}(=+|-+)\s*$/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ITEM = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/;
const QUOTE = /^ {0,3}((?:>\s?)+)(.*)$/;
const ROW = /^\s*\|(.*)\|\s*$/;
const ROW_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const REFERENCE = /^ {0,3}\[([^\]\n]+)\]:\s+<?(\S+?)>?(?:\s+["'(].*)?\s*$/;
const HARD_BREAK = / {2,}$|\\$/;
/** Columns of indentation that put an item inside another. */
const STEP = 2;
const DEEPEST = 12;

const PARAGRAPH: BlockStyle = { kind: 'paragraph', level: 0, direction: null };

/** Lays out a Markdown text: headings, paragraphs, items, quotes, code, tables. */
export function markdownBlocks(body: string): LaidOutText {
  const lines = body.split('\n');
  const layout = new MarkdownLayout(referencesIn(lines));
  for (const [index, line] of lines.entries()) layout.take(line, lines[index + 1] ?? '');
  return layout.writer.finish();
}

function referencesIn(lines: readonly string[]): References {
  return new Map(
    lines.flatMap((line) => {
      const found = REFERENCE.exec(line);
      return found === null ? [] : [[(found[1] ?? '').toLowerCase(), found[2] ?? ''] as const];
    }),
  );
}

class MarkdownLayout {
  readonly writer = new BlockWriter();
  private readonly references: References;
  private fence: string | null = null;
  private style: BlockStyle | null = null;
  /** Whether the next line only underlines the heading before it. */
  private isUnderlined = false;
  /** Columns at which the items around the present one begin. */
  private indents: number[] = [];

  constructor(references: References) {
    this.references = references;
  }

  take(line: string, next: string): void {
    if (this.isUnderlined) {
      this.isUnderlined = false;
      return;
    }
    if (this.takeFence(line) || this.takeEnd(line)) return;
    const heading = HEADING.exec(line);
    if (heading !== null) this.takeHeading(heading[2] ?? '', (heading[1] ?? '').length);
    else if (this.style === null && UNDERLINE.test(next) && !ITEM.test(line) && !QUOTE.test(line)) {
      this.takeHeading(line, next.includes('=') ? 1 : 2);
      this.isUnderlined = true;
    } else if (!this.takeQuote(line) && !this.takeItem(line) && !this.takeRow(line)) this.takeWords(line);
  }

  private takeFence(line: string): boolean {
    const mark = FENCE.exec(line)?.[1];
    if (this.fence !== null) {
      const isEnd = mark?.startsWith(this.fence) === true && /^\s*[`~]+\s*$/.test(line);
      if (isEnd) this.end();
      else this.writer.write(`${line}\n`, { kind: 'preformatted', level: 0, direction: null }, null);
      if (isEnd) this.fence = null;
      return true;
    }
    if (mark === undefined) return false;
    this.end();
    this.fence = mark;
    return true;
  }

  /** Lines that end what stood before and say nothing. */
  private takeEnd(line: string): boolean {
    if (line.trim() !== '' && !RULE.test(line) && !REFERENCE.test(line)) return false;
    this.end();
    if (RULE.test(line)) this.indents = [];
    return true;
  }

  private takeHeading(words: string, level: number): void {
    this.end();
    this.indents = [];
    this.style = { kind: 'heading', level, direction: null };
    this.write(words.trim());
    this.end();
  }

  private takeQuote(line: string): boolean {
    const found = QUOTE.exec(line);
    if (found === null) return false;
    const level = (found[1] ?? '').split('>').length - 1;
    if (this.style?.kind !== 'quote' || this.style.level !== level || found[2]?.trim() === '') this.end();
    this.style = { kind: 'quote', level, direction: null };
    this.takeWords(found[2] ?? '');
    return true;
  }

  private takeItem(line: string): boolean {
    const found = ITEM.exec(line);
    if (found === null) return false;
    const indent = (found[1] ?? '').replaceAll('\t', '    ').length;
    this.end();
    while (this.indents.length > 0 && indent < (this.indents.at(-1) ?? 0)) this.indents.pop();
    if (this.indents.length === 0 || indent >= (this.indents.at(-1) ?? 0) + STEP) this.indents.push(indent);
    this.style = { kind: 'list-item', level: Math.min(this.indents.length, DEEPEST), direction: null };
    this.takeWords(found[2] ?? '');
    return true;
  }

  private takeRow(line: string): boolean {
    const row = ROW.exec(line)?.[1];
    if (row === undefined) return false;
    this.end();
    if (ROW_RULE.test(line)) return true;
    this.style = { kind: 'table-row', level: 0, direction: null };
    for (const [index, cell] of row.split(/(?<!\\)\|/).entries()) {
      if (index > 0) this.writer.nextCell();
      this.write(cell.trim());
    }
    this.end();
    return true;
  }

  private takeWords(line: string): void {
    this.style ??= /^\s{2,}\S/.test(line) && this.indents.length > 0 ? itemAt(this.indents.length) : PARAGRAPH;
    this.write(line.trim());
    if (HARD_BREAK.test(line)) this.writer.breakLine();
    else this.writer.blank();
  }

  private write(line: string): void {
    for (const { words, link } of inlineWords(line.replace(/\\$/, ''), this.references)) {
      for (const [index, part] of words.split('\n').entries()) {
        if (index > 0) this.writer.breakLine();
        this.writer.write(part, this.style ?? PARAGRAPH, link);
      }
    }
  }

  private end(): void {
    this.writer.endBlock();
    this.style = null;
  }
}

/** A paragraph that is indented under an item goes on with it. */
function itemAt(level: number): BlockStyle {
  return { kind: 'list-item', level, direction: null };
}
