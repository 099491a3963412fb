import { z } from 'zod/mini';
import { caseIdSchema, codebookIdSchema, instantSchema } from './ids.ts';

/** Traffic Light Protocol 2.0. */
export const markingSchema = z.enum(['clear', 'green', 'amber', 'amber+strict', 'red']);

/** Traffic Light Protocol 2.0. */
export type Marking = z.infer<typeof markingSchema>;

/** A case file in work. When it was last changed is read from the heads of its chains. */
export const caseSchema = z.strictObject({
  id: caseIdSchema,
  name: z.string().check(z.minLength(1)),
  summary: z.string(),
  /** Null when the analyst has set none. */
  marking: z.nullable(markingSchema),
  codebookId: codebookIdSchema,
  created: instantSchema,
});

/** A case file in work. */
export type Case = z.infer<typeof caseSchema>;
