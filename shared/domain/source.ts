import { z } from 'zod/mini';
import { sourceIdSchema } from './ids.ts';

/** A publisher. */
export const sourceSchema = z.strictObject({
  id: sourceIdSchema,
  name: z.string(),
  /** Host names, without `www.`. A set. */
  domains: z.array(z.string()),
  affiliation: z.nullable(z.string()),
  /** Publishers whose articles this one carries. A set. */
  republishes: z.array(sourceIdSchema),
});

/** A publisher. */
export type Source = z.infer<typeof sourceSchema>;
