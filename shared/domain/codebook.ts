import { z } from 'zod/mini';
import { codebookIdSchema } from './ids.ts';

/** The nine tints that entity types are drawn in. */
export const tintSchema = z.enum(['person', 'armed', 'state', 'org', 'place', 'site', 'weapon', 'vehicle', 'other']);

/** One of the nine tints that entity types are drawn in. */
export type Tint = z.infer<typeof tintSchema>;

/** A kind of entity. */
export const entityTypeSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  name: z.string().check(z.minLength(1)),
  /** The key that tags a passage as one; null for none. */
  key: z.nullable(z.string().check(z.regex(/^[1-9]$/))),
  /** FollowTheMoney schema. */
  schema: z.string(),
  tint: tintSchema,
  /** Name of a Blueprint icon. */
  icon: z.string(),
});

/** A kind of entity. */
export type EntityType = z.infer<typeof entityTypeSchema>;

/** What an actor may be in an event. */
export const roleSchema = z.strictObject({ id: z.string(), name: z.string() });

/** What an actor may be in an event. */
export type Role = z.infer<typeof roleSchema>;

/** A field that a codebook adds to events of one type. */
export const codebookFieldSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  name: z.string(),
  kind: z.enum(['text', 'number', 'choice', 'date', 'entity']),
  /** Empty unless `kind` is `choice`. */
  choices: z.array(z.string()),
});

/** A field that a codebook adds to events of one type. */
export type CodebookField = z.infer<typeof codebookFieldSchema>;

/** A kind of event. */
export const eventTypeSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  name: z.string().check(z.minLength(1)),
  roles: z.array(roleSchema),
  fields: z.array(codebookFieldSchema),
});

/** A kind of event. */
export type EventType = z.infer<typeof eventTypeSchema>;

/** One version of a coding scheme. A changed scheme is a new row, so that old coding keeps its meaning. */
export const codebookSchema = z.strictObject({
  id: codebookIdSchema,
  name: z.string().check(z.minLength(1)),
  version: z.int().check(z.positive()),
  /** Built-in ones can be copied, not edited. */
  isBuiltIn: z.boolean(),
  entityTypes: z.array(entityTypeSchema),
  eventTypes: z.array(eventTypeSchema),
});

/** One version of a coding scheme. */
export type Codebook = z.infer<typeof codebookSchema>;
