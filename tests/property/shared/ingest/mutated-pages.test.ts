import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { untar } from '#tests/support/casefile/untar.ts';
import { faultsOf, readPage } from '#tests/support/ingest/read.ts';

const pages = join(process.env['CASEWRIGHT_CORPUS'] ?? join(process.cwd(), '..', 'shared', 'corpus'), 'pages');
const isThere = existsSync(pages);
if (!isThere) console.log('skipped: no corpus');

/** Small pages: what breaks does not need half a megabyte. */
const MOST = 60_000;
const sources = isThere
  ? [...untar(new Uint8Array(readFileSync(join(pages, 'readability.tar.gz'))))]
      .filter(([name, bytes]) => name.endsWith('source.html') && bytes.length < MOST)
      .map(([, bytes]) => new TextDecoder().decode(bytes))
  : [''];

/** What damage a page meets: pieces lost, doubled, moved, foreign words and tags put in. */
const cut = fc.record({ kind: fc.constantFrom('drop', 'double', 'swap'), at: fc.nat(), length: fc.nat(2000) });
const put = fc.record({
  at: fc.nat(),
  words: fc.constantFrom(
    '</div>',
    '<table>',
    '<aside>',
    '\u202e',
    '\u200b',
    '<!--',
    '<script>',
    '</p></p>',
    '\ud83d',
    '<h1>',
  ),
});

describe('pages that were damaged', () => {
  it.skipIf(!isThere)('EXTRACT-3 EXTRACT-6 give text, blocks and folds that keep their laws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sources.length - 1),
        fc.array(cut, { maxLength: 4 }),
        fc.array(put, { maxLength: 8 }),
        async (page, cuts, puts) => {
          let markup = sources[page] ?? '';
          for (const { kind, at, length } of cuts) markup = damage(markup, kind, at % (markup.length + 1), length);
          for (const { at, words } of puts) markup = splice(markup, at % (markup.length + 1), 0, words);
          expect(faultsOf(await readPage(markup.toWellFormed()))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function damage(markup: string, kind: string, at: number, length: number): string {
  const piece = markup.slice(at, at + length);
  if (kind === 'drop') return splice(markup, at, length, '');
  return kind === 'double' ? splice(markup, at, 0, piece) : splice(markup, at, length, '') + piece;
}

function splice(markup: string, at: number, length: number, words: string): string {
  return markup.slice(0, at) + words + markup.slice(at + length);
}
