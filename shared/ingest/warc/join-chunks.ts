import { concatenated } from '../packed/byte-queue.ts';
import type { Decoded } from '../packed/decode-coding.ts';

const SIZE = /^[ \t]*([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i;
/** Bytes of the line that states a chunk's size. */
const MOST_LINE = 1024;

/**
 * Joins the chunks that a body was sent in. A body that tools have joined already, though its headers say otherwise, stays as it is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#name-chunked-transfer-coding
 */
export function joinChunks(body: Uint8Array<ArrayBuffer>): Decoded {
  const parts: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const line = SIZE.exec(String.fromCharCode(...body.subarray(at, at + MOST_LINE)));
    if (line === null) {
      if (parts.length === 0) return { bytes: body, isCut: false };
      return { bytes: concatenated(parts), isCut: true };
    }
    const size = Number.parseInt(line[1] ?? '0', 16);
    if (size === 0) return { bytes: concatenated(parts), isCut: false };
    const start = at + line[0].length;
    parts.push(body.subarray(start, start + size));
    if (start + size > body.length) return { bytes: concatenated(parts), isCut: true };
    at = start + size;
    if (body[at] === 0x0d) at++;
    if (body[at] === 0x0a) at++;
  }
}
