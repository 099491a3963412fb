import { AppError } from '#shared/kernel/app-error.ts';
import type { SegmentStore } from '#shared/search/model/segment-store.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import { DatabaseStore } from './database-store.ts';
import { OpfsStore } from './opfs-store.ts';

/** Where an index lies, and how one lets go of it. */
export type OpenStore = SegmentStore & { close(): void };

/** The files of an index, and where they lie. */
export type IndexFiles = { readonly store: OpenStore; readonly place: 'files' | 'database' };

/**
 * Opens the files of a workspace's index: in the private file system, or as pages of a database where the engine has no such
 * files for workers.
 *
 * @throws {AppError} `unavailable`
 */
export async function openIndexFiles(workspace: string): Promise<IndexFiles> {
  const name = `search ${workspace}`;
  if (hasSyncFiles()) return { store: await OpfsStore.open(name), place: 'files' };
  return { store: await DatabaseStore.open(`${workspace}-search`), place: 'database' };
}

function hasSyncFiles(): boolean {
  // a page of no real origin has neither
  return (
    'storage' in navigator &&
    'FileSystemFileHandle' in self &&
    'createSyncAccessHandle' in FileSystemFileHandle.prototype
  );
}

/** Opens an index; one that is damaged is emptied. */
export async function openOrEmpty(store: SegmentStore): Promise<{ index: SearchIndex; isDamaged: boolean }> {
  try {
    return { index: await SearchIndex.open(store), isDamaged: false };
  } catch (error) {
    // whatever is wrong with derived files, the cure is the same
    if (error instanceof AppError && error.code !== 'altered') throw error;
    return { index: await openEmpty(store), isDamaged: true };
  }
}

/** Deletes every file, and opens what is then an empty index. */
export async function openEmpty(store: SegmentStore): Promise<SearchIndex> {
  for (const file of await store.list()) await store.delete(file);
  return SearchIndex.open(store);
}
