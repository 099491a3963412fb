import { z } from 'zod/mini';
import { caseIdSchema, entityIdSchema, entityNoteIdSchema } from './ids.ts';

/** An analyst's note on an entity, within a case. */
export const entityNoteSchema = z.strictObject({
  id: entityNoteIdSchema,
  caseId: caseIdSchema,
  entityId: entityIdSchema,
  text: z.string(),
});

/** An analyst's note on an entity. */
export type EntityNote = z.infer<typeof entityNoteSchema>;
