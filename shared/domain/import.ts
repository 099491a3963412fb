import { z } from 'zod/mini';
import {
  articleIdSchema,
  caseIdSchema,
  groupIdSchema,
  hashSchema,
  importIdSchema,
  instantSchema,
  outcomeIdSchema,
} from './ids.ts';

/** How an import is asked to go about files: what the analyst chose. */
export const importChoicesSchema = z.strictObject({
  /** Whether files of many records are kept whole, beside the records that give articles. */
  keepsWhole: z.boolean(),
});

/** How an import is asked to go about files. */
export type ImportChoices = z.infer<typeof importChoicesSchema>;

/** One import: what was asked for and how far it came. */
export const importSchema = z.strictObject({
  id: importIdSchema,
  caseId: caseIdSchema,
  /** What was dropped or chosen, in words: a file's name, "12 files", a folder. */
  from: z.string(),
  started: instantSchema,
  /** Null while it runs, and for ever when the program ended in the midst of it. */
  ended: z.nullable(instantSchema),
  state: z.enum(['running', 'finished', 'cancelled', 'interrupted']),
  /** Files; null while they are being counted. */
  total: z.nullable(z.int().check(z.nonnegative())),
  /** The step that it is in the ledger, so that what is resumed is still one undo. Imports of early versions have none. */
  group: z.optional(groupIdSchema),
  choices: z.optional(importChoicesSchema),
});

/** One import. */
export type Import = z.infer<typeof importSchema>;

/** A file that an import was asked for, as it is known again after the program has ended. */
export const listedFileSchema = z.strictObject({
  /** Its name, below the folder that was chosen: `field/note-31.md`. */
  path: z.string(),
  /** Bytes. */
  size: z.int().check(z.nonnegative()),
  /** Milliseconds since 1970. */
  modified: z.number(),
});

/** A file that an import was asked for. */
export type ListedFile = z.infer<typeof listedFileSchema>;

/** Some thousand of the files that an import was asked for, in their order. */
export const fileListSchema = z.strictObject({
  importId: importIdSchema,
  /** The number of the first of them. */
  first: z.int().check(z.nonnegative()),
  files: z.array(listedFileSchema),
});

/** Some thousand of the files that an import was asked for. */
export type FileList = z.infer<typeof fileListSchema>;

/** What became of one file or record, and why. */
export const outcomeSchema = z.strictObject({
  /** Sorts as the files were chosen, a file before its records. */
  id: outcomeIdSchema,
  importId: importIdSchema,
  fileName: z.string(),
  /** Where in a container; empty for a whole file. */
  position: z.string(),
  result: z.enum(['imported', 'duplicate', 'near-duplicate', 'failed', 'skipped']),
  /** What happened and what to do, in words; empty when imported. */
  reason: z.string(),
  articleId: z.nullable(articleIdSchema),
  /** Why it failed, for programs: a code of `AppError`, or of a reader. */
  code: z.optional(z.string()),
  /** Bytes of the file. */
  size: z.optional(z.int().check(z.nonnegative())),
  /** Of the file, where it could be read whole. */
  sha256: z.optional(hashSchema),
  /** Articles that came in with the file. */
  articles: z.optional(z.int().check(z.nonnegative())),
});

/** What became of one file or record. */
export type Outcome = z.infer<typeof outcomeSchema>;
