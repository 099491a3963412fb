import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unattended } from '#shared/kernel/job-control.ts';
import type { IndexDocument } from '#shared/search/model/index-document.ts';
import { MemoryStore } from '#shared/search/model/memory-store.ts';
import { mergeSegments } from '#shared/search/segment/merge-segments.ts';
import { Segment } from '#shared/search/segment/segment.ts';
import { SegmentBuilder } from '#shared/search/segment/segment-builder.ts';
import { segmentFiles } from '#shared/search/segment/segment-writer.ts';
import { anyDocument } from '#tests/support/search/any-index.ts';
import { sampleDocument, sampleId } from '#tests/support/search/sample-document.ts';

async function built(store: MemoryStore, name: string, documents: readonly IndexDocument[]): Promise<Segment> {
  const builder = new SegmentBuilder();
  for (const document of documents) builder.add(document);
  return Segment.open(store, await builder.write(store, name));
}

function filesOf(store: MemoryStore, name: string): Record<string, number[]> {
  return Object.fromEntries(
    segmentFiles.map((file) => [file, [...(store.read(`${name}.${file}`, [{ offset: 0, length: 1 << 24 }])[0] ?? [])]]),
  );
}

/** Documents with ids of their own. */
const anyDocuments = fc
  .array(anyDocument, { minLength: 1, maxLength: 12 })
  .map((documents) =>
    documents.map((one, at) => ({ ...one, articleId: sampleId('article', at) as IndexDocument['articleId'] })),
  );

describe('merging segments', () => {
  it('INDEX-9 writes, byte by byte, what building what is left at once would have written', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDocuments,
        fc.array(fc.nat(11), { maxLength: 3 }),
        fc.array(fc.nat(11), { maxLength: 4 }),
        async (documents, cuts, gone) => {
          const store = new MemoryStore();
          const edges = [
            0,
            ...new Set(cuts.map((cut) => cut % documents.length).sort((a, b) => a - b)),
            documents.length,
          ];
          const segments: Segment[] = [];
          for (let at = 0; at + 1 < edges.length; at++) {
            const part = documents.slice(edges[at], edges[at + 1]);
            if (part.length > 0) segments.push(await built(store, `part${at}`, part));
          }
          const lost = new Set(gone.map((at) => at % documents.length));
          let base = 0;
          for (const segment of segments) {
            const own = segment.seal.documents;
            segment.delete([...lost].filter((doc) => doc >= base && doc < base + own).map((doc) => doc - base));
            base += own;
          }
          const left = documents.filter((_, doc) => !lost.has(doc));
          fc.pre(left.length > 0 && segments.every(({ seal, live }) => live > 0 || seal.cases.length === 1));
          // a case of which nothing is left keeps its place in the list until all are written anew
          const cases = new Set(left.map(({ caseId }) => caseId));
          fc.pre(segments.every(({ seal }) => seal.cases.every((one) => cases.has(one as IndexDocument['caseId']))));

          await mergeSegments(store, 'merged', segments, unattended);
          const wanted = new MemoryStore();
          const order = [...new Set(segments.flatMap(({ seal }) => seal.cases))];
          fc.pre(order.join() === [...cases].join());
          await built(wanted, 'merged', left);

          expect(filesOf(store, 'merged')).toEqual(filesOf(wanted, 'merged'));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('INDEX-9 writes lists of many blocks as if at once', async () => {
    const store = new MemoryStore();
    const documents = Array.from({ length: 700 }, (_, at) =>
      sampleDocument(at, {
        title: at % 3 === 0 ? 'The Title' : '',
        text: `the word ${'The word\n'.repeat(at % 11)} w${at % 40}`,
      }),
    );
    const segments = [
      await built(store, 'one', documents.slice(0, 150)),
      await built(store, 'two', documents.slice(150, 151)),
      await built(store, 'three', documents.slice(151)),
    ];
    await mergeSegments(store, 'merged', segments, unattended);
    await built(store, 'wanted', documents);

    expect(filesOf(store, 'merged')).toEqual(filesOf(store, 'wanted'));
  });
});
