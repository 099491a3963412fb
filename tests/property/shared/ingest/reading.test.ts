import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#shared/ingest/decode-text.ts';
import { readBytes } from '#shared/ingest/read-bytes.ts';
import { noHints } from '#shared/ingest/reader.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { faultsOf, readMarkdown, readPage, readText } from '#tests/support/ingest/read.ts';
import { awkwardText } from '../text/awkward-text.ts';

/** Tags that are opened and closed as anybody likes. */
const tag = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<a href="/x">',
    '</a>',
    '<ul><li>',
    '</ul>',
    '<li>',
    '<h2>',
    '</h2>',
  ],
  ...[
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<pre>',
    '</pre>',
    '<br>',
    '<blockquote>',
    '</blockquote>',
    '<svg>',
    '</svg>',
  ],
  ...[
    '<script>',
    '</script>',
    '<style>',
    '<!--',
    '-->',
    '<template>',
    '</template>',
    '<select>',
    '<',
    '&amp;',
    '&#x301;',
    '<title>',
  ],
  ...[
    '<p hidden>',
    '<textarea>',
    '</textarea>',
    '<math>',
    '<frameset>',
    '<html dir=rtl>',
    '<body>',
    '<caption>',
    '<dl><dt>',
    '\n',
    '\u00a0',
  ],
);
const soup = fc.array(fc.oneof(tag, awkwardText), { maxLength: 30 }).map(withoutNul);

const markdownPiece = fc.constantFrom(
  ...[
    '# ',
    '> ',
    '- ',
    '1. ',
    '    ',
    '```',
    '\n',
    '\n\n',
    '|',
    '*',
    '**',
    '_',
    '`',
    '[',
    '](',
    ')',
    '<',
    '>',
    '![',
    '\\',
    '---\n',
    'a',
    ' ',
    '===\n',
  ],
);
const markdownSoup = fc
  .array(fc.oneof(markdownPiece, markdownPiece, awkwardText), { maxLength: 30 })
  .map((parts) => `x ${withoutNul(parts)}`);

/** A NUL at the head of a file makes it another kind of file. */
function withoutNul(parts: readonly string[]): string {
  return parts.join('').replaceAll('\0', '');
}

/** A well-formed page of numbered words, with the words of it that a browser shows. */
type Tree = { readonly markup: string; readonly shown: readonly string[] };
const leaf = fc.nat(9999).map((number): Tree => ({ markup: ` w${number} `, shown: [`w${number}`] }));
const leaves = fc.array(leaf, { maxLength: 3 });
const { tree } = fc.letrec<{ tree: Tree }>((tie) => {
  const trees = fc.array(tie('tree'), { maxLength: 4 });
  return {
    tree: fc.oneof(
      { maxDepth: 6 },
      leaf,
      element(fc.constantFrom('div', 'section', 'article', 'blockquote', 'b', 'span', 'ul', 'details'), trees, true),
      element(fc.constantFrom('p', 'h3', 'li', 'pre', 'textarea', 'em'), leaves, true),
      element(fc.constantFrom('template', 'video', 'div hidden', 'ul style="display:none"', 'dialog'), trees, false),
      element(fc.constantFrom('script', 'style', 'noscript', 'iframe', 'title'), leaves, false),
    ),
  };
});

function element(name: fc.Arbitrary<string>, inner: fc.Arbitrary<Tree[]>, isShown: boolean): fc.Arbitrary<Tree> {
  return fc.tuple(name, inner).map(([open, children]) => ({
    markup: `<${open}>${children.map(({ markup }) => markup).join('')}</${open.split(' ')[0]}>`,
    shown: isShown ? children.flatMap(({ shown }) => shown) : [],
  }));
}

describe('reading', () => {
  it('INGEST-5 INGEST-6 keeps its laws for pages of any tags in any order', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (markup) => {
        expect(faultsOf(await readPage(markup, { address: 'https://a.example/' }))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('INGEST-5 INGEST-6 keeps its laws for Markdown of any marks in any order', async () => {
    await fc.assert(
      fc.asyncProperty(markdownSoup, async (text) => {
        expect(faultsOf(await readMarkdown(text))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('INGEST-8 gives every word that is shown, once, in order, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 5 }), async (trees) => {
        const { text } = await readPage(`<main>${trees.map(({ markup }) => markup).join('')}</main>`);
        expect(text.split(/\s+/).filter((word) => word !== '')).toEqual(trees.flatMap(({ shown }) => shown));
      }),
      { numRuns: 1000 },
    );
  });

  it('INGEST-16 keeps every word of a plain text', async () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'قتل', ' ', '\n', '\r\n', '.', '- ', '東', '\t'),
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const { mediaType, articles } = await readText(`x ${text}`);
        expect(mediaType).toBe('text/plain');
        expect(articles.flatMap(faultsOf)).toEqual([]);
        expect(articles[0]?.text.split(/\s+/)).toEqual(`x ${text}`.trim().split(/\s+/));
      }),
    );
  });

  it('INGEST-1 gives articles or a reason for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const read = await readBytes(bytes, noHints, unattended).catch((error: unknown) => error);
        if (read instanceof AppError) expect(read.code).toBe('unreadable');
        else expect(read).toHaveProperty('articles');
      }),
      { numRuns: 1000 },
    );
  });

  it('INGEST-2 reads UTF-8 as UTF-8 whatever is declared', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('windows-1251', 'shift_jis', 'klingon', 'utf-16'),
        (text, charset) => {
          const page = `<meta charset=${charset}>é${text.replace(/\p{Cs}/gu, '')}`;
          expect(decodeText(new TextEncoder().encode(page), null)).toEqual({ text: page, charset: 'utf-8' });
        },
      ),
    );
  });
});
