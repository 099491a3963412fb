import type { Block, Link } from '#shared/domain/text-version.ts';
import { type Direction, directionOf } from '#shared/text/direction.ts';
import { normaliseText } from '#shared/text/normalise-text.ts';
import { refuseLongText } from './text-limit.ts';

/** How the next words are laid out. */
export type BlockStyle = Pick<Block, 'kind' | 'level'> & {
  /** Stated by the source; used where the words themselves have no direction. */
  readonly direction: Direction | null;
};

/** A link that words belong to; its identity tells two links to one address apart. */
export type LinkTarget = { readonly address: string };

/** A finished text. */
export type LaidOutText = { readonly text: string; readonly blocks: readonly Block[]; readonly links: readonly Link[] };

type OpenLink = { readonly target: LinkTarget; readonly start: number; end: number };

/** What browsers collapse, and three line breaks that Unicode knows besides. The no-break space stays. */
const SPACE = /[ \t\n\r\f\u0085\u2028\u2029]+/g;
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** Gathers words into blocks: collapses space as browsers do, keeps links with their words, normalises, joins. */
export class BlockWriter<Style extends BlockStyle = BlockStyle> {
  private readonly done: string[] = [];
  private readonly blocks: Block[] = [];
  private readonly styles: Style[] = [];
  private readonly links: Link[] = [];
  private length = 0;
  private style: Style | null = null;
  private words = '';
  private space = '';
  private openLinks: OpenLink[] = [];

  /** Adds words as they are to be read; space between them is one blank, but in preformatted blocks. */
  write(words: string, style: Style, link: LinkTarget | null): void {
    if (style.kind === 'preformatted') {
      this.append(words, style, link);
      return;
    }
    const collapsed = words.replace(SPACE, ' ');
    const core = collapsed.slice(collapsed.startsWith(' ') ? 1 : 0, collapsed.endsWith(' ') ? -1 : undefined);
    if (core !== collapsed && (collapsed.startsWith(' ') || core === '')) this.space ||= ' ';
    if (core === '') return;
    this.append(core, style, link);
    if (collapsed.endsWith(' ')) this.space = ' ';
  }

  /** A line break inside a block; two of them end it. */
  breakLine(): void {
    if (this.space === '\n') this.endBlock();
    else if (this.words !== '') this.space = '\n';
  }

  /** Keeps what follows from running into what stands there. */
  blank(): void {
    this.space ||= ' ';
  }

  /** From one cell of a row to the next. */
  nextCell(): void {
    if (this.words !== '') this.space = `${this.space.replace(/[^\t]/g, '')}\t`;
  }

  /** Ends a block, if one is open. */
  endBlock(): void {
    if (this.style !== null && SEEN.test(this.words)) this.close(this.style);
    this.style = null;
    this.words = '';
    this.space = '';
    this.openLinks = [];
  }

  /** Ends the text; the style that each block was begun in comes with it, in the order of the blocks. */
  finish(): LaidOutText & { readonly styles: readonly Style[] } {
    this.endBlock();
    return { text: this.done.join(''), blocks: this.blocks, links: this.links, styles: this.styles };
  }

  private append(words: string, style: Style, link: LinkTarget | null): void {
    this.style ??= style;
    if (this.words !== '') this.words += this.space;
    this.space = '';
    const start = this.words.length;
    this.words += words;
    refuseLongText(this.length + this.words.length);
    if (link === null) return;
    const last = this.openLinks.at(-1);
    if (last?.target === link) last.end = this.words.length;
    else this.openLinks.push({ target: link, start, end: this.words.length });
  }

  private close(style: Style): void {
    const isIndented = style.kind === 'preformatted';
    const cut = this.words.length - (isIndented ? this.words.replace(/^\s*\n/, '') : this.words.trimStart()).length;
    const kept = this.words.slice(cut).replace(/[\s\u0085]+$/, '');
    const text = normaliseText(kept);
    const start = this.startOfNext(style);
    // Marks may join letters before them: lengths are counted anew where the text changed.
    const at = (place: number) => start + (text === kept ? place : normaliseText(kept.slice(0, place)).length);
    for (const link of this.openLinks) {
      const span = { start: at(Math.max(0, link.start - cut)), end: at(Math.min(kept.length, link.end - cut)) };
      if (span.start < span.end) this.links.push({ ...span, address: link.target.address });
    }
    const direction = directionOf(text) ?? style.direction ?? this.blocks.at(-1)?.direction ?? 'ltr';
    this.blocks.push({ kind: style.kind, start, end: start + text.length, level: style.level, direction });
    this.styles.push(style);
    this.done.push(text);
    this.length = start + text.length;
    refuseLongText(this.length);
  }

  /** Items and rows stand on lines of their own; an empty line parts all else. */
  private startOfNext({ kind }: BlockStyle): number {
    const before = this.blocks.at(-1);
    if (before === undefined) return 0;
    const isTight = before.kind === kind && (kind === 'list-item' || kind === 'table-row');
    const joint = isTight ? '\n' : '\n\n';
    this.done.push(joint);
    return this.length + joint.length;
  }
}
