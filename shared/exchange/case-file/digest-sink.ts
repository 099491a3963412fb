import { sha256Stream } from '#shared/custody/sha256.ts';
import type { OwnBytes } from '#shared/exchange/bag/digest.ts';

/** A zip is written in crumbs; they are passed on in loaves of this size. */
const LOAF_BYTES = 512 * 1024;

/** Counts and hashes all that is written through it, and passes it on in large pieces. */
export class DigestSink {
  readonly #target: WritableStreamDefaultWriter<OwnBytes>;
  readonly #hasher = sha256Stream();
  #loaf = new Uint8Array(LOAF_BYTES);
  #filled = 0;
  #bytes = 0;
  /** What the zip writes into; it is never closed by whoever writes, only by `finish`. */
  readonly writable: WritableStream<OwnBytes>;

  constructor(target: WritableStream<OwnBytes>) {
    this.#target = target.getWriter();
    this.writable = new WritableStream<OwnBytes>({ write: (piece) => this.#write(piece) });
  }

  /** Bytes so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Passes on the rest and closes the target.
   *
   * @returns SHA-256 and number of all bytes
   */
  async finish(): Promise<{ sha256: string; bytes: number }> {
    await this.#flush();
    await this.#target.close();
    return { sha256: this.#hasher.hex(), bytes: this.#bytes };
  }

  /** Tells the target that nothing more will come and that what came is no file. */
  async abandon(reason: unknown): Promise<void> {
    // the target may be what failed: the reason is thrown by whoever abandons
    await this.#target.abort(reason).catch(() => undefined);
  }

  async #write(piece: OwnBytes): Promise<void> {
    let rest: OwnBytes = piece;
    while (rest.length > 0) {
      const part = rest.subarray(0, LOAF_BYTES - this.#filled);
      this.#loaf.set(part, this.#filled);
      this.#filled += part.length;
      rest = rest.subarray(part.length);
      if (this.#filled === LOAF_BYTES) await this.#flush();
    }
  }

  async #flush(): Promise<void> {
    if (this.#filled === 0) return;
    const loaf = this.#loaf.subarray(0, this.#filled);
    this.#hasher.update(loaf);
    this.#bytes += loaf.length;
    this.#loaf = new Uint8Array(LOAF_BYTES);
    this.#filled = 0;
    await this.#target.ready;
    await this.#target.write(loaf);
  }
}
