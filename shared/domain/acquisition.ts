import { z } from 'zod/mini';
import { acquisitionIdSchema, articleIdSchema, captureIdSchema, importIdSchema, instantSchema } from './ids.ts';

/** One time that bytes were taken in: the same bytes twice are one capture and two acquisitions. */
export const acquisitionSchema = z.strictObject({
  id: acquisitionIdSchema,
  captureId: captureIdSchema,
  /** Null when the bytes gave no article. */
  articleId: z.nullable(articleIdSchema),
  importId: z.nullable(importIdSchema),
  fileName: z.string(),
  /** Where in a container: WARC record, JSONL line, CSV row, part of a mail; empty for a whole file. */
  position: z.string(),
  url: z.nullable(z.string()),
  /** The `Date` header as it stood. */
  httpDate: z.nullable(z.string()),
  /** When it was captured, as the source of the bytes says; null when it says nothing. */
  capturedAt: z.nullable(z.string()),
  capturedBy: z.nullable(z.string()),
  capturedWith: z.nullable(z.string()),
  importedAt: instantSchema,
});

/** One time that bytes were taken in. */
export type Acquisition = z.infer<typeof acquisitionSchema>;
