import type { ByteRange, SegmentStore } from '#shared/search/model/segment-store.ts';

type SyncHandle = {
  read(into: Uint8Array, at: { at: number }): number;
  write(from: Uint8Array, at: { at: number }): number;
  getSize(): number;
  flush(): void;
  close(): void;
};

/** The files of an index in the origin's private file system, every one open. */
export class OpfsFiles implements SegmentStore {
  private readonly folder: FileSystemDirectoryHandle;
  private readonly files = new Map<string, { readonly handle: SyncHandle; size: number }>();

  private constructor(folder: FileSystemDirectoryHandle) {
    this.folder = folder;
  }

  static async open(name: string): Promise<OpfsFiles> {
    const root = await navigator.storage.getDirectory();
    const store = new OpfsFiles(await root.getDirectoryHandle(name, { create: true }));
    const names: string[] = [];
    for await (const file of store.folder.keys()) names.push(file);
    await Promise.all(names.map((file) => store.openFile(file)));
    return store;
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()]);
  }

  read(name: string, ranges: readonly ByteRange[]): readonly Uint8Array[] {
    const file = this.files.get(name);
    return ranges.map(({ offset, length }) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, (file?.size ?? 0) - offset)));
      if (bytes.length > 0) file?.handle.read(bytes, { at: offset });
      return bytes;
    });
  }

  async append(name: string, bytes: Uint8Array): Promise<void> {
    const file = this.files.get(name) ?? (await this.openFile(name));
    file.size += file.handle.write(bytes, { at: file.size });
  }

  sync(name: string): void {
    this.files.get(name)?.handle.flush();
  }

  async delete(name: string): Promise<void> {
    this.files.get(name)?.handle.close();
    if (this.files.delete(name)) await this.folder.removeEntry(name);
  }

  private async openFile(name: string) {
    const file: unknown = await this.folder.getFileHandle(name, { create: true });
    const handle = await (file as { createSyncAccessHandle(): Promise<SyncHandle> }).createSyncAccessHandle();
    const opened = { handle, size: handle.getSize() };
    this.files.set(name, opened);
    return opened;
  }
}
