/** Bytes that are looked at. */
const SAMPLE = 4096;
/** Share of the characters that are ASCII in a text of any script: blanks, line breaks, digits. */
const LEAST_ASCII = 0.04;
/** Control characters, of which texts have only these. */
const CONTROL = /(?![\t\n\f\r])[\p{Cc}\p{Cn}]/u;

/**
 * Which UTF-16 bytes are in: by their mark, or because they are a text with blanks in the one order of bytes and not in the other.
 *
 * @returns null when they are in another charset, or no text
 */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0) || (bytes.length % 2 !== 0 && bytes.length <= SAMPLE)) return null;
  const [little, big] = [asciiIn(sample, 'utf-16le'), asciiIn(sample, 'utf-16be')];
  if (Math.max(little, big) < LEAST_ASCII || little === big) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** The share of ASCII in what bytes are in a charset; 0 when they are no text in it. */
function asciiIn(sample: Uint8Array, charset: string): number {
  const text = new TextDecoder(charset).decode(sample);
  // the last character may be one of two that was cut
  if (CONTROL.test(text) || text.slice(0, -1).includes('\uFFFD')) return 0;
  return (text.match(/[\t\n\r -~]/g) ?? []).length / text.length;
}
