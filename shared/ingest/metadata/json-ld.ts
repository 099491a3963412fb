import { attributeOf, isElement, walkPage } from '../html/page-nodes.ts';
import type { PageDocument, PageElement } from '../html/parse-page.ts';

/** One object of a page's linked data. */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** Objects looked at: a page describes itself in some dozen. */
const MOST_NODES = 2000;
/** Code units of one script: beyond it stand catalogues. */
const LONGEST = 4 * 1024 * 1024;
/** Objects in objects. */
const DEEPEST = 12;
const ARTICLE = /(?:Article|Posting|Report|ClaimReview|Analysis|Opinion|WebPage|LiveBlog|Recipe|VideoObject)/i;
const TRUE_ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Analysis|Opinion)/i;

/** Every object in the JSON-LD scripts of a page, in order; what is broken is mended where that is plain, else left out. */
export function linkedNodes(page: PageDocument): readonly LinkedNode[] {
  const nodes: LinkedNode[] = [];
  walkPage(page, {
    enter: (node) => {
      if (!isElement(node)) return false;
      if (node.tagName === 'script') gather(parseScript(node), nodes, 0);
      return node.tagName !== 'script';
    },
  });
  return nodes;
}

/** The objects that describe the article itself, the surest first: a page also lists others that it links to. */
export function articleNodes(nodes: readonly LinkedNode[]): readonly LinkedNode[] {
  const surely = nodes.filter((node) => TRUE_ARTICLE.test(typeOf(node)) && isDescribed(node));
  const perhaps = nodes.filter((node) => ARTICLE.test(typeOf(node)) && !surely.includes(node));
  return [...surely, ...perhaps];
}

/** The longest text that a page gives as its article's; null if it gives none. */
export function statedBody(nodes: readonly LinkedNode[]): string | null {
  let longest = '';
  for (const { articleBody } of nodes) {
    if (typeof articleBody === 'string' && articleBody.length > longest.length) longest = articleBody;
  }
  return longest === '' ? null : longest;
}

/** The types of an object, in one string. */
export function typeOf(node: LinkedNode): string {
  const type = node['@type'];
  return Array.isArray(type) ? type.join(' ') : typeof type === 'string' ? type : '';
}

/** Whether an object tells something of itself: those in lists of links hold an address alone. */
function isDescribed(node: LinkedNode): boolean {
  return 'headline' in node || 'datePublished' in node || 'author' in node || 'articleBody' in node;
}

function parseScript(script: PageElement): unknown {
  if (!/ld\+json/i.test(attributeOf(script, 'type') ?? '')) return null;
  const written = script.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  if (written.length > LONGEST) return null;
  const plain = written
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '')
    .replace(/;\s*$/, '');
  return tryParse(plain) ?? tryParse(mended(plain));
}

function tryParse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Written by hand, or not JSON at all: the page has other places for what it says.
    return null;
  }
}

/** Line breaks inside strings and commas before a closing bracket are what templates leave behind. */
function mended(json: string): string {
  return json.replace(/"(?:[^"\\]|\\[\s\S])*"/g, (text) => text.replace(/\p{Cc}/gu, ' ')).replace(/,\s*(?=[}\]])/g, '');
}

function gather(value: unknown, nodes: LinkedNode[], depth: number): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST || nodes.length >= MOST_NODES) return;
  if (Array.isArray(value)) {
    for (const part of value) gather(part, nodes, depth + 1);
    return;
  }
  const node = value as LinkedNode;
  if ('@type' in node) nodes.push(node);
  for (const part of Object.values(node)) gather(part, nodes, depth + 1);
}
