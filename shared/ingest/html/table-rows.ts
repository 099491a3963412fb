import { isElement, walkPage } from './page-nodes.ts';
import type { PageElement } from './parse-page.ts';

/** What no cell of figures holds: whoever puts these into a table lays out a page with it. */
const LAYOUT: ReadonlySet<string> = new Set(
  'table ul ol dl h1 h2 h3 h4 h5 h6 blockquote pre article section main aside header footer nav form figure'.split(' '),
);

/** Whether a row is one of a table of figures or words, to be read cell by cell; a page laid out in cells is not. */
export function isDataRow(row: PageElement): boolean {
  let isData = true;
  let paragraphs = 0;
  walkPage(row, {
    enter: (node) => {
      if (!isElement(node)) return false;
      if (node.tagName === 'td' || node.tagName === 'th') paragraphs = 0;
      if (node.tagName === 'p') paragraphs++;
      if (LAYOUT.has(node.tagName) || paragraphs > 1) isData = false;
      return isData;
    },
  });
  return isData;
}
