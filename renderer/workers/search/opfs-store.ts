import type { ByteRange, SegmentStore } from '#shared/search/model/segment-store.ts';
import { storageError } from './storage-error.ts';

/** A file that only one worker may hold; what TypeScript's library of the page does not know. */
type SyncHandle = {
  read(into: Uint8Array, at: { at: number }): number;
  write(from: Uint8Array, at: { at: number }): number;
  getSize(): number;
  flush(): void;
  close(): void;
};
type FileHandle = { createSyncAccessHandle(): Promise<SyncHandle> };

/** A worker that has just ended may hold its files for a moment longer. */
const ATTEMPTS = 100;
const BETWEEN_MS = 20;

type OpenFile = { readonly handle: SyncHandle; size: number };

/** Keeps the files of an index in the origin's private file system, all of them open. */
export class OpfsStore implements SegmentStore {
  private readonly folder: FileSystemDirectoryHandle;
  private readonly files: Map<string, OpenFile>;

  private constructor(folder: FileSystemDirectoryHandle, files: Map<string, OpenFile>) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * Opens every file of a folder, which is made where there is none.
   *
   * @throws {AppError} `unavailable` where the engine has no such files, or another worker holds them
   */
  static async open(name: string): Promise<OpfsStore> {
    try {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle(name, { create: true });
      const files = new Map<string, OpenFile>();
      for (const file of await namesIn(folder)) files.set(file, await openFile(folder, file));
      return new OpfsStore(folder, files);
    } catch (error) {
      throw storageError(error);
    }
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()]);
  }

  read(name: string, ranges: readonly ByteRange[]): readonly Uint8Array[] {
    const file = this.files.get(name);
    return ranges.map(({ offset, length }) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, (file?.size ?? 0) - offset)));
      const read = file === undefined || bytes.length === 0 ? 0 : file.handle.read(bytes, { at: offset });
      return read === bytes.length ? bytes : bytes.subarray(0, read);
    });
  }

  async append(name: string, bytes: Uint8Array): Promise<void> {
    try {
      const file = this.files.get(name) ?? (await openFile(this.folder, name));
      this.files.set(name, file);
      const written = file.handle.write(bytes, { at: file.size });
      file.size += written;
      if (written !== bytes.length)
        throw new DOMException('The disk took less than it was given.', 'QuotaExceededError');
    } catch (error) {
      throw storageError(error);
    }
  }

  sync(name: string): void {
    this.files.get(name)?.handle.flush();
  }

  async delete(name: string): Promise<void> {
    const file = this.files.get(name);
    if (!file) return;
    this.files.delete(name);
    file.handle.close();
    await this.folder.removeEntry(name);
  }

  /** Lets go of all files. */
  close(): void {
    for (const { handle } of this.files.values()) handle.close();
    this.files.clear();
  }
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

async function openFile(folder: FileSystemDirectoryHandle, name: string): Promise<OpenFile> {
  const file = (await folder.getFileHandle(name, { create: true })) as unknown;
  for (let attempt = 1; ; attempt++) {
    try {
      const handle = await (file as FileHandle).createSyncAccessHandle();
      return { handle, size: handle.getSize() };
    } catch (error) {
      const isHeld = error instanceof DOMException && /NoModificationAllowed|InvalidState/u.test(error.name);
      if (!isHeld || attempt === ATTEMPTS) throw error;
      await new Promise((resume) => setTimeout(resume, BETWEEN_MS));
    }
  }
}
