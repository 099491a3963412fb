import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '#shared/search/segment/byte-writer.ts';
import { impact } from '#shared/search/segment/impact.ts';
import {
  BLOCK,
  newPostingList,
  type PostingList,
  readBlockTable,
  writePostings,
} from '#shared/search/segment/postings.ts';
import { readList } from '#shared/search/segment/read-list.ts';

type Posting = { readonly gap: number; readonly times: number; readonly mask: number; readonly size: number };

const anyPosting: fc.Arbitrary<Posting> = fc.record({
  gap: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5000 })),
  times: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 200 })),
  mask: fc.constantFrom(1, 1, 1, 2, 3, 0x41, 0x81, 0x83),
  size: fc.integer({ min: 1, max: 400 }),
});
const anyPostings = fc.oneof(
  fc.array(anyPosting, { minLength: 1, maxLength: 20 }),
  fc.array(anyPosting, { minLength: BLOCK - 1, maxLength: BLOCK * 3 + 2, size: 'max' }),
);

function listOf(postings: readonly Posting[]): PostingList {
  const list = newPostingList(postings.length);
  let doc = -1;
  for (const { gap, times, mask, size } of postings) {
    doc += gap;
    list.docs[list.count] = doc;
    list.uses[list.count] = (times << 8) | mask;
    list.sizes[list.count++] = size;
  }
  return list;
}

function written(list: PostingList, lengths: Uint8Array): Uint8Array {
  const into = new ByteWriter();
  writePostings(into, list, lengths);
  return into.written();
}

const lengthsFor = (list: PostingList) =>
  Uint8Array.from({ length: (list.docs[list.count - 1] ?? 0) + 1 }, (_, doc) => doc % 120);

describe('postings', () => {
  it('are read as they were written; sizes where there are many positions', () => {
    fc.assert(
      fc.property(anyPostings, (postings) => {
        const list = listOf(postings);
        const into = newPostingList(1);
        readList(written(list, lengthsFor(list)), list.count, into);
        expect(into.count).toBe(list.count);
        expect([...into.docs.subarray(0, list.count)]).toEqual([...list.docs.subarray(0, list.count)]);
        expect([...into.uses.subarray(0, list.count)]).toEqual([...list.uses.subarray(0, list.count)]);
        for (let at = 0; at < list.count; at++) {
          if ((list.uses[at] ?? 0) >>> 8 > 7) expect(into.sizes[at]).toBe(list.sizes[at]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('say of each block where it ends, and of no posting that it is worth more than its block', () => {
    fc.assert(
      fc.property(anyPostings, (postings) => {
        const list = listOf(postings);
        const lengths = lengthsFor(list);
        const table = readBlockTable(written(list, lengths), list.count);
        expect(table.count).toBe(Math.ceil(list.count / BLOCK));
        let bytes = 0;
        for (let at = 0; at < list.count; at++) {
          const block = Math.floor(at / BLOCK);
          const [doc, use] = [list.docs[at] ?? 0, list.uses[at] ?? 0];
          const worth = impact(use >>> 8, use & 0xff, lengths[doc] ?? 0);
          expect((table.impacts[block] ?? 0) / 255).toBeGreaterThanOrEqual(worth);
          expect(table.lasts[block]).toBeGreaterThanOrEqual(doc);
          if (at > 0 && at % BLOCK === 0) {
            expect(table.lasts[block - 1]).toBe(list.docs[at - 1]);
            expect(table.positions[block]).toBe(bytes);
          }
          bytes += list.sizes[at] ?? 0;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('take a byte for a word that stands once in the text of an article not far behind the last', () => {
    const list = listOf(Array.from({ length: 10 }, () => ({ gap: 3, times: 1, mask: 1, size: 1 })));

    expect(written(list, lengthsFor(list))).toHaveLength(10);
  });
});
