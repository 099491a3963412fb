import type { Ports } from './ports.ts';

const MAX_MILLISECONDS = 2 ** 48 - 1;

/**
 * A fresh UUIDv7: sorts by the time it was made.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7
 */
export function uuidV7({ now, randomBytes }: Ports): string {
  const bytes = randomBytes(16);
  let rest = Math.min(Math.max(0, Math.floor(now())), MAX_MILLISECONDS);
  for (let at = 5; at >= 0; at--) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return format(bytes, 7);
}

/**
 * A UUIDv8 that is the same wherever its bytes are the same: for ids of what comes in.
 *
 * @param digest - at least 16 bytes of a hash
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8
 */
export function uuidV8(digest: Uint8Array): string {
  return format(digest.slice(0, 16), 8);
}

function format(bytes: Uint8Array, version: 7 | 8): string {
  bytes[6] = (version << 4) | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
