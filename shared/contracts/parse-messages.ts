import { z } from 'zod/mini';
import { importChoicesSchema } from '#shared/domain/import.ts';
import { mappingSchema } from '#shared/domain/mapping.ts';
import { chosenFileSchema } from './import-messages.ts';

/** What the import worker asks of a parser. One parser reads one file at a time. */
export const parseRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('parse'),
    /** Counts the files of this parser: what it says names it. */
    turn: z.int(),
    chosen: chosenFileSchema,
    choices: importChoicesSchema,
    /** What is remembered of tables. */
    mappings: z.array(mappingSchema),
  }),
  /** What was said was taken: one more may be said. */
  z.strictObject({ type: z.literal('more') }),
]);

/** What the import worker asks of a parser. */
export type ParseRequest = z.infer<typeof parseRequestSchema>;

/** What a parser says of the file in its hands. */
export type ParseMessage<Event> =
  | { readonly type: 'events'; readonly turn: number; readonly events: readonly Event[] }
  | { readonly type: 'progress'; readonly turn: number; readonly read: number }
  | { readonly type: 'broken'; readonly turn: number; readonly message: string };
