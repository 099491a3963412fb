import { AppError } from '#shared/kernel/app-error.ts';
import { collisionKey, faultOfName } from '#shared/zip/member-name.ts';

/** What a manifest promises: path to lower-case hex hash, in the order of its lines. */
export type Manifest = ReadonlyMap<string, string>;

/** Manifests lie beside `data/`; the hash of a line may be any length here, its algorithm decides. */
const LINE = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/;

/**
 * Writes a manifest that `sha256sum -c` accepts.
 *
 * @param hashes - path, as seen from the bag's folder, to hash
 */
export function formatManifest(hashes: ReadonlyMap<string, string>): string {
  return [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${encodePath(path)}\n`)
    .join('');
}

/**
 * Reads a manifest.
 *
 * @param name - of the file, for messages
 * @throws {AppError} `unreadable` for a malformed line, `refused` for a path that is listed twice or leaves the bag
 * @see https://www.rfc-editor.org/rfc/rfc8493#section-2.1.3
 */
export function parseManifest(name: string, text: string): Manifest {
  const hashes = new Map<string, string>();
  const taken = new Set<string>();
  for (const [at, line] of linesOf(text).entries()) {
    const [, hash, encoded] = LINE.exec(line) ?? [];
    if (hash === undefined || encoded === undefined) {
      throw new AppError('unreadable', `${name}, line ${at + 1}: neither a hash nor a path.`);
    }
    const path = decodePath(encoded).replace(/^\.\//, '');
    const fault = faultOfName(path);
    if (fault !== null) throw new AppError('refused', `${name}, line ${at + 1}: the path ${fault}.`);
    const key = collisionKey(path);
    if (taken.has(key)) throw new AppError('refused', `${name}, line ${at + 1}: ${path} is listed twice.`);
    taken.add(key);
    hashes.set(path, hash.toLowerCase());
  }
  return hashes;
}

/** The lines of a tag file, whichever way they end; blank ones are left out. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => line !== '');
}

function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, (character) => (character === '%' ? '%25' : character === '\r' ? '%0D' : '%0A'));
}

function decodePath(path: string): string {
  return path.replace(/%(25|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
