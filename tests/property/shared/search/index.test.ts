import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHits } from '#shared/search/evaluate/find-hits.ts';
import type { FacetName } from '#shared/search/model/search-results.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import { anyDocument, anyQuery, anyStep, keyOf, live, request } from '#tests/support/search/any-index.ts';
import { scanDocuments } from '#tests/support/search/oracle.ts';
import { sampleId } from '#tests/support/search/sample-document.ts';

describe('the index', () => {
  it('INDEX-1 finds what a plain scan finds, whatever was added, changed, deleted, merged and opened again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStep, { maxLength: 12 }),
        fc.array(anyQuery, { minLength: 1, maxLength: 8 }),
        async (steps, queries) => {
          const { index, documents } = await live(steps);
          expect(index.health().documents).toBe(documents.length);
          for (const typed of queries) {
            const wanted = scanDocuments(documents, parseQuery(typed).root);
            const found = await index.search(request(typed));
            expect([typed, found.hits.map(keyOf).sort()]).toEqual([typed, wanted.shown.map(keyOf).sort()]);
            expect([typed, found.total, found.hiddenOnly]).toEqual([
              typed,
              wanted.shown.length,
              wanted.hiddenOnly.length,
            ]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('INDEX-2 hands out the best first, page after page, as if it had looked at all', async () => {
    const many = fc.array(anyDocument, { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        many,
        anyQuery,
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        async (documents, typed, limit, isFresh) => {
          const apart = documents.map((one, at) => ({
            ...one,
            articleId: sampleId('article', at) as typeof one.articleId,
          }));
          const { index } = await live([
            { kind: 'put', documents: apart.slice(0, apart.length >> 1) },
            { kind: 'put', documents: apart.slice(apart.length >> 1) },
            ...apart.slice(0, 2).map((document) => ({ kind: 'remove' as const, document })),
          ]);
          const freshAt = isFresh ? 60 : null;
          // counting facets makes it look at all
          const all = await index.search(request(typed, { freshAt, facets: ['month'] }));
          const scores = all.hits.map(({ score }) => score);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          const pages = [];
          for (let skip = 0; skip < all.total; skip += limit) {
            pages.push(...(await index.search(request(typed, { freshAt, limit, skip, hidden: 'leave-out' }))).hits);
          }
          expect(pages).toEqual(all.hits);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('INDEX-3 counts facets and scopes as a plain scan would', async () => {
    const names: readonly FacetName[] = ['tag', 'publisher', 'month'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStep, { maxLength: 6 }),
        anyQuery,
        fc.constantFrom(1, 2, null),
        async (steps, typed, number) => {
          const { index, documents } = await live(steps);
          const caseId = number === null ? null : sampleId('case', number);
          const scope = documents.filter((one) => caseId === null || one.caseId === caseId);
          const wanted = scanDocuments(scope, parseQuery(typed).root).shown;
          const found = await index.search(request(typed, { caseId, facets: names }));
          expect([found.searched, found.total]).toEqual([scope.length, wanted.length]);
          const valuesOf = (name: FacetName) => (one: (typeof wanted)[number]) => {
            if (name !== 'month') return new Set((one.filters[name] ?? []).map(({ key }) => key));
            return one.published === null ? [] : [new Date(one.published.first * 86_400_000).toISOString().slice(0, 7)];
          };
          for (const name of wanted.length === 0 ? [] : names) {
            const counts = new Map<string, number>();
            for (const key of wanted.flatMap((one) => [...valuesOf(name)(one)]))
              counts.set(key, (counts.get(key) ?? 0) + 1);
            const told = found.facets[name]?.map(({ key, count }) => [key, count] as const) ?? [];
            expect(new Map(told)).toEqual(counts);
            expect(told.map(([, count]) => count)).toEqual([...counts.values()].sort((a, b) => b - a));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('INDEX-4 puts results in order of date and publisher, those without one last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 2, maxLength: 6 }), async (steps) => {
        const { index, documents } = await live(steps);
        const byKey = new Map(documents.map((one) => [keyOf(one), one]));
        for (const order of ['newest', 'oldest'] as const) {
          const { hits } = await index.search(request('-nowhere', { order, hidden: 'leave-out' }));
          const days = hits.map((hit) => byKey.get(keyOf(hit))?.published?.first ?? null);
          const known = days.filter((day) => day !== null);
          const sorted = [...known].sort((a, b) => (order === 'newest' ? b - a : a - b));
          expect(days).toEqual([...sorted, ...days.filter((day) => day === null)]);
        }
        const { hits } = await index.search(request('-nowhere', { order: 'publisher' }));
        const has = hits.map((hit) => (byKey.get(keyOf(hit))?.filters.publisher ?? []).length > 0);
        expect(has).toEqual([...has].sort((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 100 },
    );
  });

  it('INDEX-5 finds a word where hits of it are marked, and nowhere else', async () => {
    const asked = anyQuery.filter((typed) => !/[:-]|NOT/u.test(typed));
    await fc.assert(
      fc.asyncProperty(anyDocument, asked, async (one, typed) => {
        const { index } = await live([{ kind: 'put', documents: [{ ...one, folds: [] }] }]);
        const { root } = parseQuery(typed);
        if (root?.kind !== 'text') return;
        const texts = [
          ['title', one.title],
          ['text', one.text],
          ['byline', one.byline.join('\n')],
          ['note', one.notes.join('\n')],
          ['entity', one.entities.join('\n')],
        ] as const;
        const marks = texts.flatMap(([field, text]) => findHits(root, field, text));
        expect([typed, (await index.search(request(typed))).total]).toEqual([typed, marks.length > 0 ? 1 : 0]);
      }),
      { numRuns: 1000 },
    );
  });

  it('INDEX-6 tells of every damaged byte, or answers as before', async () => {
    const steps = fc.array(anyStep, { minLength: 3, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        steps,
        anyQuery,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (given, typed, place, change, isCut) => {
          const { documents, store } = await live([...given, { kind: 'flush' }]);
          const files = await store.list();
          const wanted = scanDocuments(documents, parseQuery(typed).root).shown.length;
          for (const file of files.filter((one) => !one.startsWith('manifest'))) {
            const [whole = new Uint8Array(0)] = store.read(file, [{ offset: 0, length: 1 << 20 }]);
            if (whole.length === 0) continue;
            const kept = whole.slice();
            const spoilt = isCut ? kept.slice(0, place % kept.length) : kept.slice();
            if (!isCut) spoilt[place % kept.length] = (kept[place % kept.length] ?? 0) ^ change;
            store.delete(file);
            store.append(file, spoilt);
            const answer = await SearchIndex.open(store)
              .then((index) => index.search(request(typed)))
              .then(({ total }) => total)
              .catch((error: { code?: string }) => error.code);
            expect([file, answer === 'altered' ? wanted : answer]).toEqual([file, wanted]);
            store.delete(file);
            store.append(file, kept);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('INDEX-6 refuses a store whose manifest is damaged or gone', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, fc.nat(), fc.integer({ min: 1, max: 255 }), async (one, place, change) => {
        const { store } = await live([{ kind: 'put', documents: [one] }, { kind: 'flush' }]);
        const [name = ''] = (await store.list()).filter((file) => file.startsWith('manifest'));
        const [bytes = new Uint8Array(0)] = store.read(name, [{ offset: 0, length: 1 << 20 }]);
        const spoilt = bytes.slice();
        spoilt[place % spoilt.length] = (spoilt[place % spoilt.length] ?? 0) ^ change;
        store.delete(name);
        await expect(SearchIndex.open(store)).rejects.toMatchObject({ code: 'altered' });
        store.append(name, spoilt);
        await expect(SearchIndex.open(store)).rejects.toMatchObject({ code: 'altered' });
      }),
      { numRuns: 200 },
    );
  });
});
