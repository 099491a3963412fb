import { attributeOf } from './page-nodes.ts';
import type { PageElement } from './parse-page.ts';

/** Never shown, or shown only as something other than words. */
const UNSEEN: ReadonlySet<string> = new Set([
  ...[
    'head',
    'script',
    'style',
    'template',
    'noscript',
    'noembed',
    'noframes',
    'iframe',
    'frameset',
    'object',
    'applet',
  ],
  ...['audio', 'video', 'canvas', 'select', 'datalist', 'progress', 'meter', 'map', 'title', 'param'],
  // Of drawings and formulas: descriptions, definitions, the source of what is shown.
  ...['desc', 'defs', 'metadata', 'symbol', 'annotation', 'annotation-xml'],
]);
const UNSEEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\s*(?:!\s*important\s*)?(?:;|$)/i;

/** Whether a browser without scripts and style sheets shows the words in an element. */
export function isSeen(element: PageElement): boolean {
  if (UNSEEN.has(element.tagName)) return false;
  if (attributeOf(element, 'hidden') !== null && !isStreamed(element)) return false;
  if (element.tagName === 'dialog' && attributeOf(element, 'open') === null) return false;
  return !UNSEEN_STYLE.test(attributeOf(element, 'style') ?? '');
}

/** React sends the parts of a page hidden, under these names, and shows them as soon as its script runs. */
function isStreamed(element: PageElement): boolean {
  return /^S:[0-9a-z]+$/i.test(attributeOf(element, 'id') ?? '');
}
