import { z } from 'zod/mini';
import { caseIdSchema, importIdSchema } from '#shared/domain/ids.ts';
import { type Import, importChoicesSchema } from '#shared/domain/import.ts';
import { chosenMappingSchema } from '#shared/domain/mapping.ts';
import type { ErrorPayload } from '#shared/kernel/app-error.ts';

/** A file that the analyst chose, dropped or pasted. */
export const chosenFileSchema = z.strictObject({
  /** Its name, below the folder that was chosen: `field/note-31.md`. */
  path: z.string(),
  file: z.instanceof(File),
  /** The number that it has in an import that is taken up again. */
  number: z.optional(z.int().check(z.nonnegative())),
  /** As the analyst gave it for this file. */
  password: z.optional(z.string()),
  /** Where a pasted text stood, as the analyst says. */
  address: z.optional(z.string()),
  /** What the analyst says of it: trusted over what it says of itself. */
  stated: z.optional(z.array(z.strictObject({ field: z.enum(['siteName', 'published', 'url']), value: z.string() }))),
  /** As the analyst chose it for this file. */
  mapping: z.optional(chosenMappingSchema),
});

/** A file that the analyst chose. */
export type ChosenFile = z.infer<typeof chosenFileSchema>;

/** What a page asks of the import worker. One worker carries one import. */
export const importRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    database: z.string(),
    caseId: caseIdSchema,
    /** What was chosen, in words: "12 files". */
    from: z.string(),
    files: z.array(chosenFileSchema),
    choices: importChoicesSchema,
    /** The import that was cut off and is taken up with these files; null for a new one. */
    resumes: z.nullable(importIdSchema),
  }),
  /** Halts it; what is being read may come to its end. */
  z.strictObject({ type: z.literal('pause') }),
  /** Goes on. */
  z.strictObject({ type: z.literal('resume') }),
  /** Stops it; what is in stays. */
  z.strictObject({ type: z.literal('cancel') }),
]);

/** What a page asks of the import worker. */
export type ImportRequest = z.infer<typeof importRequestSchema>;

/**
 * How far an import is. `done` and `total` count files; `imported` and `duplicates` articles, of which a file may hold many; `failed`
 * files and records of files.
 */
export type ImportCounts = {
  readonly done: number;
  readonly total: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly failed: number;
};

/** What the import worker says. */
export type ImportMessage =
  | { readonly type: 'begun'; readonly import: Import }
  /** `share`: how much of all bytes is read, from 0 to 1. */
  | { readonly type: 'progress'; readonly counts: ImportCounts; readonly share: number }
  | { readonly type: 'ended'; readonly import: Import; readonly counts: ImportCounts }
  | { readonly type: 'broken'; readonly error: ErrorPayload };
