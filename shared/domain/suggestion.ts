import { z } from 'zod/mini';
import { articleIdSchema, suggestionIdSchema, textIdSchema } from './ids.ts';
import { offsetSchema } from './text-span.ts';

/** A proposal of the machine for a passage, and what the analyst made of it. */
export const suggestionSchema = z.strictObject({
  id: suggestionIdSchema,
  articleId: articleIdSchema,
  textId: textIdSchema,
  start: offsetSchema,
  end: offsetSchema,
  kind: z.enum(['name', 'date', 'count', 'place', 'event', 'speaker']),
  /** What is proposed, in the form of its kind. */
  proposal: z.string(),
  /** 0 to 1. */
  score: z.number().check(z.gte(0), z.lte(1)),
  rule: z.string(),
  ruleVersion: z.string(),
  state: z.enum(['open', 'accepted', 'rejected']),
});

/** A proposal of the machine for a passage. */
export type Suggestion = z.infer<typeof suggestionSchema>;
