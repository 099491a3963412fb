import type { Stance } from '#shared/domain/claim.ts';
import type { Tint } from '#shared/domain/codebook.ts';
import type { ClaimId, EntityId, EventId, HighlightId, MentionId } from '#shared/domain/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';

/** An entity that a passage names. */
export type MarkedEntity = {
  /** Both null until the step that makes them is on disk. */
  readonly mentionId: MentionId | null;
  readonly entityId: EntityId | null;
  readonly name: string;
  readonly typeName: string;
  readonly tint: Tint;
  /** Name of a Blueprint icon. */
  readonly icon: string;
};

/** What a passage says about an event. */
export type MarkedClaim = {
  readonly claimId: ClaimId;
  readonly eventId: EventId;
  /** `E14`: as the event is called in this case. */
  readonly eventLabel: string;
  readonly stance: Stance;
  /** The event's field, empty for the event as such. */
  readonly path: string;
};

/** Who wrote a note, and when. */
export type Noted = { readonly name: string; readonly at: Instant };

/** A marked passage as the reader draws it, with all that it means. */
export type Mark = TextSpan & {
  readonly id: HighlightId;
  readonly quote: string;
  readonly entities: readonly MarkedEntity[];
  readonly claims: readonly MarkedClaim[];
  readonly note: string;
  /** Who wrote the note and when; absent while that is not known. */
  readonly noted?: Noted;
  /** True until the step that made it is on disk. */
  readonly isPending: boolean;
};
