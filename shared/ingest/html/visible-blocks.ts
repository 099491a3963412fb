import { type BlockStyle, BlockWriter, type LaidOutText, type LinkTarget } from '../block-writer.ts';
import { type Place, placeIn, rootPlace } from '../extract/place.ts';
import { linkAddress } from './link-address.ts';
import { attributeOf, isElement, walkPage } from './page-nodes.ts';
import type { PageDocument, PageElement, PageNode } from './parse-page.ts';
import { isDataRow } from './table-rows.ts';
import { isSeen } from './visibility.ts';

const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'caption',
    'center',
    'dd',
    'details',
    'dialog',
    'dir',
    'div',
  ],
  ...['dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header'],
  ...['hgroup', 'hr', 'html', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol', 'optgroup', 'option', 'p'],
  ...['plaintext', 'pre', 'search', 'section', 'summary', 'table', 'tbody', 'td', 'textarea', 'tfoot', 'th', 'thead'],
  ...['tr', 'ul', 'xmp', 'text', 'foreignObject'],
]);
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'menu', 'dir']);
const PREFORMATTED: ReadonlySet<string> = new Set(['pre', 'listing', 'plaintext', 'xmp', 'textarea']);

/** How words are laid out, and the element that they stand in. */
type PlacedStyle = BlockStyle & { readonly place: Place };

/** A text with the element that each block begins in. */
export type PlacedText = LaidOutText & { readonly styles: readonly PlacedStyle[] };

/** What the words at a place of the page are. */
type Context = {
  readonly style: PlacedStyle;
  readonly link: LinkTarget | null;
  /** In a row of a table of figures: blocks inside do not end it. */
  readonly isRow: boolean;
  readonly lists: number;
  readonly quotes: number;
};

const START: Context = {
  style: { kind: 'paragraph', level: 0, direction: null, place: rootPlace },
  link: null,
  isRow: false,
  lists: 0,
  quotes: 0,
};

/** Everything a page shows, block by block, in its order. */
export function visibleBlocks(page: PageDocument, base: string | null): PlacedText {
  const walk = new BlockWalk(base);
  walkPage(page, { enter: (node) => walk.enter(node), leave: (element) => walk.leave(element) });
  return walk.writer.finish();
}

class BlockWalk {
  readonly writer = new BlockWriter<PlacedStyle>();
  private readonly base: string | null;
  private readonly contexts: Context[] = [START];

  constructor(base: string | null) {
    this.base = base;
  }

  enter(node: PageNode): boolean {
    const context = this.contexts.at(-1) ?? START;
    if (node.nodeName === '#text' && 'value' in node) {
      this.writer.write(node.value, context.style, context.link);
      return false;
    }
    if (!isElement(node) || !isSeen(node)) return false;
    if (node.tagName === 'br') this.writer.breakLine();
    else this.open(node, context);
    return true;
  }

  leave(element: PageElement): void {
    if (element.tagName === 'br') return;
    this.contexts.pop();
    const outer = this.contexts.at(-1) ?? START;
    if (!outer.isRow) this.part(element);
    else if (BLOCKS.has(element.tagName)) this.writer.blank();
  }

  private open(element: PageElement, outer: Context): void {
    if (outer.isRow) this.partInRow(element);
    else this.part(element);
    this.contexts.push(this.contextIn(element, outer));
  }

  private part({ tagName }: PageElement): void {
    if (BLOCKS.has(tagName)) this.writer.endBlock();
  }

  private partInRow({ tagName }: PageElement): void {
    if (tagName === 'td' || tagName === 'th') this.writer.nextCell();
    else if (BLOCKS.has(tagName)) this.writer.blank();
  }

  private contextIn(element: PageElement, outer: Context): Context {
    const { tagName } = element;
    const direction = statedDirection(element) ?? outer.style.direction;
    const place = placeIn(outer.style.place, element);
    const context = { ...outer, style: { ...outer.style, direction, place } };
    const styled = (kind: BlockStyle['kind'], level = 0): Context => ({
      ...context,
      style: { kind, level, direction, place },
    });
    if (outer.isRow) return tagName === 'a' ? { ...context, link: this.linkOf(element) } : context;
    if (/^h[1-6]$/.test(tagName)) return styled('heading', Number(tagName[1]));
    if (LISTS.has(tagName)) return { ...context, lists: outer.lists + 1 };
    if (tagName === 'li' || tagName === 'dt' || tagName === 'dd') return styled('list-item', Math.max(1, outer.lists));
    if (tagName === 'blockquote') return { ...styled('quote', outer.quotes + 1), quotes: outer.quotes + 1 };
    if (PREFORMATTED.has(tagName)) return styled('preformatted');
    if (tagName === 'figcaption' || tagName === 'caption') return styled('caption');
    if (tagName === 'tr' && isDataRow(element)) return { ...styled('table-row'), isRow: true };
    if (tagName === 'a') return { ...context, link: this.linkOf(element) };
    return context;
  }

  private linkOf(element: PageElement): LinkTarget | null {
    const address = linkAddress(attributeOf(element, 'href'), this.base);
    return address === null ? null : { address };
  }
}

function statedDirection(element: PageElement): 'ltr' | 'rtl' | null {
  const stated = attributeOf(element, 'dir')?.toLowerCase();
  return stated === 'ltr' || stated === 'rtl' ? stated : null;
}
