import { AppError } from '#shared/kernel/app-error.ts';
import type { ByteRange, SegmentStore } from '#shared/search/model/segment-store.ts';
import { checksum } from './checksum.ts';

/** Bytes that have one check. */
const PAGE = 4096;
/** Bytes that are handed to the store at once. */
const PIECE = 1 << 18;
/** Most segments are of one article: they are made often and should cost little. */
const FIRST_ROOM = 1 << 11;

/** What has to be known of a file to believe it: its length without checks, and a check of its checks. */
export type FileSeal = { readonly length: number; readonly sum: number };

/** Writes a file page by page and puts the checks of its pages behind them. */
export class PagedWriter {
  private readonly store: SegmentStore;
  private readonly name: string;
  private buffer = new Uint8Array(FIRST_ROOM);
  private filled = 0;
  private length = 0;
  private readonly sums: number[] = [];

  constructor(store: SegmentStore, name: string) {
    this.store = store;
    this.name = name;
  }

  /** Whether `flush` should be awaited before more is appended. */
  get isFull(): boolean {
    return this.filled >= PIECE;
  }

  append(bytes: Uint8Array): void {
    if (this.filled + bytes.length > this.buffer.length) {
      const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.filled + bytes.length));
      grown.set(this.buffer.subarray(0, this.filled));
      this.buffer = grown;
    }
    this.buffer.set(bytes, this.filled);
    this.filled += bytes.length;
    this.length += bytes.length;
  }

  /** Hands all full pages to the store. */
  async flush(): Promise<void> {
    await this.hand(this.filled - (this.filled % PAGE));
  }

  async finish(): Promise<FileSeal> {
    await this.hand(this.filled);
    const sums = new Uint8Array(Uint32Array.from(this.sums).buffer);
    if (sums.length > 0) await this.store.append(this.name, sums);
    await this.store.sync(this.name);
    return { length: this.length, sum: checksum(sums, this.length) };
  }

  private async hand(bytes: number): Promise<void> {
    if (bytes === 0) return;
    for (let at = 0; at < bytes; at += PAGE) {
      this.sums.push(checksum(this.buffer.subarray(at, Math.min(at + PAGE, bytes)), this.sums.length));
    }
    await this.store.append(this.name, this.buffer.slice(0, bytes));
    this.buffer.copyWithin(0, bytes, this.filled);
    this.filled -= bytes;
  }
}

/** Reads a file that was sealed, and believes a page only after its check. */
export class PagedFile {
  private readonly store: SegmentStore;
  private readonly name: string;
  private readonly seal: FileSeal;
  private sums: Uint32Array | null = null;
  private checked = new Uint8Array(0);

  constructor(store: SegmentStore, name: string, seal: FileSeal) {
    this.store = store;
    this.name = name;
    this.seal = seal;
  }

  /**
   * Reads stretches of the file.
   *
   * @throws {AppError} `altered` when the file is not what was written
   */
  async read(ranges: readonly ByteRange[]): Promise<readonly Uint8Array[]> {
    const { sums } = this;
    if (sums === null) await this.readSums();
    if (ranges.some((range) => !this.isChecked(range))) await this.checkPages(ranges);
    const read = this.store.read(this.name, ranges);
    const found = read instanceof Promise ? await read : read;
    for (let at = 0; at < ranges.length; at++) if (found[at]?.length !== ranges[at]?.length) this.fail();
    return found;
  }

  /** Reads all of it. */
  async readAll(): Promise<Uint8Array> {
    const [all] = await this.read([{ offset: 0, length: this.seal.length }]);
    return all ?? new Uint8Array(0);
  }

  private async readSums(): Promise<void> {
    const pages = Math.ceil(this.seal.length / PAGE);
    const [bytes] = await this.store.read(this.name, [{ offset: this.seal.length, length: pages * 4 + 1 }]);
    if (bytes === undefined || bytes.length !== pages * 4 || checksum(bytes, this.seal.length) !== this.seal.sum) {
      this.fail();
    }
    this.sums = new Uint32Array(bytes.slice().buffer);
    this.checked = new Uint8Array(pages);
  }

  private isChecked({ offset, length }: ByteRange): boolean {
    if (offset + length > this.seal.length) this.fail();
    if (length === 0) return true;
    const last = Math.floor((offset + length - 1) / PAGE);
    for (let page = Math.floor(offset / PAGE); page <= last; page++) if (this.checked[page] === 0) return false;
    return true;
  }

  private async checkPages(ranges: readonly ByteRange[]): Promise<void> {
    const stretches = ranges.flatMap(({ offset, length }) => {
      if (length === 0) return [];
      const first = Math.floor(offset / PAGE);
      const end = Math.min(Math.ceil((offset + length) / PAGE) * PAGE, this.seal.length);
      return [{ offset: first * PAGE, length: end - first * PAGE }];
    });
    const found = await this.store.read(this.name, stretches);
    for (const [at, { offset, length }] of stretches.entries()) {
      const bytes = found[at];
      if (bytes?.length !== length) this.fail();
      this.check(bytes, offset / PAGE);
    }
  }

  private check(bytes: Uint8Array, first: number): void {
    for (let at = 0; at < bytes.length; at += PAGE) {
      const page = first + at / PAGE;
      const sum = checksum(bytes.subarray(at, Math.min(at + PAGE, bytes.length)), page);
      if (sum !== this.sums?.[page]) this.fail();
      this.checked[page] = 1;
    }
  }

  private fail(): never {
    throw new AppError('altered', `The search index is damaged (${this.name}).`);
  }
}
