import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists the files of the build by the path under which they are asked for, `/` first. A host that answers for these alone, by
 * the text of the path, has no path to climb out of: `..`, `%2e`, backslashes and links name nothing in the list.
 *
 * @param folder - absolute path of the built renderer
 */
export function listBuild(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  add(files, folder, '');
  const page = files.get('/index.html');
  if (page) files.set('/', page);
  return files;
}

function add(files: Map<string, string>, folder: string, path: string): void {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    const below = `${path}/${entry.name}`;
    if (entry.isDirectory()) add(files, folder, below);
    else if (entry.isFile()) files.set(below, join(folder, below));
  }
}
