import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unattended } from '#shared/kernel/job-control.ts';
import type { IndexDocument } from '#shared/search/model/index-document.ts';
import { MemoryStore } from '#shared/search/model/memory-store.ts';
import type { IndexHit, IndexRequest } from '#shared/search/model/search-results.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import { anyDocument, anyQuery, keyOf, request } from '#tests/support/search/any-index.ts';
import { sampleDocument, sampleId } from '#tests/support/search/sample-document.ts';

async function indexOf(...puts: readonly (readonly IndexDocument[])[]): Promise<SearchIndex> {
  const index = await SearchIndex.open(new MemoryStore());
  for (const documents of puts) await index.put(documents);
  return index;
}

async function hits(index: SearchIndex, typed: string, more: Partial<IndexRequest> = {}): Promise<readonly IndexHit[]> {
  return (await index.search(request(typed, { hidden: 'leave-out', ...more }))).hits;
}

const numbers = (found: readonly IndexHit[]) => found.map(({ articleId }) => Number.parseInt(articleId.slice(-4), 16));
const filler = (length: number) => 'other '.repeat(length);

const anyDocuments = fc
  .array(anyDocument, { minLength: 2, maxLength: 10 })
  .map((documents) =>
    documents.map((one, at) => ({ ...one, articleId: sampleId('article', at) as IndexDocument['articleId'] })),
  );

