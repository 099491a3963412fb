import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxOf, paragraph, zipOf } from '#tests/support/ingest/office-file.ts';
import { articlesIn, outcomesOf } from '#tests/support/ingest/outcomes.ts';
import { pdfOf } from '#tests/support/ingest/pdf-file.ts';
import { faultsOf } from '#tests/support/ingest/read.ts';

/** Documents that are read; each is damaged in the same ways. */
const documents = {
  PDF: pdfOf([[{ x: 50, y: 700, text: 'The lorry left at dawn.' }], [{ x: 50, y: 700, text: 'Page two.' }]], {
    info: { Title: 'A title' },
    links: [{ rect: [50, 690, 90, 710], address: 'https://example.org' }],
  }),
  'locked PDF': pdfOf([[{ x: 50, y: 700, text: 'The lorry left at dawn.' }]], { password: 'a' }),
  DOCX: await docxOf(`${paragraph('The lorry')}<w:tbl><w:tr><w:tc>${paragraph('left')}</w:tc></w:tr></w:tbl>`),
  ZIP: await zipOf({ 'a.txt': 'The lorry left.', 'b/c.eml': 'From: a@x.org\nTo: b@x.org\nSubject: c\n\nAt dawn.' }),
};

/** Bytes put elsewhere, turned, doubled, cut off. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  drop: fc.oneof(fc.nat(4), fc.nat(400)),
  put: fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constant('copy' as const)),
});

function damaged(
  bytes: Uint8Array,
  changes: readonly { at: number; drop: number; put: Uint8Array | 'copy' }[],
): Uint8Array {
  return changes.reduce((all, { at, drop, put }) => {
    const start = Math.floor(at * all.length);
    const piece = put === 'copy' ? all.slice(start, start + 200) : put;
    return new Uint8Array([...all.subarray(0, start), ...piece, ...all.subarray(start + drop)]);
  }, bytes);
}

describe('documents that were damaged anywhere', () => {
  it.each(Object.entries(documents))(
    'READ-1 PDF-10 DOCX-7 ZIP-3 a %s ends in outcomes and never in an exception, and its texts keep the laws',
    { timeout: 300_000 },
    async (_, bytes) => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
          const outcomes = await outcomesOf(damaged(bytes, changes));

          expect(outcomes.length).toBeGreaterThan(0);
          expect(articlesIn(outcomes).flatMap(({ article }) => faultsOf(article))).toEqual([]);
        }),
        { numRuns: 80 },
      );
    },
  );

  it('READ-2 are, undamaged, read again the same from their captures alone', async () => {
    for (const bytes of [documents.PDF, documents.DOCX, documents.ZIP]) {
      const articles = articlesIn(await outcomesOf(bytes));

      expect(articles.length).toBeGreaterThan(0);
      for (const { capture, article, hints } of articles)
        expect(articlesIn(await outcomesOf(capture.bytes, hints))[0]?.article).toEqual(article);
    }
  });
});
