import type { PagedFile } from './paged-file.ts';

/** Bytes that are read ahead. */
const WINDOW = 1 << 18;

/** Reads a file piece after piece, many pieces at a time. */
export class SequentialReader {
  private readonly file: PagedFile;
  private readonly length: number;
  private window: Uint8Array = new Uint8Array(0);
  private start = 0;

  constructor(file: PagedFile, length: number) {
    this.file = file;
    this.length = length;
  }

  /** A piece that is at hand; null when `fill` has to be awaited. */
  at(offset: number, length: number): Uint8Array | null {
    const from = offset - this.start;
    return from >= 0 && from + length <= this.window.length ? this.window.subarray(from, from + length) : null;
  }

  /** Reads a piece and what follows it. */
  async fill(offset: number, length: number): Promise<Uint8Array> {
    const more = Math.min(Math.max(length, WINDOW), this.length - offset);
    const [window = new Uint8Array(0)] = await this.file.read([{ offset, length: more }]);
    this.window = window;
    this.start = offset;
    return window.subarray(0, length);
  }
}
