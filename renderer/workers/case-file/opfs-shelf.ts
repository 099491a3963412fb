import { AppError } from '#shared/kernel/app-error.ts';
import type { Shelf, ShelfFile } from './shelf.ts';

/** The synchronous access that only workers have; the types of a page do not know it. */
type SyncAccess = {
  write(piece: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  flush(): void;
  close(): void;
};
type WorkerFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccess> };

/** The folder of the origin's private file system in which finished files lie. */
const FOLDER = 'case-files';

/** A file that was handed over longer ago than this has long been saved. */
const KEPT_MILLISECONDS = 6 * 60 * 60 * 1000;

/** A shelf in the origin's private file system; for workers, which alone can write there without copying. */
export const opfsShelf: Shelf = {
  async open() {
    const folder = await shelfFolder();
    await sweep(folder);
    const name = `${crypto.randomUUID()}.casefile`;
    const handle = (await folder.getFileHandle(name, { create: true })) as WorkerFileHandle;
    return shelfFile(folder, handle, await handle.createSyncAccessHandle());
  },
};

/** Drops a finished file that nobody reads any more; any other file is left. Runs in a page as well. */
export async function dropFromShelf(file: Blob): Promise<void> {
  if (file instanceof File) await (await shelfFolder()).removeEntry(file.name);
}

/** Drops what was handed over long ago, and what a crash left. */
export async function sweepShelf(): Promise<void> {
  await sweep(await shelfFolder());
}

async function shelfFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

function shelfFile(folder: FileSystemDirectoryHandle, handle: FileSystemFileHandle, access: SyncAccess): ShelfFile {
  const drop = () => folder.removeEntry(handle.name);
  let at = 0;
  const writable = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(piece) {
      at += writePiece(access, piece, at);
    },
    close() {
      access.flush();
      access.close();
    },
    async abort() {
      access.close();
      await drop();
    },
  });
  return { writable, read: () => handle.getFile(), drop };
}

function writePiece(access: SyncAccess, piece: Uint8Array<ArrayBuffer>, at: number): number {
  const full =
    'There is no room left on the disk for the case file. Nothing of it was kept. Free some room, then do it again.';
  try {
    if (access.write(piece, { at }) === piece.length) return piece.length;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError')
      throw new AppError('disk-full', full, error);
    throw error;
  }
  throw new AppError('disk-full', full);
}

async function sweep(folder: FileSystemDirectoryHandle): Promise<void> {
  const before = Date.now() - KEPT_MILLISECONDS;
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file') continue;
    const { lastModified } = await (handle as FileSystemFileHandle).getFile();
    // one that is being written elsewhere is young, and locked as well
    if (lastModified < before) await folder.removeEntry(handle.name).catch(() => undefined);
  }
}
