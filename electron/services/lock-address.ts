import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** Bytes that every system allows in the address of a Unix socket (macOS: 104 with the closing zero). */
const LONGEST_SOCKET_PATH = 100;

/** What decides where the lock of a data folder listens. */
export type LockPlace = {
  readonly platform: NodeJS.Platform;
  readonly temporaryFolder: string;
  readonly userId: number;
};

/**
 * Where the host that holds a data folder listens: a named pipe on Windows, else a socket in the folder itself, which nobody
 * else may enter. Where that path is too long for a socket, it is one in a private folder among the temporary files.
 */
export function lockAddressOf(dataFolder: string, { platform, temporaryFolder, userId }: LockPlace): string {
  const folder = resolve(dataFolder);
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  if (platform === 'win32') return `\\\\.\\pipe\\casewright-${digest}`;
  const inside = join(folder, 'host.sock');
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH) return inside;
  return join(temporaryFolder, `casewright-${userId}`, `${digest.slice(0, 16)}.sock`);
}
