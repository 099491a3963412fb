import type { Decoded } from '../packed/decode-coding.ts';

const SIZE = /^[ \t]*([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i;
/** Bytes of the line that states a chunk's size. */
const MOST_LINE = 1024;
const LINE_FEED = 0x0a;

/**
 * Joins the chunks that a body was sent in. A body that tools have joined already, though its headers say otherwise, stays as it is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#name-chunked-transfer-coding
 */
export function joinChunks(body: Uint8Array<ArrayBuffer>): Decoded {
  const whole = new Uint8Array(body.length);
  let length = 0;
  const joined = (isCut: boolean): Decoded => ({ bytes: whole.slice(0, length), isCut });
  for (let at = 0, chunks = 0; ; chunks++) {
    // chunks may be of one byte each: no more is decoded than their line
    const feed = body.subarray(at, at + MOST_LINE).indexOf(LINE_FEED);
    const line = SIZE.exec(String.fromCharCode(...body.subarray(at, at + feed + 1)));
    if (line === null) return chunks === 0 ? { bytes: body, isCut: false } : joined(true);
    const size = Number.parseInt(line[1] ?? '0', 16);
    if (size === 0) return joined(false);
    const start = at + line[0].length;
    const chunk = body.subarray(start, start + size);
    whole.set(chunk, length);
    length += chunk.length;
    if (start + size > body.length) return joined(true);
    at = start + size;
    if (body[at] === 0x0d) at++;
    if (body[at] === LINE_FEED) at++;
  }
}
