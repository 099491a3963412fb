import type { Hash } from '#shared/domain/ids.ts';

/** The SHA-256 of a file, by the browser: beside this thread. */
export async function hashFile(file: File): Promise<Hash> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') as Hash;
}
