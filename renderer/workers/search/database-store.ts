import type { ByteRange, SegmentStore } from '#shared/search/model/segment-store.ts';
import { storageError } from './storage-error.ts';

/** Bytes of a page: a read costs the same for anything smaller. */
const PAGE = 32_768;
/** Pages kept in memory: 8 MB. */
const KEPT = 256;
const PAGES = 'pages';
const FILES = 'files';

type PageKey = [file: string, page: number];

/** Keeps the files of an index as pages in a database of its own, where the engine has no files for workers. */
export class DatabaseStore implements SegmentStore {
  private readonly db: IDBDatabase;
  private readonly sizes: Map<string, number>;
  /** Last pages that are not full yet. */
  private readonly tails = new Map<string, Uint8Array>();
  private readonly kept = new Map<string, Uint8Array>();

  private constructor(db: IDBDatabase, sizes: Map<string, number>) {
    this.db = db;
    this.sizes = sizes;
  }

  /** @throws {AppError} `unavailable` */
  static async open(name: string, factory: IDBFactory = indexedDB): Promise<DatabaseStore> {
    try {
      const request = factory.open(name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(PAGES);
        request.result.createObjectStore(FILES);
      };
      const db = await settled(request);
      const store = db.transaction(FILES).objectStore(FILES);
      const [names, sizes] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      return new DatabaseStore(db, new Map(names.map((key, at) => [String(key), Number(sizes[at])])));
    } catch (error) {
      throw storageError(error);
    }
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.sizes.keys()]);
  }

  read(file: string, ranges: readonly ByteRange[]): readonly Uint8Array[] | Promise<readonly Uint8Array[]> {
    const size = this.sizes.get(file) ?? 0;
    const wanted = new Set<number>();
    for (const { offset, length } of ranges) {
      const end = Math.min(offset + length, size);
      for (let page = Math.floor(offset / PAGE); page * PAGE < end; page++) wanted.add(page);
    }
    const missing = [...wanted].filter((page) => !this.kept.has(labelOf(file, page)));
    const pages = new Map<number, Uint8Array>();
    for (const page of wanted) {
      const bytes = this.kept.get(labelOf(file, page));
      if (bytes) pages.set(page, bytes);
    }
    const cut = () => ranges.map((range) => bytesOf(pages, range, size));
    if (missing.length === 0) return cut();
    return this.fetch(file, missing).then((fetched) => {
      for (const [page, bytes] of fetched) pages.set(page, bytes);
      return cut();
    });
  }

  async append(file: string, bytes: Uint8Array): Promise<void> {
    const size = this.sizes.get(file) ?? 0;
    const first = Math.floor(size / PAGE);
    const tail = this.tails.get(file) ?? (await this.tailOf(file, first * PAGE, size));
    const all = new Uint8Array(tail.length + bytes.length);
    all.set(tail);
    all.set(bytes, tail.length);
    try {
      const transaction = this.db.transaction([PAGES, FILES], 'readwrite');
      const ended = committed(transaction);
      for (let at = 0; at < all.length; at += PAGE) {
        const page = first + at / PAGE;
        transaction.objectStore(PAGES).put(all.slice(at, at + PAGE), [file, page] satisfies PageKey);
        this.kept.delete(labelOf(file, page));
      }
      transaction.objectStore(FILES).put(size + bytes.length, file);
      await ended;
    } catch (error) {
      throw storageError(error);
    }
    this.sizes.set(file, size + bytes.length);
    this.tails.set(file, all.slice(all.length - (all.length % PAGE)));
  }

  /** Ends when all that was written before is on the disk: a later strict transaction cannot be there without it. */
  async sync(file: string): Promise<void> {
    const transaction = this.db.transaction(FILES, 'readwrite', { durability: 'strict' });
    transaction.objectStore(FILES).put(this.sizes.get(file) ?? 0, file);
    await committed(transaction);
  }

  async delete(file: string): Promise<void> {
    if (!this.sizes.has(file)) return;
    this.sizes.delete(file);
    this.tails.delete(file);
    for (const label of [...this.kept.keys()]) if (label.startsWith(`${file} `)) this.kept.delete(label);
    const transaction = this.db.transaction([PAGES, FILES], 'readwrite');
    transaction.objectStore(PAGES).delete(IDBKeyRange.bound([file, 0], [file, Number.MAX_SAFE_INTEGER]));
    transaction.objectStore(FILES).delete(file);
    await committed(transaction);
  }

  /** Lets go of the database. */
  close(): void {
    this.db.close();
  }

  /** The last page, where it is not full. */
  private async tailOf(file: string, offset: number, size: number): Promise<Uint8Array> {
    const [tail] = size > offset ? await this.read(file, [{ offset, length: size - offset }]) : [];
    return tail ?? new Uint8Array(0);
  }

  private async fetch(file: string, pages: readonly number[]): Promise<Map<number, Uint8Array>> {
    const store = this.db.transaction(PAGES).objectStore(PAGES);
    const found = await Promise.all(pages.map((page) => settled(store.get([file, page] satisfies PageKey))));
    const fetched = new Map<number, Uint8Array>();
    for (const [at, page] of pages.entries()) {
      const bytes: unknown = found[at];
      if (!(bytes instanceof Uint8Array)) continue;
      fetched.set(page, bytes);
      this.kept.set(labelOf(file, page), bytes);
    }
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT) break;
      this.kept.delete(oldest);
    }
    return fetched;
  }
}

function labelOf(file: string, page: number): string {
  return `${file} ${page}`;
}

/** The bytes of a stretch; what a missing page would hold is left out, so that readers see that it is short. */
function bytesOf(pages: ReadonlyMap<number, Uint8Array>, { offset, length }: ByteRange, size: number): Uint8Array {
  const end = Math.min(offset + length, size);
  const bytes = new Uint8Array(Math.max(0, end - offset));
  let filled = 0;
  for (let page = Math.floor(offset / PAGE); page * PAGE < end; page++) {
    const from = Math.max(0, offset - page * PAGE);
    const part = pages.get(page)?.subarray(from, Math.min(PAGE, end - page * PAGE));
    if (!part) break;
    bytes.set(part, filled);
    filled += part.length;
    if (page * PAGE + from + part.length < Math.min(end, (page + 1) * PAGE)) break;
  }
  return filled === bytes.length ? bytes : bytes.subarray(0, filled);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('A request to the database failed.'));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('A transaction was given up.'));
  });
}
