import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Found, foundDocs } from '#shared/search/evaluate/found.ts';
import {
  docsOfAnyTerm,
  docsOfTerm,
  docsWithAnyTerm,
  docsWithTerm,
  type ReadTerm,
} from '#shared/search/evaluate/term-docs.ts';
import { TopList } from '#shared/search/evaluate/top-list.ts';
import { addTopOfTerm } from '#shared/search/evaluate/top-of-term.ts';
import { ByteWriter } from '#shared/search/segment/byte-writer.ts';
import { impact } from '#shared/search/segment/impact.ts';
import { newPostingList, writePostings } from '#shared/search/segment/postings.ts';

/** Documents of a segment: several blocks of a term that most of them hold. */
const DOCUMENTS = 700;
const lengths = Uint8Array.from({ length: DOCUMENTS }, (_, doc) => (doc * 37) % 110);

type Term = { readonly uses: ReadonlyMap<number, number>; readonly weight: number };

/** A term that holds every so many documents from one on, in varying fields. */
const anyTerm: fc.Arbitrary<Term> = fc
  .record({
    step: fc.oneof(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 60 })),
    from: fc.nat(50),
    until: fc.integer({ min: 100, max: DOCUMENTS }),
    times: fc.integer({ min: 1, max: 30 }),
    weight: fc.constantFrom(1, 0.5),
  })
  .map(({ step, from, until, times, weight }) => {
    const uses = new Map<number, number>();
    for (let doc = from; doc < until; doc += step) {
      uses.set(doc, ((1 + ((doc * times) % 9)) << 8) | (1 + (doc % 3)));
    }
    return { uses, weight };
  });

function read({ uses, weight }: Term): ReadTerm {
  const list = newPostingList(uses.size);
  for (const [doc, use] of uses) {
    list.docs[list.count] = doc;
    list.uses[list.count] = use;
    list.sizes[list.count++] = 5;
  }
  const into = new ByteWriter();
  writePostings(into, list, lengths);
  const bytes = into.written().slice();
  const entry = { documents: uses.size, postings: 0, postingsLength: bytes.length, positions: 0, positionsLength: 0 };
  return { entry, bytes, weight };
}

const RARITY = 2;
const worthOf = ({ uses, weight }: Term, doc: number, mask: number) => {
  const use = uses.get(doc) ?? 0;
  return (use & mask) === 0 ? null : RARITY * weight * impact(use >>> 8, use & 0xff, lengths[doc] ?? 0);
};

/** What reading every document would find: each worth what its best term is. */
function plain(terms: readonly Term[], docs: readonly number[], mask: number): [number, number][] {
  return docs.flatMap((doc): [number, number][] => {
    const worths = terms.map((term) => worthOf(term, doc, mask)).filter((worth) => worth !== null);
    return worths.length === 0 ? [] : [[doc, Math.max(...worths)]];
  });
}

const rowsOf = ({ count, docs, scores }: Found) =>
  Array.from({ length: count }, (_, at): [number, number] => [docs[at] ?? -1, scores[at] ?? -1]);
const all = Array.from({ length: DOCUMENTS }, (_, doc) => doc);
const anyMask = fc.constantFrom(0xff, 1, 2);
const anyWithin = fc
  .oneof(fc.uniqueArray(fc.nat(DOCUMENTS - 1), { maxLength: 12 }), fc.constant(all))
  .map((docs) => [...docs].sort((a, b) => a - b));

describe('documents of terms', () => {
  it('INDEX-1 are those that hold one, in the fields that are asked for', () => {
    fc.assert(
      fc.property(anyTerm, anyMask, (term, mask) => {
        expect(rowsOf(docsOfTerm(read(term), { lengths, mask, rarity: RARITY }))).toEqual(plain([term], all, mask));
      }),
      { numRuns: 200 },
    );
  });

  it('INDEX-1 are those that hold any of few or of many', () => {
    fc.assert(
      fc.property(fc.array(anyTerm, { minLength: 1, maxLength: 6 }), anyMask, (terms, mask) => {
        const found = docsOfAnyTerm(terms.map(read), { lengths, mask, rarity: RARITY });
        expect(rowsOf(found)).toEqual(plain(terms, all, mask));
      }),
      { numRuns: 200 },
    );
  });

  it('INDEX-1 are those of some documents that hold any, looked up or read', () => {
    fc.assert(
      fc.property(fc.array(anyTerm, { minLength: 1, maxLength: 4 }), anyWithin, anyMask, (terms, docs, mask) => {
        const worth = { lengths, mask, rarity: RARITY };
        const within = foundDocs(Int32Array.from(docs));
        expect(rowsOf(docsWithAnyTerm(within, terms.map(read), worth))).toEqual(plain(terms, docs, mask));
        const [first] = terms;
        if (first === undefined) return;
        expect(rowsOf(docsWithTerm(within, read(first), worth))).toEqual(plain([first], docs, mask));
      }),
      { numRuns: 200 },
    );
  });

  it('INDEX-2 are the best of one term, without those that were deleted, and all are counted', () => {
    fc.assert(
      fc.property(
        anyTerm,
        fc.uniqueArray(fc.nat(DOCUMENTS - 1), { maxLength: 20 }),
        fc.integer({ min: 1, max: 30 }),
        (term, gone, size) => {
          const top = new TopList(size, DOCUMENTS * 20);
          const deleted = Int32Array.from(gone).sort();
          const count = addTopOfTerm(top, read(term), { lengths, mask: 0xff, rarity: RARITY }, deleted, 0);
          const wanted = plain([term], all, 0xff).filter(([doc]) => !gone.includes(doc));
          expect(count).toBe(wanted.length);
          const best = top.best().map((at) => [top.orderOf(at), top.valueOf(at)]);
          expect(best).toEqual(wanted.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, size));
        },
      ),
      { numRuns: 200 },
    );
  });
});
