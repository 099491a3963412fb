import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '#shared/search/model/memory-store.ts';
import { type FileSeal, PagedFile, PagedWriter } from '#shared/search/segment/paged-file.ts';

const PAGE = 4096;

async function sealed(bytes: Uint8Array, piece = 1000): Promise<{ store: MemoryStore; seal: FileSeal }> {
  const store = new MemoryStore();
  const writer = new PagedWriter(store, 'file');
  for (let at = 0; at < bytes.length; at += piece) {
    writer.append(bytes.subarray(at, at + piece));
    if (writer.isFull) await writer.flush();
  }
  return { store, seal: await writer.finish() };
}

const some = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) & 255);

function replace(store: MemoryStore, bytes: Uint8Array): void {
  store.delete('file');
  store.append('file', bytes);
}

function contents(store: MemoryStore): Uint8Array {
  return (store.read('file', [{ offset: 0, length: 1 << 22 }])[0] ?? new Uint8Array(0)).slice();
}

describe('a sealed file', () => {
  it('is read as it was written, whatever stretches are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 100, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE, 600_000),
        fc.array(fc.tuple(fc.nat(600_000), fc.nat(9000)), { maxLength: 6 }),
        async (length, asked) => {
          const bytes = some(length);
          const { store, seal } = await sealed(bytes);
          const ranges = asked.map(([offset, size]) => {
            const start = offset % (length + 1);
            return { offset: start, length: Math.min(size, length - start) };
          });
          const found = await new PagedFile(store, 'file', seal).read(ranges);
          expect(found.map((one) => [...one])).toEqual(
            ranges.map((range) => [...bytes.subarray(range.offset, range.offset + range.length)]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('INDEX-6 notices every byte that was changed, one after the other, of its contents and of its checks', async () => {
    const bytes = some(PAGE + 300);
    const { store, seal } = await sealed(bytes);
    const whole = contents(store);
    for (let at = 0; at < whole.length; at += at < 64 || at > PAGE - 8 ? 1 : 37) {
      const spoilt = whole.slice();
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8));
      replace(store, spoilt);
      await expect(new PagedFile(store, 'file', seal).readAll()).rejects.toMatchObject({ code: 'altered' });
    }
  });

  it('INDEX-6 notices that it was cut off, or goes on', async () => {
    const { store, seal } = await sealed(some(2 * PAGE + 5));
    const whole = contents(store);
    for (const length of [0, 1, PAGE, 2 * PAGE, 2 * PAGE + 4, whole.length - 5, whole.length - 1]) {
      replace(store, whole.subarray(0, length));
      await expect(new PagedFile(store, 'file', seal).readAll()).rejects.toMatchObject({ code: 'altered' });
    }
    replace(store, Uint8Array.from([...whole, 0]));
    await expect(new PagedFile(store, 'file', seal).readAll()).rejects.toMatchObject({ code: 'altered' });
  });

  it('INDEX-6 notices that two pages changed places', async () => {
    const { store, seal } = await sealed(some(3 * PAGE));
    const whole = contents(store);
    const swapped = whole.slice();
    swapped.set(whole.subarray(PAGE, 2 * PAGE), 0);
    swapped.set(whole.subarray(0, PAGE), PAGE);
    replace(store, swapped);

    await expect(new PagedFile(store, 'file', seal).read([{ offset: 10, length: 4 }])).rejects.toMatchObject({
      code: 'altered',
    });
  });

  it('INDEX-6 says nothing of damage in pages that nobody asked for', async () => {
    const bytes = some(3 * PAGE);
    const { store, seal } = await sealed(bytes);
    const spoilt = contents(store);
    spoilt[2 * PAGE + 1] = (spoilt[2 * PAGE + 1] ?? 0) ^ 4;
    replace(store, spoilt);
    const file = new PagedFile(store, 'file', seal);

    expect([...((await file.read([{ offset: 5, length: 9 }]))[0] ?? [])]).toEqual([...bytes.subarray(5, 14)]);
    await expect(file.read([{ offset: 2 * PAGE - 1, length: 2 }])).rejects.toMatchObject({ code: 'altered' });
  });

  it('INDEX-6 refuses to read behind its end', async () => {
    const { store, seal } = await sealed(some(100));

    await expect(new PagedFile(store, 'file', seal).read([{ offset: 99, length: 2 }])).rejects.toMatchObject({
      code: 'altered',
    });
  });
});
