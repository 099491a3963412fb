import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DatabaseStore } from '#renderer/workers/search/database-store.ts';
import { MemoryStore } from '#shared/search/model/memory-store.ts';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

const FILES = ['a', 'ab', 'b'] as const;
const file = fc.constantFrom(...FILES);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      file,
      length: fc.constantFrom(1, 100, 32_767, 32_768, 32_769, 70_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), file }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      file,
      ranges: fc.array(fc.record({ offset: fc.nat(150_000), length: fc.nat(80_000) }), { maxLength: 4 }),
    }),
  },
);

describe('DatabaseStore', () => {
  it('holds what memory holds, whatever is appended, deleted and opened again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const factory = new IDBFactory();
        const model = new MemoryStore();
        let store = await DatabaseStore.open('index', factory);
        let seed = 1;
        for (const one of steps) {
          if (one.kind === 'append') {
            const bytes = Uint8Array.from({ length: one.length }, () => {
              seed = (seed * 75 + 74) % 65_537;
              return seed & 255;
            });
            await store.append(one.file, bytes);
            model.append(one.file, bytes);
          } else if (one.kind === 'delete') {
            await store.delete(one.file);
            model.delete(one.file);
          } else if (one.kind === 'reopen') {
            for (const name of await store.list()) await store.sync(name);
            store.close();
            store = await DatabaseStore.open('index', factory);
          } else {
            expect(await store.read(one.file, one.ranges)).toEqual(
              model.read(one.file, one.ranges).map((bytes) => Uint8Array.from(bytes)),
            );
          }
          expect([...(await store.list())].sort()).toEqual([...(await model.list())].sort());
        }
        store.close();
      }),
      { numRuns: 40 },
    );
  });

  it('gives what was read before at once', async () => {
    const store = await DatabaseStore.open('index', new IDBFactory());
    await store.append('a', new Uint8Array([1, 2, 3]));
    expect(await store.read('a', [{ offset: 0, length: 3 }])).toEqual([new Uint8Array([1, 2, 3])]);
    expect(store.read('a', [{ offset: 1, length: 9 }])).toEqual([new Uint8Array([2, 3])]);
  });

  it('says in words that the disk is full', async () => {
    const store = await DatabaseStore.open('index', new IDBFactory());
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no', 'QuotaExceededError');
    });
    await expect(store.append('a', new Uint8Array(3))).rejects.toMatchObject({ code: 'disk-full' });
    full.mockRestore();
  });
});
