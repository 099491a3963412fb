import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
  type Token,
  type TreeAdapter,
} from 'parse5';
import { AppError } from '#shared/kernel/app-error.ts';
import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import { BulkTokenizer } from './bulk-tokenizer.ts';

/** A parsed page. */
export type PageDocument = DefaultTreeAdapterTypes.Document;
/** An element of a parsed page. */
export type PageElement = DefaultTreeAdapterTypes.Element;
/** Anything in a parsed page. */
export type PageNode = DefaultTreeAdapterTypes.ChildNode;

/** Code units of markup: a tree takes some twenty times as much memory. */
const MOST_MARKUP = 64 * 1024 * 1024;
/** Elements in elements, as Chromium bounds it: the parser looks through all open ones again and again. */
const MOST_DEPTH = 512;
/** Formatting elements left open (`<b>`) are opened anew in every paragraph; no real page leaves more. */
const MOST_FORMATTING = 16;
/** Attributes kept of one element: each new one is compared with all before it. */
const MOST_ATTRIBUTES = 256;
/** Code units parsed between two pauses. */
const PIECE = 1 << 16;
/** These never hold other elements, or hold plain text that must not be taken for words of the page. */
const LEAVES: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr script style title textarea xmp iframe noembed noframes noscript plaintext'.split(
    ' ',
  ),
);

/**
 * Parses a page as browsers do, in time and depth that no page can drive up: what is nested deeper than browsers go is
 * laid side by side, in its order.
 *
 * @throws {AppError} `too-large` over 64 MB of markup; `cancelled`
 */
export async function parsePage(markup: string, job: JobControl): Promise<PageDocument> {
  if (markup.length > MOST_MARKUP) {
    throw new AppError('too-large', 'The page has over 64 MB. Split it, then import the parts.');
  }
  const parser = new BoundedParser({ treeAdapter: boundedTree, scriptingEnabled: true });
  const lines = markup.replace(/\r\n?/g, '\n');
  for (let at = 0; at < lines.length || at === 0; at += PIECE) {
    throwIfCancelled(job);
    parser.tokenizer.write(lines.slice(at, at + PIECE), at + PIECE >= lines.length);
    job.onProgress(Math.min(at + PIECE, lines.length), lines.length);
    await job.pause();
  }
  return parser.document;
}

class BoundedTokenizer extends BulkTokenizer {
  protected override _leaveAttrName(): void {
    const token = this.currentToken;
    const count = token !== null && 'attrs' in token ? token.attrs.length : 0;
    if (count < MOST_ATTRIBUTES) super._leaveAttrName();
  }
}

class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  override tokenizer = new BoundedTokenizer(this.options, this);
  /** Elements laid beside instead of inside, whose end tags are still to come. */
  private flattened = 0;

  override onStartTag(token: Token.TagToken): void {
    const { entries } = this.activeFormattingElements;
    // The newest stand first.
    if (entries.length > MOST_FORMATTING) entries.length = MOST_FORMATTING;
    if (this.openElements.stackTop < MOST_DEPTH || LEAVES.has(token.tagName)) {
      super.onStartTag(token);
      return;
    }
    this._appendElement(token, this.treeAdapter.getNamespaceURI(this.openElements.current as PageElement));
    if (!token.selfClosing) this.flattened++;
  }

  override onEndTag(token: Token.TagToken): void {
    if (this.flattened > 0 && !LEAVES.has(token.tagName)) this.flattened--;
    else super.onEndTag(token);
  }
}

/** The parser's own tree, but looking for siblings from the end, where they are: tables full of stray text took minutes. */
const boundedTree: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  insertBefore(parent, node, reference) {
    const at = parent.childNodes.lastIndexOf(reference);
    parent.childNodes.splice(at < 0 ? parent.childNodes.length : at, 0, node);
    node.parentNode = parent;
  },
  insertTextBefore(parent, text, reference) {
    const before = parent.childNodes[parent.childNodes.lastIndexOf(reference) - 1];
    if (before !== undefined && defaultTreeAdapter.isTextNode(before)) before.value += text;
    else boundedTree.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference);
  },
  detachNode(node) {
    if (node.parentNode === null || node.parentNode === undefined) return;
    const at = node.parentNode.childNodes.lastIndexOf(node);
    if (at >= 0) node.parentNode.childNodes.splice(at, 1);
    node.parentNode = null;
  },
  adoptAttributes(recipient, attributes) {
    if (recipient.attrs.length < MOST_ATTRIBUTES)
      defaultTreeAdapter.adoptAttributes(recipient, attributes.slice(0, MOST_ATTRIBUTES));
  },
};
