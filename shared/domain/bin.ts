import { z } from 'zod/mini';
import { binIdSchema, caseIdSchema, groupIdSchema, instantSchema, personIdSchema } from './ids.ts';

/** One row that was removed, whole. */
export const binnedRowSchema = z.strictObject({ table: z.string(), id: z.string(), row: z.json() });

/** One row that was removed. */
export type BinnedRow = z.infer<typeof binnedRowSchema>;

/** One removal: what was removed, with everything that pointed at it. */
export const binSchema = z.strictObject({
  id: binIdSchema,
  caseId: caseIdSchema,
  /** `Remove "Tell Tamr" with 3 mentions`. */
  words: z.string(),
  rows: z.array(binnedRowSchema),
  /** The step that removed it. */
  group: groupIdSchema,
  by: personIdSchema,
  at: instantSchema,
});

/** One removal. */
export type Bin = z.infer<typeof binSchema>;
