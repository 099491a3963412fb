import { z } from 'zod/mini';
import { caseIdSchema, entityIdSchema, highlightIdSchema, mentionIdSchema, relationIdSchema } from './ids.ts';

/** Passages that name an entity or a relation: exactly one of the two. */
export const mentionSchema = z.strictObject({
  id: mentionIdSchema,
  caseId: caseIdSchema,
  /** Several when the name is discontinuous. */
  highlightIds: z.array(highlightIdSchema).check(z.minLength(1)),
  entityId: z.nullable(entityIdSchema),
  relationId: z.nullable(relationIdSchema),
});

/** Passages that name an entity or a relation. */
export type Mention = z.infer<typeof mentionSchema>;
