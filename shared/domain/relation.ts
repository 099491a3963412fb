import { z } from 'zod/mini';
import { edtfDateSchema } from './edtf-date.ts';
import { entityIdSchema, relationIdSchema } from './ids.ts';

/** One entity to another: member of, owner of, part of. */
export const relationSchema = z.strictObject({
  id: relationIdSchema,
  /** FollowTheMoney schema: `Membership`, `Ownership`, `UnknownLink`. */
  schema: z.string(),
  from: entityIdSchema,
  to: entityIdSchema,
  /** What the relation is, in words. */
  role: z.nullable(z.string()),
  startDate: z.nullable(edtfDateSchema),
  endDate: z.nullable(edtfDateSchema),
});

/** One entity to another. */
export type Relation = z.infer<typeof relationSchema>;
