import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLibraryOrder } from '#renderer/services/reader/reading-queue.ts';
import { LibraryColumns } from '#renderer/workers/columns/library-columns.ts';
import { libraryRow } from '#tests/support/library-rows.ts';

/** Few values, so that ties are common. */
const row = fc.record({
  title: fc.constantFrom('B', 'a', 'Article 10', 'Article 9', ''),
  earliest: fc.option(fc.constantFrom(-60, 0, 60, 28_000_000)),
  added: fc.nat(2),
});

describe('the order in which articles are read', () => {
  it('is the one in which the library shows them at first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (fields) => {
        const rows = fields.map((each, number) =>
          libraryRow(number, { ...each, published: each.earliest === null ? '' : `minute ${each.earliest}` }),
        );
        const library = new LibraryColumns(() => Promise.resolve());
        library.change(rows, []);
        library.ask({ words: '', filters: [], sort: [{ column: 'published', direction: 'descending' }] });

        const read = [...rows].reverse().sort(inLibraryOrder);
        expect(read.map(({ articleId }) => articleId)).toEqual(await library.ids(0, rows.length));
      }),
      { numRuns: 200 },
    );
  });
});
