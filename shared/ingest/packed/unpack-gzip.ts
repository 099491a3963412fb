import { Z_BUF_ERROR, Z_OK, Z_STREAM_END, ZStream, zlibInflate, zlibInflateInit2 } from 'pako';
import type { Bytes } from '../byte-source.ts';

/** Unpacked bytes, or word of where a member begins or is broken; places are bytes of the packed file. */
export type GzipPiece =
  | { readonly kind: 'bytes'; readonly bytes: Bytes }
  | { readonly kind: 'member'; readonly at: number }
  | { readonly kind: 'fault'; readonly at: number; readonly fault: 'truncated' | 'damaged' };

/** zlib's "15 bits of window, with a gzip header and its checksum". */
const GZIP = 31;
const OUTPUT = 64 * 1024;
/** Bytes of a gzip header by which a member is found again after damage: magic, deflate, and no reserved flags. */
const SEARCHED = 4;

/**
 * Unpacks gzip of any number of members, checking the checksum of each. A damaged member gives what could be unpacked of it,
 * then a fault; unpacking goes on at whatever looks like the next member. Zeros between members are padding.
 *
 * @param isSearching - whether to begin at whatever looks like a member: for what follows damage
 */
export async function* gzipPieces(packed: AsyncIterable<Bytes>, isSearching = false): AsyncGenerator<GzipPiece> {
  const unpacker = new Unpacker(isSearching);
  for await (const piece of packed) yield* unpacker.feed(piece);
  yield* unpacker.end();
}

/** Whether bytes may be the beginning of a gzip member. */
export function isGzip(bytes: Uint8Array, at = 0): boolean {
  return (
    bytes[at] === 0x1f && bytes[at + 1] === 0x8b && (bytes[at + 2] ?? 8) === 8 && ((bytes[at + 3] ?? 0) & 0xe0) === 0
  );
}

class Unpacker {
  private stream: ZStream | null = null;
  /** Packed bytes before the ones in hand. */
  private before = 0;
  private memberAt = 0;
  private isSearching: boolean;
  /** The last bytes of a piece, too few to tell whether a member begins there. */
  private rest: Bytes = new Uint8Array(0);

  constructor(isSearching: boolean) {
    this.isSearching = isSearching;
  }

  *feed(piece: Bytes): Generator<GzipPiece> {
    const bytes = joined(this.rest, piece);
    let at = 0;
    while (at < bytes.length) {
      if (this.stream === null) {
        at = this.nextMember(bytes, at);
        if (bytes.length - at < SEARCHED) break;
        if (!isGzip(bytes, at)) {
          yield* this.fault(at, 'damaged');
          continue;
        }
        this.begin(at);
        yield { kind: 'member', at: this.memberAt };
      }
      at = yield* this.inflate(bytes, at);
    }
    this.rest = bytes.slice(at);
    this.before += at;
  }

  *end(): Generator<GzipPiece> {
    if (this.stream !== null) yield { kind: 'fault', at: this.memberAt, fault: 'truncated' };
    else if (this.rest.some((byte) => byte !== 0) && !this.isSearching) {
      yield { kind: 'fault', at: this.before, fault: isGzip(this.rest) ? 'truncated' : 'damaged' };
    }
  }

  /** Where the next member may begin: past padding, or past whatever is damaged. */
  private nextMember(bytes: Bytes, from: number): number {
    let at = from;
    if (!this.isSearching) {
      while (bytes[at] === 0) at++;
      return at;
    }
    while (at < bytes.length && !(isGzip(bytes, at) && bytes[at + 2] !== undefined)) {
      at = bytes.indexOf(0x1f, at + 1);
      if (at < 0) return bytes.length;
      if (bytes.length - at < SEARCHED) return at;
    }
    return at;
  }

  private begin(at: number): void {
    this.stream = new ZStream();
    zlibInflateInit2(this.stream, GZIP);
    this.memberAt = this.before + at;
  }

  /** @returns the place behind what was used */
  private *inflate(bytes: Bytes, from: number): Generator<GzipPiece, number> {
    const { stream } = this;
    if (stream === null) return from;
    stream.input = bytes;
    stream.next_in = from;
    stream.avail_in = bytes.length - from;
    for (;;) {
      stream.output = new Uint8Array(OUTPUT);
      stream.next_out = 0;
      stream.avail_out = OUTPUT;
      const status = zlibInflate(stream, 0);
      if (stream.next_out > 0) {
        this.isSearching = false;
        yield { kind: 'bytes', bytes: stream.output.subarray(0, stream.next_out) };
      }
      if (status === Z_STREAM_END) {
        this.stream = null;
        this.isSearching = false;
        return stream.next_in;
      }
      if (status !== Z_OK && status !== Z_BUF_ERROR) {
        yield* this.fault(this.memberAt - this.before, 'damaged');
        return Math.max(from + 1, this.memberAt - this.before + 1);
      }
      if (stream.avail_in === 0 && stream.avail_out > 0) return bytes.length;
    }
  }

  /** One stretch of damage is one fault, whatever is tried within it. */
  private *fault(at: number, fault: 'truncated' | 'damaged'): Generator<GzipPiece> {
    if (!this.isSearching) yield { kind: 'fault', at: this.before + at, fault };
    this.stream = null;
    this.isSearching = true;
  }
}

function joined(first: Bytes, second: Bytes): Bytes {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
