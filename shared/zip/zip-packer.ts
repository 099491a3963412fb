import { AppError } from '#shared/kernel/app-error.ts';
import { crc32 } from './crc32.ts';
import { deflated, deflatedPieces } from './raw-deflate.ts';
import { dataDescriptor, directoryRecord, endRecords, localHeader, type MemberRecord } from './zip-records.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a member is made of: all its bytes, or a stream of them when they are many. */
export type Content = Bytes | AsyncIterable<Bytes>;

/**
 * Writes a zip piece by piece. The same members in the same order with the same moment give the same bytes,
 * in every time zone. Members larger than 4 GiB and more than 65,535 of them are written as Zip64.
 */
export class ZipPacker {
  // Written out rather than left to the library: the streams that it sets up for each member take four times as long as
  // the packing of a saved page.
  readonly #sink: WritableStreamDefaultWriter<Bytes>;
  readonly #modified: number;
  readonly #names = new Set<string>();
  readonly #directory: Bytes[] = [];
  #written = 0;
  /** Ends when the member before has been written; fails when it could not be. */
  #before: Promise<void> = Promise.resolve();

  /** @param modified - milliseconds since 1970; every member carries this moment */
  constructor(sink: WritableStream<Bytes>, modified: number) {
    const year = new Date(modified).getUTCFullYear();
    if (!(year >= 1980 && year <= 2107)) {
      throw new AppError('bad-input', 'The clock is outside the years that a zip can name (1980 to 2107).');
    }
    this.#sink = sink.getWriter();
    this.#modified = modified;
  }

  /**
   * Adds a member. Several whole ones may be added without waiting for each other: they are packed side by side and
   * written in the order of the calls. After a member that could not be written none can be.
   *
   * @param isPacked - false stores the bytes as they are: for what is compressed already
   */
  async add(name: string, content: Content, isPacked = true): Promise<void> {
    if (this.#names.has(name)) throw new AppError('internal', `${name} is in the zip already.`);
    this.#names.add(name);
    const before = this.#before;
    const raw = new TextEncoder().encode(name);
    const added =
      content instanceof Uint8Array
        ? this.#addWhole({ raw, isPacked, before }, content)
        : this.#addPieces({ raw, isPacked, before }, content);
    added.catch(() => undefined); // thrown where it is awaited, and by the member after
    this.#before = added;
    await added;
  }

  /** Writes the table of contents. The sink stays open. */
  async close(): Promise<void> {
    await this.#before;
    const start = this.#written;
    for (const record of this.#directory) await this.#write(record);
    await this.#write(endRecords(this.#directory.length, { start, bytes: this.#written - start }));
    this.#sink.releaseLock();
  }

  async #addWhole({ raw, isPacked, before }: Place, content: Bytes): Promise<void> {
    const packing = isPacked ? deflated(content) : [content];
    const crc = crc32(content);
    const [packed] = await Promise.all([packing, before]);
    const packedBytes = packed.reduce((sum, { length }) => sum + length, 0);
    const member = { ...this.#member(raw, isPacked), crc, packedBytes, bytes: content.length };
    await this.#write(localHeader(member));
    for (const piece of packed) await this.#write(piece);
    this.#directory.push(directoryRecord(member));
  }

  async #addPieces({ raw, isPacked, before }: Place, content: AsyncIterable<Bytes>): Promise<void> {
    await before;
    const begun = { ...this.#member(raw, isPacked), isStreamed: true };
    await this.#write(localHeader(begun));
    const start = this.#written;
    const counted = new Counted(content);
    for await (const piece of isPacked ? deflatedPieces(counted.pieces()) : counted.pieces()) await this.#write(piece);
    const { crc, bytes } = counted;
    const member = { ...begun, crc, bytes, packedBytes: this.#written - start };
    await this.#write(dataDescriptor(member));
    this.#directory.push(directoryRecord(member));
  }

  #member(name: Uint8Array, isPacked: boolean): MemberRecord {
    const empty = { isStreamed: false, crc: 0, packedBytes: 0, bytes: 0 };
    return { ...empty, name, isPacked, modified: this.#modified, offset: this.#written };
  }

  async #write(bytes: Bytes): Promise<void> {
    await this.#sink.write(bytes);
    this.#written += bytes.length;
  }
}

/** Where a member comes: its name as UTF-8, how it is kept, and the end of the member before it. */
type Place = { readonly raw: Uint8Array; readonly isPacked: boolean; readonly before: Promise<void> };

/** Counts and sums what passes. */
class Counted {
  readonly #content: AsyncIterable<Bytes>;
  crc = 0;
  bytes = 0;

  constructor(content: AsyncIterable<Bytes>) {
    this.#content = content;
  }

  async *pieces(): AsyncGenerator<Bytes> {
    for await (const piece of this.#content) {
      this.crc = crc32(piece, this.crc);
      this.bytes += piece.length;
      yield piece;
    }
  }
}
