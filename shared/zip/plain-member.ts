import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { inflatedPieces } from './raw-deflate.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Where the bytes of members lie: the file, and where its table of contents begins. */
export type ZipBytes = {
  readonly readUint8Array: (index: number, length: number) => Promise<Bytes>;
  readonly directoryOffset: number;
};

/** Of the header before each member's bytes, without name and extra fields. */
export const LOCAL_HEADER_BYTES = 30;

const SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** Checksum and sizes after the bytes. */
const SIZES_AFTER = 0x0008;

/** Larger ones are read piece by piece. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Unpacks a member of which both headers say the same, byte for byte, as nearly all do. The library sets up six streams for
 * each member, which takes four times as long as the unpacking of a saved page.
 *
 * @returns its pieces; null for every other member, which the library then judges and reads
 * @throws {TypeError} from the pieces, when they cannot be unpacked
 */
export async function plainPieces(entry: FileEntry, file: ZipBytes): Promise<AsyncIterable<Bytes> | null> {
  if (!isPlain(entry)) return null;
  const { offset, rawFilename, rawExtraField, compressedSize, compressionMethod } = entry;
  const start = offset + LOCAL_HEADER_BYTES + rawFilename.length + rawExtraField.length;
  if (start + compressedSize > file.directoryOffset) return null;
  const head = await file.readUint8Array(offset, start - offset);
  if (!isSameHeader(entry, head)) return null;
  const packed = await file.readUint8Array(start, compressedSize);
  if (packed.length !== compressedSize) return null;
  return compressionMethod === STORED ? once(packed) : inflatedPieces(packed);
}

function isPlain(entry: FileEntry): boolean {
  const { encrypted, rawBitFlag, zip64, compressionMethod, compressedSize, uncompressedSize, diskNumberStart } = entry;
  if (encrypted || zip64 || diskNumberStart !== 0 || ((rawBitFlag ?? SIZES_AFTER) & SIZES_AFTER) !== 0) return false;
  if (compressedSize > MOST_BYTES || uncompressedSize > MOST_BYTES) return false;
  return compressionMethod === DEFLATED || (compressionMethod === STORED && compressedSize === uncompressedSize);
}

/** Flags, method, checksum, sizes, name and extra fields: all that a reader could go by. */
function isSameHeader(entry: FileEntry, head: Bytes): boolean {
  if (head.length < LOCAL_HEADER_BYTES) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const { rawFilename, rawExtraField } = entry;
  const nameEnd = LOCAL_HEADER_BYTES + rawFilename.length;
  return (
    view.getUint32(0, true) === SIGNATURE &&
    view.getUint16(6, true) === entry.rawBitFlag &&
    view.getUint16(8, true) === entry.compressionMethod &&
    view.getUint32(14, true) === entry.crc32 &&
    view.getUint32(18, true) === entry.compressedSize &&
    view.getUint32(22, true) === entry.uncompressedSize &&
    view.getUint16(26, true) === rawFilename.length &&
    view.getUint16(28, true) === rawExtraField.length &&
    isSame(head.subarray(LOCAL_HEADER_BYTES, nameEnd), rawFilename) &&
    isSame(head.subarray(nameEnd), rawExtraField)
  );
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

async function* once(bytes: Bytes): AsyncGenerator<Bytes> {
  yield bytes;
}
