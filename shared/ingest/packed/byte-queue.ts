import type { Bytes } from '../byte-source.ts';

/** Bytes that come in pieces, taken by length or by line. It holds what was asked for and one piece more. */
export class ByteQueue {
  private readonly pieces: AsyncIterator<Bytes>;
  private held: Bytes = new Uint8Array(0);
  private at = 0;
  private taken = 0;

  constructor(pieces: AsyncIterable<Bytes>) {
    this.pieces = pieces[Symbol.asyncIterator]();
  }

  /** Bytes taken so far. */
  get position(): number {
    return this.taken;
  }

  /** The next bytes without taking them; fewer than `length` only where the end is near. */
  async peek(length: number): Promise<Bytes> {
    await this.fill(length);
    return this.held.subarray(this.at, this.at + length);
  }

  /** The next bytes; fewer than `length` only at the end. They stay as they are when more is read. */
  async take(length: number): Promise<Bytes> {
    await this.fill(length);
    return this.shift(Math.min(length, this.held.length - this.at));
  }

  /** Whatever is held, but at most `length` bytes; empty at the end alone. */
  async some(length: number): Promise<Bytes> {
    await this.fill(1);
    return this.shift(Math.min(length, this.held.length - this.at));
  }

  /** The next line with its line break, at most `most` bytes of it; empty at the end alone. */
  async line(most: number): Promise<Bytes> {
    for (let seen = 0; ; ) {
      const end = this.held.indexOf(0x0a, this.at + seen);
      if (end >= 0) return this.shift(Math.min(end + 1 - this.at, most));
      seen = this.held.length - this.at;
      if (seen >= most) return this.shift(most);
      await this.fill(seen + 1);
      if (this.held.length - this.at === seen) return this.shift(seen);
    }
  }

  /** Puts back what was taken last. */
  putBack(bytes: Bytes): void {
    const whole = new Uint8Array(bytes.length + this.held.length - this.at);
    whole.set(bytes);
    whole.set(this.held.subarray(this.at), bytes.length);
    this.held = whole;
    this.at = 0;
    this.taken -= bytes.length;
  }

  /** Lets go of where the bytes come from. */
  async close(): Promise<void> {
    await this.pieces.return?.();
  }

  private shift(length: number): Bytes {
    const bytes = this.held.slice(this.at, this.at + length);
    this.at += length;
    this.taken += length;
    return bytes;
  }

  private async fill(length: number): Promise<void> {
    if (this.held.length - this.at >= length) return;
    const parts: Bytes[] = [this.held.subarray(this.at)];
    let total = this.held.length - this.at;
    while (total < length) {
      const next = await this.pieces.next();
      if (next.done === true) break;
      parts.push(next.value);
      total += next.value.length;
    }
    this.held = parts.length === 1 ? this.held.subarray(this.at) : concatenated(parts, total);
    this.at = 0;
  }
}

/** Pieces as one. */
export function concatenated(
  parts: readonly Uint8Array[],
  total = parts.reduce((sum, { length }) => sum + length, 0),
): Bytes {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
