import fc from 'fast-check';
import { type DefaultTreeAdapterMap, Parser, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { parsePage } from '#shared/ingest/html/parse-page.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { awkwardText } from '../text/awkward-text.ts';

/** Whatever moves the tokenizer from one state to another, and what it must not take for it. */
const piece = fc.constantFrom(
  ...['<script>', '</script>', '</scr', '<!--', '-->', '--!>', '<style>', '</style>', '<textarea>', '</textarea>'],
  ...['<title>', '</title>', '<p title="', '">', "<a href='", "'>", '<b x=y>', '&amp;', '&#x41', '&notit;', '<svg>'],
  ...['<![CDATA[', ']]>', '</svg>', '<table>', '<tr>', '<td>', '</table>', '<select>', '<pre>', '\n', '\r\n', '\r'],
  ...['\t ', '<', '</', '&', '-', '"', "'", '>', '\0', 'words and more', '<noscript>', '</noscript>', '🚚'],
);
const markup = fc
  .array(fc.oneof({ arbitrary: piece, weight: 4 }, { arbitrary: awkwardText, weight: 1 }), { maxLength: 40 })
  .map((pieces) => `<!doctype html>${pieces.join('')}`.toWellFormed());

/** The tree as the package builds it, character by character. */
function plainTree(page: string): string {
  const parser = new Parser<DefaultTreeAdapterMap>({ scriptingEnabled: true });
  parser.tokenizer.write(page, true);
  return serialize(parser.document);
}

/** Comments are the one thing that is not kept. */
function withoutComments(tree: string): string {
  return tree.replace(/<!--[\s\S]*?-->/g, '<!---->');
}

describe('parsing by runs', () => {
  it('INGEST-17 builds the tree that parsing by characters builds', async () => {
    await fc.assert(
      fc.asyncProperty(markup, async (page) => {
        const tree = serialize(await parsePage(page, unattended));
        expect(withoutComments(tree)).toBe(withoutComments(plainTree(page)));
      }),
      { numRuns: 3000 },
    );
  });
});
