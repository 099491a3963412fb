import { describe, expect, it } from 'vitest';
import { unattended } from '#shared/kernel/job-control.ts';
import type { IndexDocument } from '#shared/search/model/index-document.ts';
import { MemoryStore } from '#shared/search/model/memory-store.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import { keyOf, request } from '#tests/support/search/any-index.ts';
import { scanDocuments } from '#tests/support/search/oracle.ts';
import { sampleDocument } from '#tests/support/search/sample-document.ts';

const DOCUMENTS = 700;

/** Small fast random numbers from a seed (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below;
  };
}

/** Words of which the first are in most documents and the last in few: lists of one posting, one block and many blocks. */
function randomText(random: (below: number) => number, length: number): string {
  const words: string[] = [];
  for (let at = 0; at < length; at++) {
    const rank = Math.floor(random(1) ** 3 * 300);
    const word = rank < 4 ? ['the', 'of', 'in', 'to'][rank] : `w${(rank * 7919).toString(36)}`;
    words.push((word ?? '') + (random(1) < 0.1 ? '\n' : ' '));
  }
  return words.join('');
}

function randomQuery(random: (below: number) => number): string {
  const word = () => randomText(random, 1).trim();
  const kinds = [
    () => word(),
    () => `${word()} ${word()} ${word()}`,
    () => `"${word()} ${word()}"`,
    () => `"${word()} the ${word()}"`,
    () => `"the of in"`,
    () => `${word()} -${word()}`,
    () => `${word()} OR ${word()} OR ${word()}`,
    () => `${word()} near/${Math.floor(random(5))} ${word()}`,
    () => `${word().slice(0, 2)}*`,
    () => `${word()}~`,
    () => `title:${word()}`,
    () => `"${word()} ${word().slice(0, 2)}*"`,
    () => `${word()} words:>=50`,
    () => `tag:t${Math.floor(random(4))} ${word()}`,
  ];
  return (kinds[Math.floor(random(kinds.length))] ?? word)();
}

describe('an index of many documents', () => {
  it.each([1, 2])('INDEX-1 finds what a plain scan finds in lists of many blocks (seed %i)', async (seed) => {
    const random = seeded(seed);
    const make = (at: number): IndexDocument =>
      sampleDocument(at, {
        title: randomText(random, 4).replaceAll('\n', ' '),
        text: randomText(random, 10 + Math.floor(random(60))),
        words: Math.floor(random(100)),
        filters: { tag: [{ key: `t${at % 4}`, label: `t${at % 4}` }] },
      });
    const model = new Map<string, IndexDocument>();
    const store = new MemoryStore();
    let index = await SearchIndex.open(store);
    const put = async (documents: IndexDocument[]) => {
      await index.put(documents);
      for (const one of documents) model.set(keyOf(one), one);
    };
    const compare = async (queries: number) => {
      for (let at = 0; at < queries; at++) {
        const typed = randomQuery(random);
        const wanted = scanDocuments([...model.values()], parseQuery(typed).root).shown;
        const found = await index.search(request(typed, { limit: DOCUMENTS * 2 }));
        expect([typed, found.total]).toEqual([typed, wanted.length]);
        expect([typed, found.hits.map(keyOf).sort()]).toEqual([typed, wanted.map(keyOf).sort()]);
        const best = await index.search(request(typed, { limit: 7, hidden: 'leave-out' }));
        expect([typed, best.total, best.hits]).toEqual([typed, wanted.length, found.hits.slice(0, 7)]);
      }
    };
    await put(Array.from({ length: DOCUMENTS }, (_, at) => make(at)));
    await compare(12);
    for (let at = 0; at < 40; at++) await put([make(Math.floor(random(DOCUMENTS * 1.1)))]);
    for (let at = 0; at < 40; at++) {
      const one = sampleDocument(Math.floor(random(DOCUMENTS)));
      await index.remove([one]);
      model.delete(keyOf(one));
    }
    await compare(12);
    await index.flush('done');
    await put(Array.from({ length: 500 }, (_, at) => make(at * 2)));
    await index.merge(unattended);
    await index.flush('done');
    index = await SearchIndex.open(store);
    expect(index.health().documents).toBe(model.size);
    await compare(12);
  });
});
