import { z } from 'zod/mini';
import { articleIdSchema, caseIdSchema, importIdSchema, instantSchema, outcomeIdSchema } from './ids.ts';

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
});

/** One import. */
export type Import = z.infer<typeof importSchema>;

/** What became of one file or record, and why. */
export const outcomeSchema = z.strictObject({
  id: outcomeIdSchema,
  importId: importIdSchema,
  fileName: z.string(),
  /** Where in a container; empty for a whole file. */
  position: z.string(),
  result: z.enum(['imported', 'duplicate', 'near-duplicate', 'failed', 'skipped']),
  /** What happened and what to do, in words; empty when imported. */
  reason: z.string(),
  articleId: z.nullable(articleIdSchema),
});

/** What became of one file or record. */
export type Outcome = z.infer<typeof outcomeSchema>;
