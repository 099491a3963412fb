import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Hash } from '#shared/domain/ids.ts';
import type { Ports } from '#shared/kernel/ports.ts';

/** An Ed25519 key: 32 bytes each, lower-case hex. The secret half never leaves the workspace. */
export type DeviceKey = { readonly secretKey: string; readonly publicKey: Hash };

/** Makes the key of a device. */
export function makeDeviceKey({ randomBytes }: Pick<Ports, 'randomBytes'>): DeviceKey {
  const secret = randomBytes(32);
  return { secretKey: bytesToHex(secret), publicKey: bytesToHex(ed25519.getPublicKey(secret)) as Hash };
}

/**
 * Signs a text with Ed25519.
 *
 * @returns 128 hex digits
 */
export function sign(text: string, secretKey: string): string {
  return bytesToHex(ed25519.sign(utf8ToBytes(text), hexToBytes(secretKey)));
}

/** Whether the holder of `publicKey` signed `text`; false for what is no signature or no key at all. */
export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  try {
    return ed25519.verify(hexToBytes(signature), utf8ToBytes(text), hexToBytes(publicKey));
  } catch {
    // not hex, or not a point of the curve: nobody signed with that
    return false;
  }
}
