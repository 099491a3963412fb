import { z } from 'zod/mini';
import { caseIdSchema } from '#shared/domain/ids.ts';

/** What a page asks of the case-file worker. One worker carries one job. */
export const caseFileRequestSchema = z.discriminatedUnion('type', [
  /** Writes a case as a file and verifies what it wrote. */
  z.strictObject({
    type: z.literal('write'),
    database: z.string(),
    caseId: caseIdSchema,
    /** Name and version of the program. */
    program: z.string(),
  }),
  /** Verifies a file; nothing is changed. */
  z.strictObject({ type: z.literal('verify'), file: z.instanceof(Blob) }),
  /** Verifies a file and brings its case into the workspace: where it does not stand, or in the place of what stands. */
  z.strictObject({
    type: z.literal('restore'),
    database: z.string(),
    file: z.instanceof(Blob),
    place: z.enum(['where-none-stands', 'instead']),
  }),
  /** Stops the job; what was written is dropped, the workspace is as it was. */
  z.strictObject({ type: z.literal('cancel') }),
]);

/** What a page asks of the case-file worker. */
export type CaseFileRequest = z.infer<typeof caseFileRequestSchema>;

/** A job that has a result. */
export type CaseFileJob = Exclude<CaseFileRequest, { type: 'cancel' }>;
