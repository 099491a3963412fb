import { Reader } from '@zip.js/zip.js/lib/zip-core-custom.js';

/** Bytes that can be read from any place: a `Blob` or `File`, or a file of the host behind the same two names. */
export type RandomAccess = {
  /** In bytes. */
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
};

/** One read of the disk fetches this much: headers and small members then come from memory. */
const BLOCK_BYTES = 512 * 1024;

/** Reads a file in aligned blocks and keeps the last two: the directory's end and the member being read. */
export class BlockReader extends Reader<RandomAccess> {
  readonly #file: RandomAccess;
  readonly #blocks = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(file: RandomAccess) {
    super(file);
    this.#file = file;
    this.size = file.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const end = Math.min(index + length, this.#file.size);
    if (index >= end) return new Uint8Array(0);
    if (end - index > BLOCK_BYTES) return await this.#fetch(index, end);
    const first = Math.floor(index / BLOCK_BYTES);
    const last = Math.floor((end - 1) / BLOCK_BYTES);
    const start = first * BLOCK_BYTES;
    const head = await this.#block(first);
    if (first === last) return head.slice(index - start, end - start);
    const tail = await this.#block(last);
    const both = new Uint8Array(end - index);
    both.set(head.subarray(index - start));
    both.set(tail.subarray(0, end - last * BLOCK_BYTES), BLOCK_BYTES - (index - start));
    return both;
  }

  #block(number: number): Promise<Uint8Array<ArrayBuffer>> {
    const known = this.#blocks.get(number);
    if (known !== undefined) return known;
    const start = number * BLOCK_BYTES;
    const block = this.#fetch(start, Math.min(start + BLOCK_BYTES, this.#file.size));
    for (const old of this.#blocks.keys()) if (this.#blocks.size >= 2) this.#blocks.delete(old);
    this.#blocks.set(number, block);
    return block;
  }

  async #fetch(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.#file.slice(start, end).arrayBuffer());
  }
}
