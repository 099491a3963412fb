import { z } from 'zod/mini';
import { bodyReferenceSchema } from './body-reference.ts';
import { captureIdSchema } from './ids.ts';

/** Bytes as they came: never decoded, never re-encoded. */
export const captureSchema = z.strictObject({
  /** SHA-256 of the bytes. */
  id: captureIdSchema,
  mediaType: z.string(),
  /** Bytes. */
  size: z.int().check(z.nonnegative()),
  body: bodyReferenceSchema,
});

/** Bytes as they came, by their hash. */
export type Capture = z.infer<typeof captureSchema>;
