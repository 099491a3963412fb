import { describe, expect, it } from 'vitest';
import { MemoryStore } from '#shared/search/model/memory-store.ts';
import { checksum } from '#shared/search/segment/checksum.ts';
import { emptyManifest, readManifest, writeManifest } from '#shared/search/segment/manifest.ts';

function put(store: MemoryStore, slot: string, words: string): void {
  const text = new TextEncoder().encode(words);
  const bytes = new Uint8Array(text.length + 4);
  bytes.set(text, 4);
  new DataView(bytes.buffer).setUint32(0, checksum(text, text.length), true);
  store.delete(slot);
  store.append(slot, bytes);
}

describe('the manifest', () => {
  it('INDEX-7 is that of an index without anything where there are no files', async () => {
    expect(await readManifest(new MemoryStore())).toEqual(emptyManifest);
  });

  it('INDEX-7 is the newest of two that are whole', async () => {
    const store = new MemoryStore();
    for (let generation = 1; generation <= 5; generation++) {
      await writeManifest(store, { ...emptyManifest, generation, watermark: `mark ${generation}` });
      expect((await readManifest(store)).watermark).toBe(`mark ${generation}`);
    }
    expect(await store.list()).toHaveLength(2);
  });

  it('INDEX-7 is the one before while its own slot is being written', async () => {
    const store = new MemoryStore();
    await writeManifest(store, { ...emptyManifest, generation: 1, watermark: 'one' });
    await writeManifest(store, { ...emptyManifest, generation: 2, watermark: 'two' });
    store.delete('manifest-0');
    store.append('manifest-0', new Uint8Array(3));

    expect((await readManifest(store)).watermark).toBe('one');
  });

  it('INDEX-6 refuses files of another form: they are rebuilt, not read', async () => {
    const store = new MemoryStore();
    put(store, 'manifest-1', JSON.stringify({ ...emptyManifest, format: 1 }));

    await expect(readManifest(store)).rejects.toMatchObject({ code: 'altered' });
  });

  it('INDEX-6 refuses files without a manifest', async () => {
    const store = new MemoryStore();
    store.append('1.terms', new Uint8Array(8));

    await expect(readManifest(store)).rejects.toMatchObject({ code: 'altered' });
  });
});
