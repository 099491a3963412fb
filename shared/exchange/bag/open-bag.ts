import { AppError } from '#shared/kernel/app-error.ts';
import { checkDeclaration } from './declaration.ts';
import type { HashKind } from './digest.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { checkOxum } from './payload-oxum.ts';
import { parseTagLines, type TagLines, tagValue } from './tag-lines.ts';

/** The files of a bag by their path from its folder, wherever they lie. */
export type BagFiles = {
  /** Path to size in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
  /** All bytes of a tag file; the bag reads only those that it knows to be small. */
  readonly read: (path: string) => Promise<Uint8Array>;
};

/** One algorithm's promise for a set of files. */
export type HashList = { readonly kind: HashKind; readonly algorithm: string; readonly hashes: Manifest };

/** A bag whose tag files fit each other and its list of files; contents are still to be hashed. */
export type Bag = {
  readonly info: TagLines;
  /** Every payload file is in each of these. */
  readonly payload: readonly HashList[];
  readonly tags: readonly HashList[];
};

/** A manifest of a hundred thousand articles has 15 MB. */
const MAX_TAG_BYTES = 256 * 2 ** 20;

/**
 * Opens a bag: its declaration, manifests and info, and that the files listed are the files there.
 *
 * @param kinds - the algorithms that are read, by the name in the manifest's file name
 * @throws {AppError} `unreadable` (malformed tag file), `altered` (a file is missing, too many, or the sum differs),
 * `refused` (paths that leave the bag, files to be fetched), `too-large`, `newer-version`
 * @see https://www.rfc-editor.org/rfc/rfc8493
 */
export async function openBag(files: BagFiles, kinds: Readonly<Record<string, HashKind>>): Promise<Bag> {
  checkDeclaration(await readTag(files, 'bagit.txt'));
  if (files.sizes.has('fetch.txt')) {
    throw new AppError('refused', 'fetch.txt: the bag wants files from a network. Everything has to be in it.');
  }
  const payload = await readManifests(files, kinds, 'manifest');
  if (payload.length === 0) throw new AppError('unreadable', 'There is no manifest of a kind that is read here.');
  for (const list of payload) checkList(`manifest-${list.algorithm}.txt`, list.hashes, files, isPayload);
  const tags = await readManifests(files, kinds, 'tagmanifest');
  for (const list of tags) checkListed(`tagmanifest-${list.algorithm}.txt`, list.hashes, files);
  const info = await readInfo(files);
  const oxum = tagValue('bag-info.txt', info, 'Payload-Oxum');
  if (oxum !== null) checkOxum(oxum, payloadOf(files));
  return { info, payload, tags };
}

/** Whether a path of a bag is payload: what the bag is there to carry. */
export function isPayload(path: string): boolean {
  return path.startsWith('data/');
}

async function readInfo(files: BagFiles): Promise<TagLines> {
  if (!files.sizes.has('bag-info.txt')) return [];
  return parseTagLines('bag-info.txt', await readTag(files, 'bag-info.txt'));
}

async function readManifests(
  files: BagFiles,
  kinds: Readonly<Record<string, HashKind>>,
  stem: 'manifest' | 'tagmanifest',
): Promise<HashList[]> {
  const lists: HashList[] = [];
  for (const path of files.sizes.keys()) {
    const algorithm = new RegExp(`^${stem}-(\\w+)\\.txt$`).exec(path)?.[1];
    if (algorithm === undefined) continue;
    const kind = Object.hasOwn(kinds, algorithm) ? kinds[algorithm] : undefined;
    if (!kind) throw new AppError('unreadable', `${path}: this kind of hash is not read here.`);
    lists.push({ kind, algorithm, hashes: parseManifest(path, await readTag(files, path)) });
  }
  return lists;
}

function checkList(name: string, list: Manifest, files: BagFiles, belongs: (path: string) => boolean): void {
  checkListed(name, list, files);
  for (const path of list.keys()) {
    if (!belongs(path)) throw new AppError('refused', `${name}: ${path} lies outside data/.`);
  }
  for (const path of files.sizes.keys()) {
    if (belongs(path) && !list.has(path)) throw new AppError('altered', `${path} is in no line of ${name}.`);
  }
}

function checkListed(name: string, list: Manifest, files: BagFiles): void {
  for (const path of list.keys()) {
    if (!files.sizes.has(path)) throw new AppError('altered', `${path} is missing, though ${name} lists it.`);
  }
}

function payloadOf(files: BagFiles): { bytes: number; files: number } {
  let bytes = 0;
  let count = 0;
  for (const [path, size] of files.sizes) {
    if (!isPayload(path)) continue;
    bytes += size;
    count += 1;
  }
  return { bytes, files: count };
}

async function readTag(files: BagFiles, path: string): Promise<string> {
  const size = files.sizes.get(path);
  if (size === undefined) throw new AppError('unreadable', `${path} is missing.`);
  if (size > MAX_TAG_BYTES) throw new AppError('too-large', `${path} has ${size} bytes.`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await files.read(path));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('unreadable', `${path} is not UTF-8.`, error);
  }
}
