/** Signs of base64 by their bytes; -1 for what is none. */
const BASE64 = valuesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const HEXADECIMAL = valuesOf('0123456789ABCDEF');
const EQUALS = 61;
const LINE_FEED = 10;
const RETURN = 13;

/**
 * Undoes how a body was written for its way: base64, quoted-printable or uuencode; everything else is the bytes themselves.
 * What no such writing has is passed over, as mail programs do.
 *
 * @param encoding - as `Content-Transfer-Encoding` names it
 */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Uint8Array<ArrayBuffer> {
  const name = encoding.toLowerCase();
  if (/base64/.test(name)) return decodeBase64(bytes);
  if (/quoted[- ]?printable/.test(name)) return decodeQuoted(bytes);
  if (/uu-?e?n?code/.test(name)) return decodeUuencode(bytes);
  return bytes.slice();
}

/** Decodes base64, whatever stands between its signs; a piece that is ended in the midst ends there. */
export function decodeBase64(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    // A mail may hold several pieces, each with its own end.
    if (byte === EQUALS) count = 0;
    const value = BASE64[byte] ?? -1;
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count++;
    if (count % 4 === 2) out[length++] = (bits >> 4) & 0xff;
    else if (count % 4 === 3) out[length++] = (bits >> 2) & 0xff;
    else if (count % 4 === 0) out[length++] = bits & 0xff;
  }
  return out.slice(0, length);
}

function decodeQuoted(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const end = softBreakEnd(bytes, at + 1);
    const high = hexadecimal(bytes[at + 1]);
    const low = hexadecimal(bytes[at + 2]);
    if (end > 0) at = end;
    else if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 2;
    } else out[length++] = byte;
  }
  return out.slice(0, length);
}

/** The line feed of a line break that is none, spaces before it passed over; 0 where there is none. */
function softBreakEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === RETURN) at++;
  return bytes[at] === LINE_FEED ? at : at >= bytes.length ? bytes.length : 0;
}

function hexadecimal(byte: number | undefined): number {
  if (byte === undefined) return -1;
  return HEXADECIMAL[byte >= 97 && byte <= 102 ? byte - 32 : byte] ?? -1;
}

function decodeUuencode(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const lines = new TextDecoder('windows-1252').decode(bytes).split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  const out: number[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (/^end\s*$/.test(line)) break;
    const count = (line.charCodeAt(0) - 32) & 63;
    const units = [...line.slice(1)].map((sign) => (sign.charCodeAt(0) - 32) & 63);
    for (let at = 0; at < count; at++) {
      const [a = 0, b = 0, c = 0, d = 0] = units.slice(Math.floor(at / 3) * 4);
      const triple = (a << 18) | (b << 12) | (c << 6) | d;
      out.push((triple >> (16 - (at % 3) * 8)) & 0xff);
    }
  }
  return begin < 0 ? bytes.slice() : Uint8Array.from(out);
}

function valuesOf(signs: string): Int8Array {
  const values = new Int8Array(256).fill(-1);
  for (const [value, sign] of [...signs].entries()) values[sign.charCodeAt(0)] = value;
  return values;
}
