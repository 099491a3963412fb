import { z } from 'zod/mini';
import { edtfDateSchema } from './edtf-date.ts';
import { articleIdSchema, captureIdSchema, hashSchema, sourceIdSchema, textIdSchema } from './ids.ts';

/** One scraped article without its text: what was chosen among what was observed. */
export const articleSchema = z.strictObject({
  id: articleIdSchema,
  title: z.string(),
  /** Authors in the order printed. */
  byline: z.array(z.string()),
  sourceId: z.nullable(sourceIdSchema),
  url: z.nullable(z.string()),
  canonicalUrl: z.nullable(z.string()),
  /** BCP 47; null when unknown. */
  language: z.nullable(z.string()),
  /** ISO 15924, `Arab`; null when unknown. */
  script: z.nullable(z.string()),
  published: z.nullable(edtfDateSchema),
  modified: z.nullable(edtfDateSchema),
  section: z.nullable(z.string()),
  keywords: z.array(z.string()),
  /** Words of the current text. */
  words: z.int().check(z.nonnegative()),
  captureId: captureIdSchema,
  /** The current text version; null when no text could be read. */
  textId: z.nullable(textIdSchema),
  /** SHA-256 of the current text as UTF-8: equal for exact copies. */
  textHash: z.nullable(hashSchema),
});

/** One scraped article without its text. */
export type Article = z.infer<typeof articleSchema>;
