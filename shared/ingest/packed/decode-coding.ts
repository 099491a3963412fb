import { decompress as unpackBrotli } from 'brotli/decompress.js';
import { Z_BUF_ERROR, Z_OK, ZStream, zlibInflate, zlibInflateInit2 } from 'pako';
import { AppError } from '#shared/kernel/app-error.ts';
import type { Bytes } from '../byte-source.ts';
import { concatenated } from './byte-queue.ts';
import { isGzip } from './unpack-gzip.ts';

/** Unpacked bytes, and whether they end before they should. */
export type Decoded = { readonly bytes: Bytes; readonly isCut: boolean };

/** Bytes that an unpacked page may have. */
const MOST_BYTES = 128 * 1024 * 1024;
/** zlib's signs for a header of either kind, and for none. */
const WINDOW = { gzip: 31, zlib: 15, none: -15 } as const;
const OUTPUT = 256 * 1024;

/**
 * Undoes `Content-Encoding`. Tools that store what they have unpacked, but leave the header, are known by the bytes.
 *
 * @param codings - the header's value: `gzip`, `br`, `gzip, br`; those applied last are undone first
 * @throws {AppError} `too-large` beyond 128 MB; `unreadable` for a coding that is not known, or data that are not in it
 */
export function decodeCodings(bytes: Bytes, codings: string | null): Decoded {
  const names = (codings ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  let decoded: Decoded = { bytes, isCut: false };
  for (const name of names.reverse()) {
    const { bytes: unpacked, isCut } = decodeOne(decoded.bytes, name);
    decoded = { bytes: unpacked, isCut: decoded.isCut || isCut };
  }
  return decoded;
}

function decodeOne(bytes: Bytes, name: string): Decoded {
  if (bytes.length === 0) return { bytes, isCut: false };
  if (name === 'gzip' || name === 'x-gzip')
    return isGzip(bytes) ? inflate(bytes, WINDOW.gzip) : { bytes, isCut: false };
  if (name === 'deflate') return inflate(bytes, isZlib(bytes) ? WINDOW.zlib : WINDOW.none);
  if (name === 'br') return looksPlain(bytes) ? { bytes, isCut: false } : { bytes: brotli(bytes), isCut: false };
  if (name === '' || name === 'identity' || name === 'none' || name === 'utf-8') return { bytes, isCut: false };
  throw new AppError('unreadable', `It is packed in a way that is not read here: ${name.slice(0, 40)}.`);
}

function inflate(packed: Bytes, window: number): Decoded {
  const stream = new ZStream();
  zlibInflateInit2(stream, window);
  stream.input = packed;
  stream.next_in = 0;
  stream.avail_in = packed.length;
  const parts: Bytes[] = [];
  let total = 0;
  for (;;) {
    stream.output = new Uint8Array(OUTPUT);
    stream.next_out = 0;
    stream.avail_out = OUTPUT;
    const status = zlibInflate(stream, 0);
    parts.push(stream.output.subarray(0, stream.next_out));
    total += stream.next_out;
    if (total > MOST_BYTES) throw tooLarge();
    if (status === Z_OK && (stream.avail_in > 0 || stream.avail_out === 0)) continue;
    if (status < 0 && status !== Z_BUF_ERROR && total === 0) {
      throw new AppError('unreadable', 'It is said to be packed, but cannot be unpacked.');
    }
    return { bytes: concatenated(parts, total), isCut: status <= 0 };
  }
}

function brotli(packed: Bytes): Bytes {
  // The library wants to know the size: four tries, each eight times as large.
  for (let room = Math.max(256 * 1024, packed.length * 8); ; room *= 8) {
    try {
      return new Uint8Array(unpackBrotli(packed, Math.min(room, MOST_BYTES)));
    } catch (error) {
      const isRoom = error instanceof Error && error.message.includes('not large enough');
      if (isRoom && room >= MOST_BYTES) throw tooLarge(error);
      if (!isRoom) throw new AppError('unreadable', 'It is said to be packed (br), but cannot be unpacked.', error);
    }
  }
}

function isZlib(bytes: Bytes): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

/** A page that begins with `<`, a blank or a letter is not packed with Brotli: its bits would say otherwise. */
function looksPlain(bytes: Bytes): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  return /^[\s\uFEFF]*<(?:!|html|head|\?xml)/i.test(head);
}

function tooLarge(cause?: unknown): AppError {
  return new AppError('too-large', 'It would unpack to more than 128 MB.', cause);
}
