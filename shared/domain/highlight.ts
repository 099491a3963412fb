import { z } from 'zod/mini';
import { articleIdSchema, caseIdSchema, highlightIdSchema, textIdSchema } from './ids.ts';
import { offsetSchema } from './text-span.ts';

/** How a highlight was made: kept for ever. */
export const madeAnchorSchema = z.strictObject({
  textId: textIdSchema,
  start: offsetSchema,
  end: offsetSchema,
  quote: z.string().check(z.minLength(1)),
  prefix: z.string(),
  suffix: z.string(),
});

/** How a highlight was made. */
export type MadeAnchor = z.infer<typeof madeAnchorSchema>;

/** Where a highlight stands in the current text. */
export const presentAnchorSchema = z.strictObject({
  textId: textIdSchema,
  start: offsetSchema,
  end: offsetSchema,
  how: z.enum(['as-made', 'same-context', 'moved', 'changed', 'by-hand']),
  /** 0 to 1; 1 is certain. */
  score: z.number().check(z.gte(0), z.lte(1)),
});

/** Where a highlight stands in the current text. */
export type PresentAnchor = z.infer<typeof presentAnchorSchema>;

/** A marked passage. */
export const highlightSchema = z.strictObject({
  id: highlightIdSchema,
  caseId: caseIdSchema,
  articleId: articleIdSchema,
  made: madeAnchorSchema,
  /** Null when it cannot be found. */
  now: z.nullable(presentAnchorSchema),
  state: z.enum(['placed', 'proposed', 'orphaned']),
  note: z.string(),
});

/** A marked passage. */
export type Highlight = z.infer<typeof highlightSchema>;
