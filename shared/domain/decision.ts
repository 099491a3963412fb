import { z } from 'zod/mini';
import { decisionIdSchema, instantSchema, personIdSchema } from './ids.ts';

/**
 * A judgement that two things are the same or not, so that they are not proposed again. Of publishers judged the same, `a` goes
 * by the name of `b`.
 */
export const decisionSchema = z.strictObject({
  id: decisionIdSchema,
  kind: z.enum(['article', 'entity', 'event', 'source']),
  a: z.string(),
  b: z.string(),
  verdict: z.enum(['same', 'not-the-same', 'unsure']),
  reason: z.string(),
  by: personIdSchema,
  at: instantSchema,
});

/** A judgement that two things are the same or not. */
export type Decision = z.infer<typeof decisionSchema>;