describe('the rank of results', () => {
  it('RANK-1 rises with how often a word stands, ever less, and never above what its rarity allows', async () => {
    // texts of one length, so that nothing else differs
    const times = [1, 2, 4, 8, 16, 32, 64];
    const documents = times.map((count, at) =>
      sampleDocument(at, { text: `${'shell '.repeat(count)}${filler(64 - count)}` }),
    );
    const found = await hits(await indexOf([...documents, sampleDocument(99, { text: filler(64) })]), 'shell');
    const scores = new Map(found.map((hit) => [numbers([hit])[0], hit.score]));
    const rising = times.map((_, at) => scores.get(at) ?? 0);
    const limit = Math.log(1 + (8 - 7 + 0.5) / (7 + 0.5));

    for (let at = 1; at < rising.length; at++) expect(rising[at]).toBeGreaterThan(rising[at - 1] ?? 0);
    const perUse = rising.map((score, at) => score / (times[at] ?? 1));
    for (let at = 1; at < perUse.length; at++) expect(perUse[at]).toBeLessThan(perUse[at - 1] ?? 0);
    expect(rising.at(-1)).toBeLessThan(limit);
  });

  it('RANK-1 is BM25 with the weights that are written down, lengths taken by steps of six per cent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 20, max: 3000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        async (times, length, others, isTitle) => {
          const own = sampleDocument(0, {
            title: isTitle ? 'shell' : '',
            text: `${'shell '.repeat(times)}${filler(length - times - (isTitle ? 1 : 0))}`,
          });
          const rest = Array.from({ length: others }, (_, at) => sampleDocument(at + 1, { text: 'nothing' }));
          const [best] = await hits(await indexOf([own, ...rest]), 'shell');
          const rarity = Math.log(1 + (others + 0.5) / 1.5);
          const weight = times + (isTitle ? 3 : 0);
          const worth = (size: number) => (rarity * weight) / (weight + 1.2 * (0.25 + (0.75 * size) / 500));
          expect(best?.score).toBeLessThanOrEqual(worth((length + 4) / 1.04 - 5));
          expect(best?.score).toBeGreaterThanOrEqual(worth((length + 4) * 1.04 - 3));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('RANK-2 counts a word of the title as two more of the text', async () => {
    const index = await indexOf([
      sampleDocument(1, { text: `shell shell ${filler(30)}` }),
      sampleDocument(2, { title: 'shell', text: filler(31) }),
      sampleDocument(3, { text: `shell shell shell ${filler(29)}` }),
      sampleDocument(4, { text: `shell shell shell shell ${filler(28)}` }),
    ]);
    const found = await hits(index, 'shell');

    expect(numbers(found)).toEqual([4, 2, 3, 1]);
    expect(found[1]?.score).toBe(found[2]?.score);
  });

  it('RANK-3 counts a word for less in a longer text', async () => {
    const lengths = [5, 40, 200, 900, 4000];
    const index = await indexOf(lengths.map((length, at) => sampleDocument(at, { text: `shell ${filler(length)}` })));

    expect(numbers(await hits(index, 'shell'))).toEqual([0, 1, 2, 3, 4]);
  });

  it('RANK-4 counts a rare word for more than a common one', async () => {
    const index = await indexOf([
      ...Array.from({ length: 20 }, (_, at) => sampleDocument(at, { text: `market ${filler(10)}` })),
      sampleDocument(50, { text: `shell ${filler(10)}` }),
    ]);

    expect(numbers(await hits(index, 'market OR shell'))[0]).toBe(50);
  });

  it('RANK-4 is the same however the documents lie in segments', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocuments, anyQuery, fc.nat(9), async (documents, typed, cut) => {
        const at = cut % documents.length;
        const whole = await indexOf(documents);
        const parted = await indexOf(documents.slice(0, at), documents.slice(at));
        await parted.flush(null);
        await parted.merge(unattended);
        const scoresOf = async (index: SearchIndex) =>
          new Map((await hits(index, typed)).map((hit) => [keyOf(hit), Number(hit.score.toFixed(9))]));
        expect([typed, await scoresOf(parted)]).toEqual([typed, await scoresOf(whole)]);
      }),
      { numRuns: 300 },
    );
  });

  it('RANK-5 puts the newer of two equal articles first when that is wanted, and one without date last', async () => {
    const day = (first: number) => ({ published: { first, last: first } });
    const index = await indexOf([
      sampleDocument(1, { text: 'shell', ...day(1000) }),
      sampleDocument(2, { text: 'shell' }),
      sampleDocument(3, { text: 'shell', ...day(2000) }),
      sampleDocument(4, { text: 'shell', ...day(1900) }),
    ]);
    const found = await hits(index, 'shell', { freshAt: 2000 });
    const [plain] = await hits(index, 'shell');
    const worth = (at: number) => (found[at]?.score ?? 0) / (plain?.score ?? 1);

    expect(numbers(found)).toEqual([3, 4, 1, 2]);
    expect(worth(0)).toBeCloseTo(1.5, 9);
    expect(worth(3)).toBe(1);
    expect(numbers(await hits(index, 'shell'))).toEqual([1, 2, 3, 4]);
  });

  it('RANK-5 halves what being new adds every 180 days', async () => {
    const days = [2000, 1820, 1640, 1460];
    const index = await indexOf(
      days.map((first, at) => sampleDocument(at, { text: 'shell', published: { first, last: first } })),
    );
    const [plain] = await hits(index, 'shell');
    const found = await hits(index, 'shell', { freshAt: 2000 });

    expect(numbers(found)).toEqual([0, 1, 2, 3]);
    for (const [at, hit] of found.entries())
      expect(hit.score / (plain?.score ?? 1)).toBeCloseTo(1 + 0.5 ** (at + 1), 9);
  });

  it('RANK-6 leaves equals as they were taken in, page after page, in segments of any number', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        async (sizes, limit) => {
          let next = 0;
          const puts = sizes.map((size) =>
            Array.from({ length: size }, () =>
              sampleDocument(next++, { text: 'shell', published: { first: 5, last: 5 } }),
            ),
          );
          const index = await indexOf(...puts);
          for (const order of ['score', 'newest', 'oldest', 'publisher'] as const) {
            const pages: number[] = [];
            for (let skip = 0; skip < next; skip += limit) {
              pages.push(...numbers(await hits(index, 'shell', { order, limit, skip })));
            }
            expect([order, pages]).toEqual([order, Array.from({ length: next }, (_, at) => at)]);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
