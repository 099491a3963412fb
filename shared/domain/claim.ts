import { z } from 'zod/mini';
import { informationGradeSchema } from './case-article.ts';
import {
  caseIdSchema,
  claimIdSchema,
  entityIdSchema,
  eventIdSchema,
  highlightIdSchema,
  sourceIdSchema,
} from './ids.ts';

/** Whether a passage asserts a value, only mentions it, or denies it. */
export const stanceSchema = z.enum(['asserts', 'mentions', 'denies']);

/** Whether a passage asserts a value, only mentions it, or denies it. */
export type Stance = z.infer<typeof stanceSchema>;

/** In which world the claim is said to hold. */
export const standingSchema = z.enum(['fact', 'alleged', 'planned', 'hypothetical', 'historical']);

/** In which world the claim is said to hold. */
export type Standing = z.infer<typeof standingSchema>;

/** One link of the chain of who says so: the outlet, whom it quotes, whom that one quotes. */
export const speakerSchema = z.strictObject({
  sourceId: z.nullable(sourceIdSchema),
  entityId: z.nullable(entityIdSchema),
  /** As the passage names them; empty for the outlet itself. */
  words: z.string(),
  /** With which party of the conflict they stand; null when not assessed. */
  leaning: z.nullable(z.string()),
});

/** One link of the chain of who says so. */
export type Speaker = z.infer<typeof speakerSchema>;

/** A value as read from words: a name or date, a number, a range. */
export const readValueSchema = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.strictObject({ min: z.nullable(z.number()), max: z.nullable(z.number()) }),
]);

/** A value as read from words. */
export type ReadValue = z.infer<typeof readValueSchema>;

/** What a source says about a field of an event. */
export const claimSchema = z.strictObject({
  id: claimIdSchema,
  caseId: caseIdSchema,
  highlightIds: z.array(highlightIdSchema).check(z.minLength(1)),
  eventId: eventIdSchema,
  /** A field of the event, an element by its id: `when`, `placeId`, `counts[<id>]`; empty for the event as such. */
  path: z.string(),
  /** The value in the source's words. */
  stated: z.string(),
  read: readValueSchema,
  stance: stanceSchema,
  /** The claim that this one denies; null when it denies none in particular. */
  denies: z.nullable(claimIdSchema),
  standing: standingSchema,
  /** From the outlet inwards. */
  saidBy: z.array(speakerSchema),
  grade: z.nullable(informationGradeSchema),
});

/** What a source says about a field of an event. */
export type Claim = z.infer<typeof claimSchema>;
