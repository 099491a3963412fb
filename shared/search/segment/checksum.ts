const MULTIPLIER = 0x9e3779b1;

/**
 * A 32-bit check of bytes. Each step is one-to-one, so that a change within any one aligned word of four bytes always
 * changes it; for larger damage the odds of its passing are one in four thousand million.
 *
 * @param seed - tells places apart, so that pages that changed places are noticed
 */
export function checksum(bytes: Uint8Array, seed: number): number {
  const whole = bytes.length & ~3;
  let hash = Math.imul(seed + 1, MULTIPLIER) ^ bytes.length;
  if (bytes.byteOffset % 4 === 0) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, whole / 4);
    for (let at = 0; at < words.length; at++) hash = mix(hash, words[at] as number);
  } else {
    for (let at = 0; at < whole; at += 4) hash = mix(hash, wordAt(bytes, at, 4));
  }
  if (whole < bytes.length) hash = mix(hash, wordAt(bytes, whole, bytes.length - whole));
  hash ^= hash >>> 15;
  return Math.imul(hash, MULTIPLIER) >>> 0;
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, MULTIPLIER);
  return (mixed << 13) | (mixed >>> 19);
}

/** Little-endian, as typed arrays are on every machine that runs Chromium. */
function wordAt(bytes: Uint8Array, at: number, length: number): number {
  let word = 0;
  for (let byte = 0; byte < length; byte++) word |= (bytes[at + byte] as number) << (8 * byte);
  return word;
}
