import { z } from 'zod/mini';

/** An offset in UTF-16 code units, as `String.prototype.slice` counts. */
export const offsetSchema = z.int().check(z.nonnegative());
