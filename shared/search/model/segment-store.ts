/** A stretch of a file, in bytes. */
export type ByteRange = { readonly offset: number; readonly length: number };

/**
 * Where the files of an index lie: memory, OPFS files behind synchronous handles, or pages in IndexedDB.
 *
 * Names are plain (`manifest-0`, `17.postings`). Files are written once from start to end, then only read, and deleted.
 * A read may answer at once or later: what is at hand should be answered at once, as an array.
 */
export type SegmentStore = {
  /** Names of all files. */
  list(): Promise<readonly string[]>;
  /**
   * The bytes of several stretches of one file, each in an array that its reader may keep and must not change. What
   * lies behind the end is left out; of a file that is missing every stretch is empty.
   */
  read(file: string, ranges: readonly ByteRange[]): readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  /** Adds bytes at the end; makes the file first where there is none. The bytes are copied or written before it settles. */
  append(file: string, bytes: Uint8Array): void | Promise<void>;
  /** Ends when everything that was appended to the file outlives a crash. */
  sync(file: string): void | Promise<void>;
  /** Removes a file; nothing happens where there is none. */
  delete(file: string): void | Promise<void>;
};
