import { z } from 'zod/mini';
import { articleIdSchema, captureIdSchema, metadataIdSchema } from './ids.ts';

/** One observed value: conflicts stay side by side, the article holds what was chosen. */
export const metadataSchema = z.strictObject({
  id: metadataIdSchema,
  articleId: articleIdSchema,
  /** The article's field that it speaks of: `title`, `published`. */
  field: z.string(),
  value: z.string(),
  /** The rule that read it: `json-ld`, `meta`, `http`, `analyst`. */
  rule: z.string(),
  /** Where it stood: a path, a selector, a header's name. */
  place: z.string(),
  captureId: captureIdSchema,
});

/** One observed value of an article's field. */
export type Metadata = z.infer<typeof metadataSchema>;
