import { type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { AppError, type ErrorCode } from '#shared/kernel/app-error.ts';
import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import { crc32 } from './crc32.ts';
import { collisionKey, faultOfForeignName } from './member-name.ts';
import { LOCAL_HEADER_BYTES } from './plain-member.ts';
import { BlockReader, type RandomAccess } from './random-access.ts';
import { memberBytes } from './read-member.ts';
import { zipFault } from './zip-fault.ts';
import { MAX_RATIO } from './zip-limits.ts';

/** What keeps a member from being read: a code and words that complete "its name …" or stand alone. */
export type MemberFault = { readonly code: ErrorCode | 'locked'; readonly words: string };

/** One file inside a zip that anybody may have made. */
export type LooseMember = {
  /** As it stands there, with `/` between folders, in NFC. */
  readonly name: string;
  /** Where its header begins. */
  readonly offset: number;
  /** Bytes, unpacked, as it says. */
  readonly bytes: number;
  /** Null when it may be read. */
  readonly fault: MemberFault | null;
  /** @throws {AppError} `unreadable` when it is damaged, or its password is another */
  readonly whole: (password?: string) => Promise<Uint8Array<ArrayBuffer>>;
};

/** Bounds on what a stranger's zip can make us do. */
export type LooseLimits = {
  /** Members, folders included: what comes later is not looked at. */
  readonly members: number;
  /** Bytes of one member, unpacked. */
  readonly memberBytes: number;
  /** Bytes of all that is read, unpacked. */
  readonly totalBytes: number;
};

/** Unpacked bytes a packed one: text packs to a twentieth, a bomb to a thousandth. Small members may do as they like. */
const MOST_RATIO = 250;
const SMALL = 4 * 2 ** 20;
const REGULAR_FILE = 0o100000;
const PAUSE_EVERY = 500;

type Place = { readonly offset: number; readonly end: number };

/**
 * Opens a zip of any maker, one member at a time in the order of its directory: what may not be read says why, all else can be
 * read. Case files are opened by `ZipArchive`, which refuses them whole.
 */
export class LooseArchive {
  readonly #reader: ZipReader<RandomAccess>;
  readonly #blocks: BlockReader;
  readonly #limits: LooseLimits;
  /** Whether there is more than the limits allow: told by the last member that is given. */
  isCut = false;

  constructor(file: RandomAccess, limits: LooseLimits) {
    this.#blocks = new BlockReader(file);
    this.#reader = new ZipReader(this.#blocks, {
      strictness: 'tolerant',
      filenameValidation: 'tolerant', // ours say what is wrong
      useWebWorkers: false,
    });
    this.#limits = limits;
  }

  /**
   * The members, folders left out.
   *
   * @throws {AppError} `unreadable` where the table of contents is damaged: members before it were given; `cancelled`
   */
  async *members(job: JobControl): AsyncGenerator<LooseMember> {
    const overlapping = await this.#overlaps(job);
    const names = new Set<string>();
    let seen = 0;
    let total = 0;
    for await (const entry of this.#entries(job)) {
      if (++seen > this.#limits.members) {
        this.isCut = true;
        return;
      }
      if (entry.directory) continue;
      const name = nameOf(entry);
      const key = collisionKey(name);
      let fault = this.#faultOf(entry, name) ?? (overlapping.has(entry.offset) ? OVERLAP : null);
      if (fault === null && names.has(key)) fault = refused('There is another file of this name in the zip before it.');
      names.add(key);
      if (fault === null) total += entry.uncompressedSize;
      if (total > this.#limits.totalBytes) fault ??= tooLarge('The zip unpacks to more than is read of one.');
      yield this.#member(entry, name, fault);
    }
  }

  #member(entry: FileEntry, name: string, fault: MemberFault | null): LooseMember {
    const file = {
      readUint8Array: (index: number, length: number) => this.#blocks.readUint8Array(index, length),
      directoryOffset: this.#reader.directoryOffset ?? 0,
    };
    const whole = async (password?: string) => {
      const bytes = await memberBytes(entry, file, password);
      // What was locked by AES has a code of its own instead.
      if (entry.encrypted || crc32(bytes) === entry.crc32) return bytes;
      throw new AppError('unreadable', `${name} does not fit its checksum: it is damaged.`);
    };
    return { name, offset: entry.offset, bytes: entry.uncompressedSize, fault, whole };
  }

  async *#entries(job: JobControl): AsyncGenerator<Entry> {
    let seen = 0;
    try {
      for await (const entry of this.#reader.getEntriesGenerator()) {
        yield entry;
        if (++seen % PAUSE_EVERY > 0) continue;
        throwIfCancelled(job);
        await job.pause();
      }
    } catch (error) {
      throw zipFault('The file', error);
    }
  }

  /** Where members begin that lie in another's bytes: a bomb of any size can be made of a few. */
  async #overlaps(job: JobControl): Promise<ReadonlySet<number>> {
    const places: Place[] = [];
    for await (const { directory, offset, rawFilename, compressedSize } of this.#entries(job)) {
      if (places.length >= this.#limits.members) break;
      if (!directory) places.push({ offset, end: offset + LOCAL_HEADER_BYTES + rawFilename.length + compressedSize });
    }
    places.sort((a, b) => a.offset - b.offset);
    const inside = new Set<number>();
    let end = 0;
    for (const place of places) {
      if (place.offset < end) inside.add(place.offset);
      end = Math.max(end, place.end);
    }
    return inside;
  }

  #faultOf(entry: FileEntry, name: string): MemberFault | null {
    const fault = faultOfForeignName(name);
    if (fault !== null) return refused(`Its name ${fault}: a zip made to do harm has such names.`);
    const kind = (entry.unixMode ?? 0) & 0o170000;
    if (entry.symlink || (kind !== 0 && kind !== REGULAR_FILE)) return refused('It is a link or a device, not a file.');
    if (entry.uncompressedSize > this.#limits.memberBytes) {
      return tooLarge(
        `It unpacks to ${Math.round(entry.uncompressedSize / 2 ** 20)} MB, more than is read of one file.`,
      );
    }
    const isBomb = entry.uncompressedSize > SMALL && entry.uncompressedSize > MOST_RATIO * entry.compressedSize;
    if (isBomb || entry.uncompressedSize > MAX_RATIO * (entry.compressedSize + 1)) {
      return tooLarge('It unpacks to hundreds of times its size, as bombs do and texts do not.');
    }
    return entry.encrypted ? { code: 'locked', words: 'It is locked with a password.' } : null;
  }
}

const OVERLAP: MemberFault = {
  code: 'refused',
  words: 'It lies in the bytes of another file of the zip, as bombs do.',
};

function refused(words: string): MemberFault {
  return { code: 'refused', words };
}

function tooLarge(words: string): MemberFault {
  return { code: 'too-large', words };
}

/** Old programs of Windows wrote backslashes between folders, those of macOS letters in pieces. */
function nameOf({ filename }: Entry): string {
  return filename.replaceAll('\\', '/').normalize('NFC');
}
