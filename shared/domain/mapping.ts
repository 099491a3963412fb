import { z } from 'zod/mini';
import { mappingIdSchema } from './ids.ts';

/** How a CSV or an unknown JSON maps to fields. */
export const mappingSchema = z.strictObject({
  id: mappingIdSchema,
  name: z.string(),
  /** The columns or paths by which a file is recognised. */
  columns: z.array(z.string()),
  fields: z.array(z.strictObject({ column: z.string(), field: z.string() })),
});

/** How a CSV or an unknown JSON maps to fields. */
export type Mapping = z.infer<typeof mappingSchema>;
