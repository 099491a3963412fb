import { describe, expect, it } from 'vitest';
import { MemoryStore } from '#shared/search/model/memory-store.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('MemoryStore', () => {
  it('gives back what was appended, piece after piece', () => {
    const store = new MemoryStore();
    store.append('1.postings', bytes(1, 2, 3));
    store.append('1.postings', bytes(4, 5));

    expect(
      store.read('1.postings', [
        { offset: 0, length: 5 },
        { offset: 2, length: 2 },
      ]),
    ).toEqual([bytes(1, 2, 3, 4, 5), bytes(3, 4)]);
  });

  it('leaves out what lies behind the end', () => {
    const store = new MemoryStore();
    store.append('a', bytes(1, 2, 3));

    expect(
      store.read('a', [
        { offset: 2, length: 9 },
        { offset: 7, length: 1 },
      ]),
    ).toEqual([bytes(3), bytes()]);
    expect(store.read('b', [{ offset: 0, length: 1 }])).toEqual([bytes()]);
  });

  it('copies what it is given', () => {
    const store = new MemoryStore();
    const given = bytes(1);
    store.append('a', given);
    given[0] = 9;

    expect(store.read('a', [{ offset: 0, length: 1 }])).toEqual([bytes(1)]);
  });

  it('lists its files and forgets those that are deleted', async () => {
    const store = new MemoryStore();
    store.append('a', bytes(1));
    store.append('b', bytes(1));
    store.delete('a');
    store.delete('c');

    expect(await store.list()).toEqual(['b']);
    expect(store.read('a', [{ offset: 0, length: 1 }])).toEqual([bytes()]);
  });
});
