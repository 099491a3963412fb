import { z } from 'zod/mini';
import { edtfDateSchema } from './edtf-date.ts';
import { precisionSchema } from './entity.ts';
import { caseIdSchema, claimIdSchema, elementIdSchema, entityIdSchema, eventIdSchema } from './ids.ts';

/** What happened to people, or was done: the things that are counted. */
export const effectSchema = z.enum([
  'killed',
  'injured',
  'killed-or-injured',
  'missing',
  'detained',
  'displaced',
  'strikes',
  'other',
]);

/** What is counted. */
export type Effect = z.infer<typeof effectSchema>;

/** Every effect in the order in which forms show them. */
export const effects: readonly Effect[] = effectSchema.options;

/** An actor of an event and what it was therein. */
export const participantSchema = z.strictObject({
  id: elementIdSchema,
  entityId: entityIdSchema,
  /** Id of a role of the event's type. */
  role: z.string(),
});

/** An actor of an event and what it was therein. */
export type Participant = z.infer<typeof participantSchema>;

/** Whom a count is about: an entity, or a class in words ("civilians"). */
export const whomSchema = z.strictObject({ entityId: z.nullable(entityIdSchema), words: z.string() });

/** Whom a count is about. */
export type Whom = z.infer<typeof whomSchema>;

/** How many of whom. */
export const countSchema = z.strictObject({
  id: elementIdSchema,
  effect: effectSchema,
  /** Null when not said. */
  whom: z.nullable(whomSchema),
  /** At least; null when not said. */
  min: z.nullable(z.int().check(z.nonnegative())),
  /** At most; null when not said. */
  max: z.nullable(z.int().check(z.nonnegative())),
  /** As it was said: "dozens". */
  words: z.string(),
});

/** How many of whom. */
export type Count = z.infer<typeof countSchema>;

/** What a field's value rests on: the claims it follows, or a judgement with its reason. */
export const basisSchema = z.strictObject({
  /** The field, an element by its id. */
  path: z.string(),
  follows: z.array(claimIdSchema),
  /** Null unless the value is the analyst's own judgement. */
  judgement: z.nullable(z.string()),
});

/** What a field's value rests on. */
export type Basis = z.infer<typeof basisSchema>;

/** One coded event: the assessment. */
export const eventSchema = z.strictObject({
  id: eventIdSchema,
  caseId: caseIdSchema,
  /** Id of an event type of the case's codebook. */
  type: z.string(),
  title: z.string(),
  when: z.nullable(edtfDateSchema),
  placeId: z.nullable(entityIdSchema),
  placePrecision: precisionSchema,
  /** A set by `id`. */
  participants: z.array(participantSchema),
  /** A set by `id`. */
  counts: z.array(countSchema),
  /** Values of the codebook's own fields. A set by `field`. */
  fields: z.array(z.strictObject({ field: z.string(), value: z.string() })),
  /** A set by `path`. */
  bases: z.array(basisSchema),
  note: z.string(),
  confidence: z.nullable(z.enum(['low', 'moderate', 'high'])),
  status: z.enum(['draft', 'coded', 'checked']),
  /** The event it is another account of; readers follow it. */
  mergedInto: z.nullable(eventIdSchema),
});

/** One coded event: the assessment. */
export type Event = z.infer<typeof eventSchema>;
