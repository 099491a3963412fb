import { z } from 'zod/mini';
import { hashSchema, instantSchema, personIdSchema } from './ids.ts';

/** A device key and the name it goes by. */
export const personSchema = z.strictObject({
  id: personIdSchema,
  /** Ed25519, lower-case hex. */
  publicKey: hashSchema,
  name: z.string().check(z.minLength(1)),
  since: instantSchema,
});

/** A device key and the name it goes by. */
export type Person = z.infer<typeof personSchema>;
