import { z } from 'zod/mini';
import { packIdSchema } from './ids.ts';

/** Where the bytes of a text or a capture lie. Another store, compression or encryption is a new `store` value. */
export const bodyReferenceSchema = z.strictObject({
  store: z.enum(['packs']),
  pack: packIdSchema,
  /** Bytes from the start of the pack. */
  offset: z.int().check(z.nonnegative()),
  /** Bytes. */
  length: z.int().check(z.nonnegative()),
});

/** Where the bytes of a text or a capture lie. */
export type BodyReference = z.infer<typeof bodyReferenceSchema>;

/** A pack of bodies: at most 64 items or 1 MB, a larger item alone. */
export const bodyPackSchema = z.strictObject({ id: packIdSchema, bytes: z.instanceof(Uint8Array) });

/** A pack of bodies. */
export type BodyPack = z.infer<typeof bodyPackSchema>;
