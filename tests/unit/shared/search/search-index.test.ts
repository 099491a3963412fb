import { describe, expect, it } from 'vitest';
import { unattended } from '#shared/kernel/job-control.ts';
import { MemoryStore } from '#shared/search/model/memory-store.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import { request } from '#tests/support/search/any-index.ts';
import { sampleDocument } from '#tests/support/search/sample-document.ts';

const texts = (...all: string[]) => all.map((text, at) => sampleDocument(at, { text }));
const total = async (index: SearchIndex, typed: string) => (await index.search(request(typed))).total;

describe('SearchIndex', () => {
  it('INDEX-7 keeps what was flushed, and what it was told of the caller’s changes', async () => {
    const store = new MemoryStore();
    const index = await SearchIndex.open(store);
    await index.put(texts('shells', 'market'));
    await index.flush('after 2');
    await index.put([sampleDocument(9, { text: 'shells' })]);

    const opened = await SearchIndex.open(store);

    expect(opened.health()).toMatchObject({ documents: 2, fresh: 0, segments: 1, watermark: 'after 2' });
    expect(await total(opened, 'shells')).toBe(1);
    expect(await total(index, 'shells')).toBe(2);
  });

  it('INDEX-7 falls back to what was flushed before when a crash tears a flush', async () => {
    const store = new MemoryStore();
    const index = await SearchIndex.open(store);
    await index.put(texts('one'));
    await index.flush('first');
    await index.put([sampleDocument(5, { text: 'two' })]);
    const before = new Set(await store.list());
    await index.flush('second');
    const [torn = ''] = (await store.list()).filter((file) => file.startsWith('manifest') && !before.has(file));
    const [bytes = new Uint8Array(0)] = store.read(torn, [{ offset: 0, length: 40 }]);
    const half = bytes.slice();
    store.delete(torn);
    store.append(torn, half);

    const opened = await SearchIndex.open(store);

    expect(opened.health()).toMatchObject({ documents: 1, watermark: 'first' });
    expect([await total(opened, 'one'), await total(opened, 'two')]).toEqual([1, 0]);
    expect((await store.list()).filter((file) => file.endsWith('.terms'))).toHaveLength(1);
  });

  it('INDEX-7 leaves no files behind of what was merged', async () => {
    const store = new MemoryStore();
    const index = await SearchIndex.open(store);
    for (let at = 0; at < 8; at++) {
      await index.put([sampleDocument(at, { text: `word${at} all` })]);
      await index.flush(null);
    }
    expect(index.health()).toMatchObject({ segments: 8, isMergeDue: true });

    await index.merge(unattended);
    await index.flush(null);

    expect(index.health()).toMatchObject({ segments: 1, documents: 8, isMergeDue: false });
    expect((await store.list()).filter((file) => file.endsWith('.postings'))).toHaveLength(1);
    expect(await total(await SearchIndex.open(store), 'all')).toBe(8);
  });

  it('INDEX-7 forgets what was deleted while segments were merged', async () => {
    const index = await SearchIndex.open(new MemoryStore());
    for (let at = 0; at < 8; at++) {
      await index.put([sampleDocument(at, { text: 'all' })]);
      await index.flush(null);
    }
    let isFirst = true;
    const pause = async () => {
      if (!isFirst) return;
      isFirst = false;
      await index.remove([sampleDocument(3)]);
      await index.put([sampleDocument(4, { text: 'other' })]);
    };

    await index.merge({ ...unattended, pause });

    expect([await total(index, 'all'), await total(index, 'other'), index.health().documents]).toEqual([6, 1, 7]);
  });

  it('INDEX-7 keeps everything when a merge is stopped', async () => {
    const index = await SearchIndex.open(new MemoryStore());
    for (let at = 0; at < 8; at++) {
      await index.put([sampleDocument(at, { text: 'all' })]);
      await index.flush(null);
    }

    await expect(index.merge({ ...unattended, signal: { aborted: true } })).rejects.toMatchObject({
      code: 'cancelled',
    });

    expect(await total(index, 'all')).toBe(8);
  });

  it('INDEX-8 stops a search whose analyst typed on', async () => {
    const index = await SearchIndex.open(new MemoryStore());
    await index.put(texts('shells'));
    const job = { ...unattended, signal: { aborted: true } };

    await expect(index.search(request('shells', { job }))).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('INDEX-8 answers queries that mean harm in bounded time', async () => {
    const index = await SearchIndex.open(new MemoryStore());
    await index.put(
      Array.from({ length: 300 }, (_, at) => sampleDocument(at, { text: `the word${at} of the `.repeat(40) })),
    );
    const before = performance.now();
    for (const typed of [
      'the '.repeat(10_000),
      'a'.repeat(1 << 20),
      `${'('.repeat(10_000)}the`,
      '"the of the of the"',
      'the near/1000 the near/1000 the',
      '*o* *e* ?*?',
      'the~2 of~2',
      'OR AND NOT',
      '\ud800 \udfff* \ud800~',
      `"${'the '.repeat(900)}"`,
    ]) {
      await index.search(request(typed));
    }
    expect(performance.now() - before).toBeLessThan(60_000);
  });

  it('INDEX-8 finds a case by its name', async () => {
    const index = await SearchIndex.open(new MemoryStore());
    await index.put(texts('shells'));
    const cases = [{ caseId: sampleDocument(0).caseId, name: 'Night raids' }];

    expect((await index.search(request('case:raids', { cases }))).total).toBe(1);
    expect((await index.search(request('case:other', { cases }))).total).toBe(0);
  });

  it('INDEX-3 names a value by its label and counts each document once', async () => {
    const index = await SearchIndex.open(new MemoryStore());
    const tag = (key: string, label: string) => ({
      filters: {
        tag: [
          { key, label },
          { key, label },
        ],
      },
    });
    await index.put([sampleDocument(1, tag('t1', 'Air strike')), sampleDocument(2, tag('t2', 'Strike'))]);

    const { total: found, facets } = await index.search(request('tag:strike', { facets: ['tag'] }));

    expect(found).toBe(2);
    expect(facets.tag).toEqual([
      { key: 't1', label: 'Air strike', count: 1 },
      { key: 't2', label: 'Strike', count: 1 },
    ]);
  });

  it('INDEX-2 ranks a word in the title and a rarer word higher', async () => {
    const index = await SearchIndex.open(new MemoryStore());
    await index.put([
      sampleDocument(1, { text: 'market here' }),
      sampleDocument(2, { title: 'market', text: 'here' }),
      sampleDocument(3, { text: 'market here shells' }),
    ]);
    const order = async (typed: string) =>
      (await index.search(request(typed))).hits.map(({ articleId }) => Number(articleId.slice(-1)));

    expect((await order('market'))[0]).toBe(2);
    expect((await order('market OR shells'))[0]).toBe(3);
  });
});
