import { sha256Stream } from '#shared/custody/sha256.ts';

import { type Bag, openBag } from '#shared/exchange/bag/open-bag.ts';
import { parseTagLines, tagValue } from '#shared/exchange/bag/tag-lines.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import type { RandomAccess } from '#shared/zip/random-access.ts';
import { type OpenMember, ZipArchive } from '#shared/zip/zip-archive.ts';
import type { ZipLimits } from '#shared/zip/zip-limits.ts';
import { FORMAT_VERSION, OLDEST_VERSION, type Part, partOf, VERSION_LABEL } from './layout.ts';

/** Bounds and watch over the opening of a file. */
export type OpenOptions = { readonly limits?: ZipLimits; readonly job: JobControl };

/** A case file whose parts are known by name: the zip, its one folder, and the bag in it. Contents are not yet checked. */
export type CaseArchive = {
  readonly bag: Bag;
  /** Sizes by path from the bag's folder. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Any part but a capture. */
  readonly part: (path: string) => OpenMember;
  /** Every capture, in the order of the file. */
  readonly captures: () => AsyncGenerator<{ readonly id: string; readonly path: string; readonly member: OpenMember }>;
};

/**
 * Opens a case file as far as the names and sizes of its parts go.
 *
 * @throws {AppError} `newer-version`, or why it is no case file
 */
export async function openCaseArchive(file: RandomAccess, { limits, job }: OpenOptions): Promise<CaseArchive> {
  const options = limits ? { limits, job } : { job };
  const archive = await ZipArchive.open(file, (name) => captureOf(pathOf(name)) === null, options);
  const folder = topFolder(archive);
  const sizes = new Map([...archive.members.values()].map(({ name, bytes }) => [pathOf(name), bytes]));

  function part(path: string): OpenMember {
    const member = archive.member(`${folder}/${path}`);
    if (!member) throw new AppError('unreadable', `${path} is missing.`);
    return member;
  }
  await checkVersion(sizes, part);
  checkParts(sizes);
  const bag = await openBag({ sizes, read: (path) => part(path).whole() }, { sha256: sha256Stream });
  if (bag.tags.length === 0) throw new AppError('unreadable', 'tagmanifest-sha256.txt is missing.');
  return { bag, sizes, part, captures: () => capturesOf(archive) };
}

/** A member's path from the bag's folder. */
function pathOf(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

function captureOf(path: string): string | null {
  const part = partOf(path);
  return part?.kind === 'capture' ? part.id : null;
}

function topFolder(archive: ZipArchive): string {
  const folders = new Set<string>();
  for (const name of archive.members.keys()) {
    if (!name.includes('/')) throw new AppError('unreadable', `${name} lies beside the one folder of a case file.`);
    folders.add(name.slice(0, name.indexOf('/')));
  }
  const [folder, other] = folders;
  if (folder === undefined) throw new AppError('unreadable', 'The file is an empty zip.');
  if (other !== undefined)
    throw new AppError('unreadable', `A case file has one folder; here are ${folder} and ${other}.`);
  return folder;
}

async function checkVersion(sizes: ReadonlyMap<string, number>, part: (path: string) => OpenMember): Promise<void> {
  const size = sizes.get('bag-info.txt');
  if (size === undefined || size > 65_536)
    throw new AppError('unreadable', 'This is no case file: it has no bag-info.txt.');
  const text = new TextDecoder().decode(await part('bag-info.txt').whole());
  const version = tagValue('bag-info.txt', parseTagLines('bag-info.txt', text), VERSION_LABEL);
  if (version === null || !/^\d{1,9}$/.test(version)) {
    throw new AppError('unreadable', `This is no case file: bag-info.txt gives no ${VERSION_LABEL}.`);
  }
  if (Number(version) > FORMAT_VERSION) {
    throw new AppError(
      'newer-version',
      `This case file was written by a newer Casewright (format ${version}). Update Casewright to open it.`,
    );
  }
  if (Number(version) < OLDEST_VERSION) throw new AppError('unreadable', `There is no format ${version}.`);
}

/** The least that a part may be too large for: what is read whole is bounded here, before it is read. */
const MOST_BYTES: Readonly<Record<Part['kind'], number>> = {
  summary: 16 * 2 ** 20,
  table: Number.MAX_SAFE_INTEGER,
  capture: 2 ** 30,
  ledger: Number.MAX_SAFE_INTEGER,
  tag: 256 * 2 ** 20,
};

function checkParts(sizes: ReadonlyMap<string, number>): void {
  for (const [path, size] of sizes) {
    const part = partOf(path);
    if (part === null) throw new AppError('refused', `${path} does not belong in a case file.`);
    if (size > MOST_BYTES[part.kind]) throw new AppError('too-large', `${path} has ${size} bytes.`);
  }
}

async function* capturesOf(archive: ZipArchive): AsyncGenerator<{ id: string; path: string; member: OpenMember }> {
  for await (const member of archive.walk((name) => captureOf(pathOf(name)) !== null)) {
    const path = pathOf(member.name);
    yield { id: captureOf(path) ?? '', path, member };
  }
}
