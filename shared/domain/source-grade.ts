import { z } from 'zod/mini';
import { caseIdSchema, instantSchema, sourceGradeIdSchema, sourceIdSchema } from './ids.ts';

/** Admiralty grade of a source: A reliable to E unreliable, F cannot be judged. */
export const reliabilitySchema = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);

/** Admiralty grade of a source, A to F. */
export type Reliability = z.infer<typeof reliabilitySchema>;

/** A grade given to a source in a case, with its date and reason. */
export const sourceGradeSchema = z.strictObject({
  id: sourceGradeIdSchema,
  caseId: caseIdSchema,
  sourceId: sourceIdSchema,
  grade: reliabilitySchema,
  reason: z.string(),
  since: instantSchema,
});

/** A grade given to a source in a case. */
export type SourceGrade = z.infer<typeof sourceGradeSchema>;
