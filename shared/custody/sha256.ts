import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Hash } from '#shared/domain/ids.ts';

/** The SHA-256 of bytes, or of a text as UTF-8, in lower-case hex. */
export function sha256Hex(content: Uint8Array | string): Hash {
  return bytesToHex(sha256Bytes(content)) as Hash;
}

/** The SHA-256 of bytes, or of a text as UTF-8: 32 bytes. */
export function sha256Bytes(content: Uint8Array | string): Uint8Array {
  return sha256(typeof content === 'string' ? utf8ToBytes(content) : content);
}

/** A SHA-256 that is fed piece by piece; after `hex` it takes no more. */
export type Sha256Stream = { update(bytes: Uint8Array): void; hex(): Hash };

/** Begins a SHA-256 over bytes that are too many to hold at once. */
export function sha256Stream(): Sha256Stream {
  const state = sha256.create();
  return {
    update(bytes) {
      state.update(bytes);
    },
    hex: () => bytesToHex(state.digest()) as Hash,
  };
}
