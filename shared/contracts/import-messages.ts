import { z } from 'zod/mini';
import { caseIdSchema } from '#shared/domain/ids.ts';
import type { Import } from '#shared/domain/import.ts';
import type { ErrorPayload } from '#shared/kernel/app-error.ts';

/** A file that the analyst chose, dropped or pasted. */
export const chosenFileSchema = z.strictObject({
  /** Its name, below the folder that was chosen: `field/note-31.md`. */
  path: z.string(),
  file: z.instanceof(File),
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
  }),
  /** Stops at the next file; what is in stays. */
  z.strictObject({ type: z.literal('cancel') }),
]);

/** What a page asks of the import worker. */
export type ImportRequest = z.infer<typeof importRequestSchema>;

/** How far an import is. Files that are neither imported, duplicate nor failed were left out. */
export type ImportCounts = {
  readonly done: number;
  readonly total: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly failed: number;
};

/** What the import worker says. */
export type ImportMessage =
  | { readonly type: 'progress'; readonly counts: ImportCounts }
  | { readonly type: 'ended'; readonly import: Import; readonly counts: ImportCounts }
  | { readonly type: 'broken'; readonly error: ErrorPayload };
