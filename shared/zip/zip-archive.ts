import { type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { AppError } from '#shared/kernel/app-error.ts';
import { type JobControl, throwIfCancelled, unattended } from '#shared/kernel/job-control.ts';
import { collisionKey, faultOfName } from './member-name.ts';
import { LOCAL_HEADER_BYTES, type ZipBytes } from './plain-member.ts';
import { BlockReader, type RandomAccess } from './random-access.ts';
import { memberBytes, streamMember } from './read-member.ts';
import { zipFault } from './zip-fault.ts';
import { MAX_RATIO, type ZipLimits, zipLimits } from './zip-limits.ts';

/** One file inside a zip, as its directory declares it. Folders are not members. */
export type ZipMember = { readonly name: string; readonly bytes: number };

/** A member that can be read now. */
export type OpenMember = ZipMember & {
  /** @throws {AppError} `unreadable` when the bytes do not fit what was declared */
  stream(): AsyncGenerator<Uint8Array<ArrayBuffer>>;
  whole(): Promise<Uint8Array<ArrayBuffer>>;
};

/** Entries between two looks at whether the analyst has cancelled. */
const PAUSE_EVERY = 1000;

/** What a regular file has in its Unix mode; anything but this or nothing is a link, a device or a pipe. */
const REGULAR_FILE = 0o100000;

/**
 * A zip whose table of contents has been checked, whatever a stranger put into it: names, links, sizes, ratio, number.
 * The library's entry objects weigh kilobytes each, so only those that `keep` names stay in memory; the others
 * are met again in a walk over the directory.
 */
export class ZipArchive {
  readonly #reader: ZipReader<RandomAccess>;
  readonly #bytes: ZipBytes;
  readonly #kept: ReadonlyMap<string, FileEntry>;
  readonly members: ReadonlyMap<string, ZipMember>;

  private constructor(
    reader: ZipReader<RandomAccess>,
    blocks: BlockReader,
    { members, kept }: { members: ReadonlyMap<string, ZipMember>; kept: ReadonlyMap<string, FileEntry> },
  ) {
    this.#reader = reader;
    this.#bytes = {
      readUint8Array: (index, length) => blocks.readUint8Array(index, length),
      directoryOffset: reader.directoryOffset ?? 0,
    };
    this.members = members;
    this.#kept = kept;
  }

  /**
   * Reads and checks the table of contents; no member is unpacked yet.
   *
   * @param keep - which members can be read by name afterwards; the rest only in the order of the file
   * @throws {AppError} `unreadable`, `refused` (a trick with names or links) or `too-large`
   */
  static async open(
    file: RandomAccess,
    keep: (name: string) => boolean,
    { limits = zipLimits, job = unattended }: { limits?: ZipLimits; job?: JobControl } = {},
  ): Promise<ZipArchive> {
    const blocks = new BlockReader(file);
    const reader = new ZipReader(blocks, {
      strictness: 'strict',
      filenameValidation: 'tolerant', // ours say what is wrong
      useWebWorkers: false,
    });
    const contents = new Contents(limits, file.size);
    const kept = new Map<string, FileEntry>();
    try {
      let seen = 0;
      for await (const entry of reader.getEntriesGenerator()) {
        contents.add(entry);
        if (!entry.directory && keep(entry.filename)) kept.set(entry.filename, entry);
        seen += 1;
        if (seen % PAUSE_EVERY === 0) {
          throwIfCancelled(job);
          await job.pause();
        }
      }
      contents.checkOverlaps();
    } catch (error) {
      throw zipFault('The file', error);
    }
    return new ZipArchive(reader, blocks, { members: contents.files, kept });
  }

  /**
   * A kept member by its name.
   *
   * @returns null when there is none of that name, or it was not kept
   */
  member(name: string): OpenMember | null {
    const entry = this.#kept.get(name);
    return entry ? openMember(entry, this.#bytes) : null;
  }

  /** Every wanted member in the order of the directory, one at a time: none is held after the next is asked for. */
  async *walk(wanted: (name: string) => boolean): AsyncGenerator<OpenMember> {
    try {
      for await (const entry of this.#reader.getEntriesGenerator()) {
        if (!entry.directory && wanted(entry.filename)) yield openMember(entry, this.#bytes);
      }
    } catch (error) {
      throw zipFault('The file', error);
    }
  }
}

function openMember(entry: FileEntry, file: ZipBytes): OpenMember {
  return {
    name: entry.filename,
    bytes: entry.uncompressedSize,
    stream: () => streamMember(entry),
    whole: () => memberBytes(entry, file),
  };
}

/** The table of contents as it is read: refuses at the first entry that no honest writer makes. */
class Contents {
  readonly files = new Map<string, ZipMember>();
  readonly #taken = new Map<string, string>();
  readonly #places: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  readonly #limits: ZipLimits;
  readonly #fileBytes: number;
  #seen = 0;
  #total = 0;

  constructor(limits: ZipLimits, fileBytes: number) {
    this.#limits = limits;
    this.#fileBytes = fileBytes;
  }

  add(entry: Entry): void {
    this.#seen += 1;
    if (this.#seen > this.#limits.members) throw tooLarge(`The file has more than ${this.#limits.members} parts.`);
    this.#checkName(entry.filename);
    checkKind(entry);
    if (entry.directory) return;
    this.#checkSize(entry);
    this.files.set(entry.filename, { name: entry.filename, bytes: entry.uncompressedSize });
    const end = entry.offset + LOCAL_HEADER_BYTES + entry.rawFilename.length + entry.compressedSize;
    this.#places.push({ name: entry.filename, start: entry.offset, end });
  }

  /** Members that share bytes make a bomb of any size out of a few. The library's own check keeps every entry in memory. */
  checkOverlaps(): void {
    this.#places.sort((a, b) => a.start - b.start);
    for (const [at, { name, end }] of this.#places.entries()) {
      const next = this.#places[at + 1];
      if (next && next.start < end) throw new AppError('unreadable', `${next.name} overlaps ${name}.`);
    }
    this.#places.length = 0;
  }

  #checkName(name: string): void {
    const fault = faultOfName(name);
    if (fault !== null) throw new AppError('refused', `The name ${JSON.stringify(name.slice(0, 120))} ${fault}.`);
    const key = collisionKey(name.replace(/\/$/, ''));
    const other = this.#taken.get(key);
    if (other !== undefined) throw new AppError('refused', `${name} is there twice (also as ${other}).`);
    this.#taken.set(key, name);
  }

  #checkSize({ filename, uncompressedSize, compressedSize }: Entry): void {
    this.#total += uncompressedSize;
    if (uncompressedSize > this.#limits.memberBytes || this.#total > this.#limits.totalBytes) {
      throw tooLarge(`${filename} would unpack to more than is allowed (${this.#total} bytes so far).`);
    }
    if (uncompressedSize > MAX_RATIO * compressedSize + MAX_RATIO || this.#total > MAX_RATIO * this.#fileBytes) {
      throw tooLarge(`${filename} says it unpacks to more than is possible.`);
    }
  }
}

function checkKind(entry: Entry): void {
  const name = entry.filename;
  const kind = (entry.unixMode ?? 0) & 0o170000;
  if (entry.symlink || (!entry.directory && kind !== 0 && kind !== REGULAR_FILE)) {
    throw new AppError('refused', `${name} is a link or a device, not a file.`);
  }
  if (entry.encrypted) throw new AppError('unreadable', `${name} is encrypted.`);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new AppError('unreadable', `${name} is packed in a way that is not read here.`);
  }
}

function tooLarge(words: string): AppError {
  return new AppError('too-large', words);
}
