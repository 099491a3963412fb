/** Bytes that grow at the end. */
export class ByteWriter {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(room = 1 << 12) {
    this.bytes = new Uint8Array(room);
  }

  /** Seven bits a byte, the lowest first; the highest bit says that more follow. Takes whole numbers from 0 to 2^32 - 1. */
  varint(value: number): void {
    if (this.length + 5 > this.bytes.length) this.grow(5);
    const { bytes } = this;
    let rest = value;
    while (rest > 127) {
      bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[this.length++] = rest;
  }

  byte(value: number): void {
    if (this.length + 1 > this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  append(from: Uint8Array, start: number, end: number): void {
    const more = end - start;
    if (this.length + more > this.bytes.length) this.grow(more);
    if (more < SHORT) for (let at = start; at < end; at++) this.bytes[this.length++] = from[at] as number;
    else {
      this.bytes.set(from.subarray(start, end), this.length);
      this.length += more;
    }
  }

  clear(): void {
    this.length = 0;
  }

  /** What has been written; valid until more is. */
  written(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length);
  }

  private grow(more: number): void {
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

/** Below this a loop is faster than a call. */
const SHORT = 24;
