import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const ALGORITHMS = { md5, sha1, 'sha-1': sha1, sha256, 'sha-256': sha256, sha512, 'sha-512': sha512 } as const;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Compares bytes with a digest as archives state it: `sha1:` and base 32 or hexadecimal digits.
 *
 * @returns null when the digest is of a kind that is not known here, or none
 */
export function fitsDigest(bytes: Uint8Array, stated: string): boolean | null {
  const [, name = '', digits = ''] = /^([\w-]+)[:=](\S+)$/.exec(stated.trim()) ?? [];
  const algorithm = Object.entries(ALGORITHMS).find(([known]) => known === name.toLowerCase())?.[1];
  if (algorithm === undefined) return null;
  const digest = algorithm(bytes);
  const plain = digits.replace(/=+$/, '');
  return bytesToHex(digest) === plain.toLowerCase() || base32(digest) === plain.toUpperCase();
}

function base32(bytes: Uint8Array): string {
  let [digits, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) digits += BASE32[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? digits + BASE32[(held << (5 - bits)) & 31] : digits;
}
