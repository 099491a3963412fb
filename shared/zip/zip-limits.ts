/** How much a zip may hold and still be opened; every number is a bound on what a stranger's file can make us do. */
export type ZipLimits = {
  /** Members, folders included. Their names alone are kept in memory. */
  readonly members: number;
  /** Bytes of one member, unpacked. */
  readonly memberBytes: number;
  /** Bytes of all members together, unpacked. */
  readonly totalBytes: number;
};

const GIBIBYTE = 2 ** 30;

/** Bounds far above a case of a hundred thousand articles, far below what would fill a disk unnoticed. */
export const zipLimits: ZipLimits = {
  members: 400_000,
  memberBytes: 8 * GIBIBYTE,
  totalBytes: 64 * GIBIBYTE,
};

/** What deflate can do at most: a higher declared ratio is a lie or an overlap, never an honest file. */
export const MAX_RATIO = 1032;

/** Whole paths stay under the 260 that Windows allows, with room for the folder they are unpacked into. */
export const MAX_NAME_LENGTH = 220;

/** Folders within folders. A bag needs four. */
export const MAX_NAME_DEPTH = 12;
