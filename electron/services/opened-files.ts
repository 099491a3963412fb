import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EventPayload } from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type FileChunk, readChunk } from './read-chunk.ts';
import { tellDiskError } from './tell-disk-error.ts';

/** Files that wait to be read at once: a folder's worth of double clicks, not of a script gone wild. */
const MOST_OPEN = 32;

/** What the page may know of a file that was handed over: a token, its name, its size; never its path. */
export type OpenedFile = EventPayload<'file:opened'>;

/**
 * Files that the operating system handed over. Each is held open from the moment it is registered, so that what is read is
 * what was handed over, whatever becomes of its path.
 */
export class OpenedFiles {
  private readonly files = new Map<string, FileHandle>();

  /**
   * Opens a file for the page to read.
   *
   * @throws {AppError} `too-large` when too many wait, `refused` if it is no ordinary file, `not-found` or `unavailable`
   */
  async register(path: string): Promise<OpenedFile> {
    if (this.files.size >= MOST_OPEN) throw new AppError('too-large', `More than ${MOST_OPEN} files are waiting.`);
    const file = await openOrdinary(path);
    const token = randomBytes(24).toString('base64url');
    this.files.set(token, file);
    const { size } = await file.stat();
    return { token, name: presentableName(path), bytes: size };
  }

  /** @throws {AppError} `not-found` if there is no such file, or it was closed */
  async read(token: string, offset: number): Promise<FileChunk> {
    const file = this.files.get(token);
    if (!file) throw new AppError('not-found', 'This file is no longer open.');
    try {
      return await readChunk(file, offset);
    } catch (error) {
      throw tellDiskError(error);
    }
  }

  /** Closes a file; one that is closed already stays so. */
  async close(token: string): Promise<void> {
    const file = this.files.get(token);
    this.files.delete(token);
    await file?.close();
  }

  /** Closes all: the host ends. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.files.keys()].map((token) => this.close(token)));
  }
}

async function openOrdinary(path: string): Promise<FileHandle> {
  let file: FileHandle;
  try {
    // O_NONBLOCK: opening a named pipe would wait for its writer for ever
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw tellDiskError(error);
  }
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new AppError('refused', 'Only files can be opened, not folders or devices.');
}

/** The file's name as the contract allows it: no separators, no control characters, at most 200 characters. */
function presentableName(path: string): string {
  const name = basename(path).replace(/[\p{Cc}/\\]/gu, '_');
  return name.length > 200 ? name.slice(-200) : name || 'file';
}
