/** A file being written on the shelf. */
export type ShelfFile = {
  /** Closing keeps the file, aborting drops it. */
  readonly writable: WritableStream<Uint8Array<ArrayBuffer>>;
  /** The closed file, readable from any place without being read whole. */
  readonly read: () => Promise<Blob>;
  readonly drop: () => Promise<void>;
};

/** Where finished case files lie until they are handed over: on disk, not in memory. */
export type Shelf = { readonly open: () => Promise<ShelfFile> };
