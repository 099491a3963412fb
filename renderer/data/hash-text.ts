import { sha256Hex } from '#shared/custody/sha256.ts';
import type { Hash } from '#shared/domain/ids.ts';

/** Below this the browser's own hashing costs more in waiting than it saves. Code units. */
const SHORT = 32_768;

/**
 * The SHA-256 of a text as UTF-8; long ones are hashed by the browser, beside this thread and ten times as fast. Not for use
 * within a transaction, which would end meanwhile.
 */
export async function hashText(text: string): Promise<Hash> {
  if (text.length < SHORT) return sha256Hex(text);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') as Hash;
}
