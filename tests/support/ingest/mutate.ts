/** A source of chance that gives the same numbers for the same seed: mulberry32. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What formats are made of, to be put where it does not belong. */
const PIECES = [
  '\0',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '"',
  "'",
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n\r\n',
  '{',
  '}',
  '[',
  ']',
  '[[[[[[[[',
  '{"a":',
  '<',
  '>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&',
  '<?xml version="1.0" encoding="utf-16"?>',
  '--',
  '=',
  '=\r\n',
  '\x1f\x8b\x08\x00',
  'PK\x03\x04',
  'PK\x05\x06',
  'WARC/1.0\r\n',
  'Content-Length: 999999999\r\n',
  'Content-Length: -1\r\n',
  'Transfer-Encoding: chunked\r\n',
  'ffffffff\r\n',
  'Content-Encoding: br\r\n',
  'Content-Type: multipart/related; boundary="x"\r\n',
  '--x\r\n',
  '%PDF-1.7',
  'endobj',
  '\u202e',
];

/** Changes bytes in a few places, as damage and malice do; the same for the same chance. */
export function mutate(bytes: Uint8Array, chance: () => number): Uint8Array<ArrayBuffer> {
  let changed = new Uint8Array(bytes);
  const times = 1 + Math.floor(chance() * 4);
  for (let time = 0; time < times; time++) changed = once(changed, chance);
  return changed;
}

function once(bytes: Uint8Array<ArrayBuffer>, chance: () => number): Uint8Array<ArrayBuffer> {
  const at = Math.floor(chance() * (bytes.length + 1));
  const length = Math.floor(chance() ** 3 * bytes.length);
  const kind = Math.floor(chance() * 7);
  if (kind === 0) return bytes.slice(0, at);
  if (kind === 1) return joined(bytes.subarray(0, at), bytes.subarray(at + length));
  if (kind === 2) return joined(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at));
  if (kind === 3) return joined(bytes.subarray(at), bytes.subarray(0, at));
  if (kind === 4) {
    const piece = PIECES[Math.floor(chance() * PIECES.length)] ?? '';
    const repeated = piece.repeat(chance() < 0.1 ? 2000 : 1);
    return joined(
      bytes.subarray(0, at),
      Uint8Array.from(repeated, (sign) => sign.charCodeAt(0)),
      bytes.subarray(at),
    );
  }
  const flipped = bytes.slice();
  for (let time = 0; time <= length % 16; time++) {
    const place = Math.floor(chance() * flipped.length);
    flipped[place] = kind === 5 ? Math.floor(chance() * 256) : (flipped[place] ?? 0) ^ (1 << Math.floor(chance() * 8));
  }
  return flipped;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
