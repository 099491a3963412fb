import { z } from 'zod/mini';
import { caseIdSchema, instantSchema, savedSearchIdSchema } from './ids.ts';

/** A query worth keeping. */
export const savedSearchSchema = z.strictObject({
  id: savedSearchIdSchema,
  caseId: caseIdSchema,
  query: z.string(),
  scope: z.enum(['case', 'all-cases']),
  /** Articles added later than this are new hits; null before the first reading. */
  readUpTo: z.nullable(instantSchema),
});

/** A query worth keeping. */
export type SavedSearch = z.infer<typeof savedSearchSchema>;
