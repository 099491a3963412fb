import { z } from 'zod/mini';

/** Asks the worker to compare what is new. */
export const copiesRequestSchema = z.strictObject({ database: z.string() });

/** Asks the worker to compare what is new; it answers null when it is done. */
export type CopiesRequest = z.infer<typeof copiesRequestSchema>;
