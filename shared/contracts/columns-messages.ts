import { z } from 'zod/mini';
import { articleIdSchema, caseIdSchema } from '#shared/domain/ids.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { type LibraryRow, libraryQuerySchema } from './library-query.ts';

const number = z.int().check(z.nonnegative());
/** Tells answers apart. */
const ask = z.int();

/** Everything the library asks of the worker that keeps its columns. */
export const columnsRequestSchema = z.discriminatedUnion('type', [
  /** The first message: which workspace and case, what is asked, and the ids that the last visit's answer began with. */
  z.strictObject({
    type: z.literal('open'),
    database: z.string(),
    caseId: caseIdSchema,
    query: libraryQuerySchema,
    first: z.array(articleIdSchema),
  }),
  z.strictObject({ type: z.literal('query'), query: libraryQuerySchema }),
  z.strictObject({ type: z.literal('window'), ask, start: number, count: number }),
  z.strictObject({ type: z.literal('ids'), ask, start: number, end: number }),
  z.strictObject({ type: z.literal('place'), ask, articleId: articleIdSchema }),
  z.strictObject({ type: z.literal('facets'), ask }),
]);

/** One question or order to the worker. */
export type ColumnsRequest = z.infer<typeof columnsRequestSchema>;

/** What the worker says of itself, or answers. */
export type ColumnsMessage =
  /** Rows came, changed or went: windows read before are stale. */
  | { readonly type: 'changed'; readonly rows: number; readonly isLoading: boolean }
  /** The rows that the last visit's answer began with, as they are now: they stand there before all rows are read. */
  | { readonly type: 'first'; readonly rows: readonly LibraryRow[] }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'answer'; readonly ask: number; readonly reply: Reply<unknown> };
