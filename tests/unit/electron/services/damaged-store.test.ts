import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askToSetStoreAside, setStoreAside } from '#electron/services/damaged-store.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();
const NOW = Date.UTC(2026, 2, 14, 6, 40);

/** A data folder with a profile in which an engine keeps its databases. */
function filled(inside: string) {
  const data = folder();
  const profile = join(data, 'profile');
  const store = join(profile, inside);
  mkdirSync(store, { recursive: true });
  writeFileSync(join(store, 'CURRENT'), 'damaged');
  return { data, profile, store };
}

describe('a damaged store', () => {
  it.each(['IndexedDB', join('Default', 'IndexedDB')])(
    'is kept beside a new one where asked for: %s',
    async (inside) => {
      const { data, profile, store } = filled(inside);
      await askToSetStoreAside(data, false);

      expect(await setStoreAside(data, profile, NOW)).toBe(true);

      expect(existsSync(store)).toBe(false);
      const [kept = ''] = readdirSync(join(store, '..'));
      expect(kept).toBe('IndexedDB-damaged-2026-03-14T06-40-00-000Z');
      expect(readFileSync(join(store, '..', kept, 'CURRENT'), 'utf8')).toBe('damaged');
    },
  );

  it('stays where it is while nobody has asked, and is asked about once', async () => {
    const { data, profile, store } = filled('IndexedDB');
    expect(await setStoreAside(data, profile, NOW)).toBe(false);
    expect(existsSync(store)).toBe(true);

    await askToSetStoreAside(data, false);
    await setStoreAside(data, profile, NOW);
    mkdirSync(store);

    expect(await setStoreAside(data, profile, NOW)).toBe(false);
    expect(existsSync(store)).toBe(true);
  });

  it('may be gone altogether by the next start', async () => {
    const data = folder();
    await askToSetStoreAside(data, false);

    expect(await setStoreAside(data, join(data, 'no profile'), NOW)).toBe(true);
  });

  it('is not ours to move in the own browser of the analyst, who is told what to do', async () => {
    const { data, profile } = filled('IndexedDB');

    await expect(askToSetStoreAside(data, true)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await setStoreAside(data, profile, NOW)).toBe(false);
  });
});
