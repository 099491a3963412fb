import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256Hex } from '#shared/custody/sha256.ts';

/** Bytes that no other thread can change while they are hashed. */
export type OwnBytes = Uint8Array<ArrayBuffer>;

/** A hash that is fed piece by piece; `hex` ends it. */
export type Hasher = { update(bytes: Uint8Array): void; hex(): string };

/** Begins a hash of one algorithm. */
export type HashKind = () => Hasher;

/** Below this the way to WebCrypto and back costs more than hashing here. */
const SMALL_BYTES = 2048;

/** SHA-256 of bytes that are all there: by WebCrypto, which is several times faster and off this thread. */
export async function sha256Of(bytes: OwnBytes): Promise<string> {
  if (bytes.length < SMALL_BYTES || !globalThis.crypto?.subtle) return sha256Hex(bytes);
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** The same bytes as a view on a buffer of this thread: copied only when they are shared with another. */
export function ownBytes(bytes: Uint8Array): OwnBytes {
  const { buffer, byteOffset, byteLength } = bytes;
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(bytes);
}
