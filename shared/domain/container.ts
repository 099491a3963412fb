import { z } from 'zod/mini';
import {
  articleIdSchema,
  captureIdSchema,
  caseIdSchema,
  containerIdSchema,
  hashSchema,
  importIdSchema,
  instantSchema,
  recordListIdSchema,
} from './ids.ts';

/** One time that a file of many records (WARC, ZIP, JSONL, mailbox) was taken in: what it was, whether all of it was kept. */
export const containerSchema = z.strictObject({
  id: containerIdSchema,
  caseId: caseIdSchema,
  importId: importIdSchema,
  fileName: z.string(),
  /** Short and stable: `warc`. */
  format: z.string(),
  mediaType: z.string(),
  /** Bytes of the file. */
  size: z.int().check(z.nonnegative()),
  /** Of the whole file; null when it could not be read to its end, or was cancelled. */
  sha256: z.nullable(hashSchema),
  /** The whole file as a capture; null when the analyst chose to keep its records alone. */
  captureId: z.nullable(captureIdSchema),
  /** Records that were found in it. */
  records: z.int().check(z.nonnegative()),
  /** Records that gave an article, known ones included. */
  taken: z.int().check(z.nonnegative()),
  /** What it says of itself and how it was read. */
  facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  /** What was not as it should be though it was taken. */
  remarks: z.array(z.string()),
  importedAt: instantSchema,
});

/** One time that a file of many records was taken in. */
export type Container = z.infer<typeof containerSchema>;

/** One record of a container, whether or not an article was made of it. */
export const containerRecordSchema = z.strictObject({
  /** Where in the file: WARC record, member, line. */
  position: z.string(),
  /** As the file calls it: an identifier, an address; null when it has no name. */
  name: z.nullable(z.string()),
  /** Null when nobody can tell. */
  mediaType: z.nullable(z.string()),
  /** Bytes of the record; null when unknown. */
  size: z.nullable(z.int().check(z.nonnegative())),
  /** Null when it could not be read to its end. */
  sha256: z.nullable(hashSchema),
  /** The first article that was made of it; null when none was. */
  articleId: z.nullable(articleIdSchema),
  /** Why it was not taken as an article, or what was noticed of it; empty when nothing was. */
  reason: z.string(),
});

/** One record of a container. */
export type ContainerRecord = z.infer<typeof containerRecordSchema>;

/** Some hundred records of a container, in their order: a row each would cost a large file more than its articles. */
export const recordListSchema = z.strictObject({
  id: recordListIdSchema,
  caseId: caseIdSchema,
  containerId: containerIdSchema,
  /** Counts the lists of a container from 0. */
  part: z.int().check(z.nonnegative()),
  records: z.array(containerRecordSchema),
});

/** Some hundred records of a container. */
export type RecordList = z.infer<typeof recordListSchema>;
