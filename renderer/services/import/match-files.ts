import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import type { Hash } from '#shared/domain/ids.ts';

/** A file that an import still wants, as far as it is known. */
export type WantedFile = {
  readonly number: number;
  readonly path: string;
  /** Bytes; null where nobody noted it. */
  readonly size: number | null;
  readonly sha256: Hash | null;
};

/** Which of the wanted files are among those that were chosen. */
export type MatchedFiles = {
  /** With their names and numbers in the import. */
  readonly files: readonly ChosenFile[];
  readonly missing: readonly WantedFile[];
};

/** Bytes up to which a file is hashed to be known again. */
const MOST_HASHED = 512 * 1024 * 1024;

/**
 * Finds wanted files among those that were chosen again: by the path below the folder; else by name and size; else, whatever they are
 * called now, by size and hash. A file is taken once.
 *
 * @param hash - the SHA-256 of a file; asked only where size alone does not tell
 */
export async function matchFiles(
  wanted: readonly WantedFile[],
  chosen: readonly ChosenFile[],
  hash: (file: File) => Promise<Hash>,
): Promise<MatchedFiles> {
  const left = new Set(chosen);
  const files: ChosenFile[] = [];
  const take = (want: WantedFile, found: ChosenFile | undefined): boolean => {
    if (!found) return false;
    left.delete(found);
    files.push({ ...found, path: want.path, number: want.number });
    return true;
  };
  const byPath = new Map(chosen.map((each) => [each.path, each]));
  const unnamed = wanted.filter((want) => !take(want, fresh(left, byPath.get(want.path))));
  const unlike = unnamed.filter(
    (want) =>
      !take(
        want,
        [...left].find(({ path, file }) => nameOf(path) === nameOf(want.path) && file.size === want.size),
      ),
  );
  const hashes = new Map<ChosenFile, Hash | null>();
  const missing: WantedFile[] = [];
  for (const want of unlike) {
    const same = want.sha256 ? await withHash(want.sha256, sized(left, want.size), hashes, hash) : undefined;
    if (!take(want, same)) missing.push(want);
  }
  return { files: files.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)), missing };
}

function fresh(left: ReadonlySet<ChosenFile>, file: ChosenFile | undefined): ChosenFile | undefined {
  return file && left.has(file) ? file : undefined;
}

function sized(left: ReadonlySet<ChosenFile>, size: number | null): ChosenFile[] {
  return [...left].filter(({ file }) => file.size === size && file.size <= MOST_HASHED);
}

async function withHash(
  wanted: Hash,
  chosen: readonly ChosenFile[],
  hashes: Map<ChosenFile, Hash | null>,
  hash: (file: File) => Promise<Hash>,
): Promise<ChosenFile | undefined> {
  for (const each of chosen) {
    if (!hashes.has(each)) hashes.set(each, await hash(each.file).catch(unreadable));
    const is = hashes.get(each);
    if (is === wanted) return each;
  }
  return undefined;
}

/** A file that has gone since it was chosen, or may not be read, is none that is wanted; the others still may be. */
function unreadable(error: unknown): null {
  console.warn(error);
  return null;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
