import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists what a build folder holds, by the path of its address. A host serves from this list alone, so that no trick with
 * dots, slashes, codes or links can name a file outside it.
 *
 * @returns address path (`/assets/index.js`) to file path; empty when nothing is built
 */
export function listBuiltFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const visit = (address: string, path: string): void => {
    for (const entry of entriesOf(path)) {
      const at: [string, string] = [`${address}/${entry.name}`, join(path, entry.name)];
      if (entry.isDirectory()) visit(...at);
      else if (entry.isFile()) files.set(...at);
    }
  };
  visit('', folder);
  return files;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // nothing is built yet: every address is then answered with 404
  }
}

/**
 * Finds the file that a request's path names.
 *
 * @param pathname - as the address has it, still percent-encoded; `/` is the desk
 * @returns the decoded path and its file, or null when the build has no such file
 */
export function findBuiltFile(
  files: ReadonlyMap<string, string>,
  pathname: string,
): { readonly pathname: string; readonly file: string } | null {
  const decoded = decode(pathname);
  const wanted = decoded === '/' ? '/index.html' : decoded;
  const file = wanted === null ? undefined : files.get(wanted);
  return wanted === null || file === undefined ? null : { pathname: wanted, file };
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null; // a broken percent code names no file
  }
}
