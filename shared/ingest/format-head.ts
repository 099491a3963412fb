import { type ByteSource, type Bytes, readRange } from './byte-source.ts';
import { decodeText } from './decode-text.ts';
import { isText } from './refuse-binary.ts';

/** Bytes by which a format is told: mail and saved pages put a good deal before what they are. */
const HEAD_BYTES = 64 * 1024;

/** The beginning of a file, by which its format is told. */
export type FormatHead = {
  readonly bytes: Bytes;
  /** The same decoded, as far as the last whole character; null when it is no text. */
  readonly text: string | null;
};

/**
 * Reads the beginning of a source.
 *
 * @throws {AppError} `unreadable` when the file has gone or may not be read
 */
export async function headOf(source: ByteSource, mediaType: string | null): Promise<FormatHead> {
  const bytes = await readRange(source, 0, HEAD_BYTES);
  const isCut = bytes.length < source.size;
  const text = isText(bytes) ? decodeText(isCut ? upToWholeCharacter(bytes) : bytes, mediaType).text : null;
  return { bytes, text };
}

/** Leaves out the first bytes of a UTF-8 character whose last were cut off. */
function upToWholeCharacter(bytes: Bytes): Bytes {
  let start = bytes.length - 1;
  while (start > bytes.length - 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return (bytes[start] ?? 0) >= 0xc0 ? bytes.subarray(0, start) : bytes;
}
